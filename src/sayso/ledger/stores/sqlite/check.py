"""Whether a file is as SQLite wrote it, and has all parts of the schema."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from sayso.ledger.findings import LEDGER, Problem
from sayso.ledger.stores.sqlite.making import Part, parts_in, parts_of_new


def damages(connection: Connection) -> Iterator[Problem]:
    """What SQLite finds damaged in its file."""
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem(LEDGER, "file", message)


def missing_parts(connection: Connection) -> Iterator[Problem]:
    """The tables, indexes and triggers that a new ledger would have and this one has not."""
    found = {*map(_compared, parts_in(connection))}
    gone = (part for part in parts_of_new() if _compared(part) not in found)
    for part in sorted(gone, key=str):
        yield Problem(LEDGER, "table", f"the {part.kind} {part.name} is gone or changed")


def _compared(part: Part) -> tuple[str, str, str | None]:
    # How a table was made depends on the migrations that it went through.
    return part.kind, part.name, part.command if part.kind == "trigger" else None
