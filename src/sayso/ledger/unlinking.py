"""Taking a report out of the link index, and having what was linked with it linked anew.

What is found for two reports depends on these two alone: so it goes with either of them, and all
else stays. Only what is made of several findings at once, claims and the links of events told many
times, has to be made again: for the reports that had something to do with the one that went. Those
keep what they assert and their keys, and only count as not gone through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, and_, bindparam, delete, func, select

from sayso.ledger.columns import Row
from sayso.ledger.fetch import in_batches
from sayso.ledger.schema import assertions, link_keys, linked
from sayso.model.hashing import key_of

_EXACTLY = delete(link_keys).where(
    and_(*(column == bindparam(f"its_{column.name}") for column in link_keys.c))
)
"""Takes one row of keys away."""


def neighbours(connection: Connection, report: str) -> set[str]:
    """The reports with something that the index joins to what `report` asserts, itself too."""
    joined = {_item(row) for row in _rows_of(connection, _asserted(connection, report))}
    return {
        found
        for batch in in_batches(sorted(joined))
        for found in connection.scalars(
            select(assertions.c.report).where(assertions.c.id.in_(batch))
        )
    }


def forget(connection: Connection, report: str) -> None:
    """Take `report` and what it asserts out of the index, and all keys of and to these."""
    own = _asserted(connection, report)
    leading = list(_rows_of(connection, own))
    back = _rows_of(connection, {_item(row) for row in leading})
    gone = [row for row in back if _item(row) in own]
    if rows := [*leading, *gone]:
        connection.execute(_EXACTLY, [{f"its_{name}": row[name] for name in row} for row in rows])
    for batch in in_batches([report, *sorted(own)]):
        connection.execute(delete(link_keys).where(link_keys.c.item.in_(batch)))
    connection.execute(delete(assertions).where(assertions.c.report == report))
    connection.execute(delete(linked).where(linked.c.report == report))


def unlink(connection: Connection, reports: Iterable[str]) -> None:
    """Have those of `reports` that assert something count as not gone through."""
    for batch in in_batches(sorted(reports)):
        asserting = select(assertions.c.report).where(assertions.c.report.in_(batch))
        connection.execute(delete(linked).where(linked.c.report.in_(asserting)))


def _asserted(connection: Connection, report: str) -> set[str]:
    return set(connection.scalars(select(assertions.c.id).where(assertions.c.report == report)))


def _rows_of(connection: Connection, items: Iterable[str]) -> Iterator[Row]:
    """The rows that `items` lead to by the keys that they have as such: `key_of` their ids."""
    for kind in _kinds(connection):
        for batch in in_batches(sorted(map(key_of, items))):
            held = select(link_keys).where(link_keys.c.kind == kind, link_keys.c.key.in_(batch))
            yield from map(dict, connection.execute(held).mappings())


def _kinds(connection: Connection) -> Iterator[str]:
    """The kinds of keys, one after another by the index: there are few, of many million rows."""
    after = ""
    while after is not None:
        query = select(func.min(link_keys.c.kind)).where(link_keys.c.kind > after)
        after = connection.scalar(query)
        if after is not None:
            yield after


def _item(row: Row) -> str:
    """The id that the item of a row of keys begins with."""
    name, _, _ = row["item"].partition(" ")
    return str(name)
