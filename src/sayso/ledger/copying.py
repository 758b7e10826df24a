"""A whole ledger copied to another place, in any database, and compared row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, Table, func, select

from sayso.ledger import fetch
from sayso.ledger.columns import Row
from sayso.ledger.inserting import insert_rows
from sayso.ledger.ledger import Ledger
from sayso.ledger.schema import metadata
from sayso.model import LedgerError

_TABLES = tuple(metadata.sorted_tables)
"""Each after those that its rows refer to."""

Tell = Callable[[int, int], None]
"""Is told how many rows and raw files were copied, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedTable:
    """So many rows, and the SHA-256 of all of them in their order."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What was copied: the tables, and so many raw files."""

    tables: tuple[CopiedTable, ...]
    raw: int


def copy_ledger(source: Ledger, target: Ledger, tell: Tell, *, raw: bool = True) -> Copied:
    """Copy all that `source` holds at this moment to `target`, which holds no records yet.

    The raw bytes too, unless `raw` is false.

    The records come in one transaction. They stand once every row, read back, is the same as the
    one that it was copied from: what a copy leaves that is broken off is raw bytes at most, and it
    is simply begun again. The numbers that a database gives its rows are its own.

    Raises LedgerError where `target` holds records, or a row that was read back is another.
    """
    with source.snapshot() as there:
        with target.snapshot() as here:
            _require_empty(here, target)
        hashes = list(source.raw.hashes()) if raw else []
        told = _Told(tell, of=sum(_count(there, table) for table in _TABLES) + len(hashes))
        for one in hashes:
            target.raw.put(source.raw.get(one))
            told.add(1)
        with target.adding() as here:
            _require_empty(here, target)
            tables = tuple(_copy(there, here, table, told) for table in _TABLES)
    return Copied(tables=tables, raw=len(hashes))


@dataclass(slots=True)
class _Told:
    """Tells how much was copied."""

    tell: Tell
    of: int
    done: int = 0

    def add(self, more: int) -> None:
        self.done += more
        self.tell(self.done, self.of)


def _require_empty(connection: Connection, target: Ledger) -> None:
    for table in _TABLES:
        if connection.execute(select(table).limit(1)).first() is not None:
            raise LedgerError(
                f"ledger {target.address} has {table.name} already: copy to where no ledger is"
                " yet, or an empty one"
            )


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _copy(there: Connection, here: Connection, table: Table, told: _Told) -> CopiedTable:
    copied = _summed(table, _entered(here, table, _rows(there, table), told))
    if _summed(table, _rows(here, table)) != copied:
        raise LedgerError(f"the rows of {table.name} were not copied as they are: nothing stands")
    return copied


def _rows(connection: Connection, table: Table) -> Iterator[Row]:
    """The rows of `table` in their order, without the number that the database gives them."""
    number = table.autoincrement_column
    columns = [column for column in table.c if column is not number]
    order = table.primary_key.columns if number is None else [number]
    return fetch.rows(connection, select(*columns).order_by(*order))


def _entered(
    connection: Connection, table: Table, rows: Iterable[Row], told: _Told
) -> Iterator[Row]:
    """`rows`, once they are entered in `table`."""
    for batch in fetch.in_batches(rows):
        insert_rows(connection, table, batch)
        told.add(len(batch))
        yield from batch


def _summed(table: Table, rows: Iterable[Row]) -> CopiedTable:
    count, digest = 0, sha256()
    for row in rows:
        count += 1
        digest.update(repr([*row.values()]).encode())
    return CopiedTable(name=table.name, rows=count, sha256=digest.hexdigest())
