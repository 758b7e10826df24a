"""Whether a file is as SQLite wrote it, and has all parts of the schema."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from sayso.ledger import versions
from sayso.ledger.findings import LEDGER, Problem
from sayso.ledger.stores.sqlite.connecting import in_memory

_OBJECTS = """
    SELECT type, name, CASE type WHEN 'trigger' THEN sql END AS does FROM sqlite_master
"""


def damages(connection: Connection) -> Iterator[Problem]:
    """What SQLite finds damaged in its file."""
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem(LEDGER, "file", message)


def missing_parts(connection: Connection) -> Iterator[Problem]:
    """The tables, indexes and triggers that a new ledger would have and this one has not."""
    found = set(connection.exec_driver_sql(_OBJECTS).all())
    with in_memory() as fresh:
        versions.upgrade(fresh)
        expected = set(fresh.exec_driver_sql(_OBJECTS).all())
    for kind, name, _ in sorted(expected - found, key=str):
        yield Problem(LEDGER, "table", f"the {kind} {name} is gone or changed")
