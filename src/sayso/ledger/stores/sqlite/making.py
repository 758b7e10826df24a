"""Making a ledger in an empty file.

The migrations lead to it. Where they lead is looked up in a database in memory, once a process:
each file is made in one step then, and checked against the same parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, insert

from sayso.ledger import versions
from sayso.ledger.stores.sqlite.connecting import in_memory

_PARTS = "SELECT type, name, sql FROM sqlite_master ORDER BY rowid"
_VIRTUAL = "CREATE VIRTUAL TABLE "


@dataclass(frozen=True, slots=True)
class Part:
    """A table, an index or a trigger, and the command that made it; null where there was none."""

    kind: str
    name: str
    command: str | None


@cache
def parts_of_new() -> tuple[Part, ...]:
    """The parts of a new ledger, in the order in which they are made."""
    with in_memory() as fresh:
        versions.upgrade(fresh)
        return parts_in(fresh)


def parts_in(connection: Connection) -> tuple[Part, ...]:
    """The parts that are there, in the order in which they were made."""
    return tuple(Part(*row) for row in connection.exec_driver_sql(_PARTS))


def make(connection: Connection) -> None:
    """Make all parts of the schema, and note which it is."""
    made_along = tuple(
        f"{part.name}_" for part in parts_of_new() if (part.command or "").startswith(_VIRTUAL)
    )
    for part in parts_of_new():
        if part.command and not (part.kind == "table" and part.name.startswith(made_along)):
            connection.exec_driver_sql(part.command)
    connection.execute(insert(versions.NOTED), {"version_num": versions.REVISION})
