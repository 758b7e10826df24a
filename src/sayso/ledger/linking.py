"""The link index: how reports find those that speak of the same, and what comes of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, select

from sayso.ledger import fetch
from sayso.ledger.claims.write import (
    remove_claims,
    remove_links,
    remove_links_of,
    write_claims,
    write_links,
)
from sayso.ledger.columns import Row
from sayso.ledger.inserting import insert_rows
from sayso.ledger.opened import OpenLedger
from sayso.ledger.schema import (
    assertions,
    claims,
    link_keys,
    linked,
    links,
    members,
    origins,
    reports,
)
from sayso.ledger.selection import BY_DATE
from sayso.model import Claim, Link

# Made once: this is asked for every assertion of a ledger, and making it takes as long as asking.
_HAVING = (
    select(link_keys.c.key, link_keys.c.item)
    .where(link_keys.c.kind == bindparam("kind"))
    .where(link_keys.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(link_keys.c.key, link_keys.c.item)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedAssertion:
    """What a statement asserts, as the pipeline keeps it: `data` is text that it alone reads."""

    id: str
    report: str
    statement: str
    about: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedKey:
    """A number by which `item` is found: whatever has the same one may be about the same.

    `key` is a signed number of 64 bits, `kind` what sort of key it is. `item` is the id of an
    assertion or of a report; the pipeline may add its own words, after a blank. Of two items that
    belong together each has the key of the other's id (`sayso.model.hashing`), in one kind.
    """

    kind: str
    key: int
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What came of linking some reports, by a `version` of how that is done.

    `reports` have been gone through with this, their `assertions` and `keys` are new. `claims` and
    `links` are new or replace those of the same ids; what is in `removed_claims` and
    `removed_links` holds no longer.
    """

    version: str
    reports: tuple[str, ...] = ()
    assertions: Sequence[IndexedAssertion] = ()
    keys: Sequence[IndexedKey] = ()
    claims: Sequence[Claim] = ()
    links: Sequence[Link] = ()
    removed_claims: frozenset[str] = frozenset()
    removed_links: frozenset[str] = frozenset()


class LinkIndex:
    """What the reports of a ledger can be linked by, and which of them have been.

    All of it is derived from the records: `clear` forgets it, to be made again.
    """

    def __init__(self, file: OpenLedger) -> None:
        self._file = file

    def versions(self) -> frozenset[str]:
        """The versions of linking that reports have been gone through with."""
        with self._file.snapshot() as connection:
            return frozenset(connection.scalars(select(linked.c.version).distinct()))

    def unlinked(self) -> tuple[str, ...]:
        """The ids of reports not gone through, by date of publication (none last) and id."""
        new = reports.c.id.not_in(select(linked.c.report))
        with self._file.snapshot() as connection:
            return tuple(connection.scalars(select(reports.c.id).where(new).order_by(*BY_DATE)))

    def waiting(self) -> int:
        """How many reports were not gone through."""
        new = reports.c.id.not_in(select(linked.c.report))
        with self._file.snapshot() as connection:
            return connection.scalars(select(func.count()).where(new)).one()

    def unjoined(self) -> tuple[str, ...]:
        """Those of `unlinked` of which the index has what they assert, and its keys.

        They were held against all others, and then lost one that they were linked with, or linking
        stopped. Only what is made of several findings at once has still to be made.
        """
        asserting = select(assertions.c.report).where(assertions.c.report == reports.c.id).exists()
        compared = (reports.c.id.not_in(select(linked.c.report)), asserting)
        with self._file.snapshot() as connection:
            return tuple(
                connection.scalars(select(reports.c.id).where(*compared).order_by(*BY_DATE))
            )

    def blocks(self, kind: str, keys: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The items that have each of `keys`, in order; keys that none has are left out."""
        found: dict[int, list[str]] = defaultdict(list)
        with self._file.snapshot() as connection:
            for batch in fetch.in_batches(sorted(set(keys))):
                for row in connection.execute(_HAVING, {"kind": kind, "keys": batch}):
                    found[row.key].append(row.item)
        return {key: tuple(items) for key, items in found.items()}

    def candidates(self, kind: str, keys: Iterable[int]) -> dict[str, int]:
        """The items that have some of `keys`, and how many of them."""
        return dict(Counter(chain.from_iterable(self.blocks(kind, keys).values())))

    def assertions(self, ids: Iterable[str]) -> dict[str, IndexedAssertion]:
        """The assertions with these ids, those that are there, by id."""
        return {each.id: each for each in self._assertions(assertions.c.id, ids)}

    def assertions_of(self, *statements: str) -> tuple[IndexedAssertion, ...]:
        """What `statements` assert, by id."""
        return self._assertions(assertions.c.statement, statements)

    def assertions_in(self, *reports: str) -> tuple[IndexedAssertion, ...]:
        """What the statements of `reports` assert, by id."""
        return self._assertions(assertions.c.report, reports)

    def write(self, found: Linked) -> None:
        """Record what came of linking, whole or not at all.

        What is removed goes first. Links from or to a removed claim go with it, unless the claim
        is written again. Raises RecordError if a claim or link breaks an invariant, and
        LedgerError if a report was gone through before.
        """
        with self._file.writing() as connection:
            _write(connection, found)

    def replace(self, found: Iterable[Linked]) -> None:
        """Record what came of linking all reports anew, in place of all that was there.

        It stands when everything has come, or nothing of it does. The first of it is asked for
        when nobody else can write any more. Raises as `write` does.
        """
        with self._file.writing() as connection:
            _clear(connection)
            for each in found:
                _write(connection, each)

    def clear(self) -> None:
        """Forget all that is derived: assertions, keys, links, claims. Judgements stay."""
        with self._file.writing() as connection:
            _clear(connection)

    def _assertions(
        self, column: ColumnElement[str], wanted: Iterable[str]
    ) -> tuple[IndexedAssertion, ...]:
        with self._file.snapshot() as connection:
            found = [
                IndexedAssertion(**row)
                for batch in fetch.in_batches(sorted(set(wanted)))
                for row in fetch.rows(connection, select(assertions).where(column.in_(batch)))
            ]
        return tuple(sorted(found, key=lambda each: each.id))


def _write(connection: Connection, found: Linked) -> None:
    gone = found.removed_claims.difference(claim.id for claim in found.claims)
    remove_links(connection, found.removed_links)
    remove_links_of(connection, gone)
    remove_claims(connection, gone)
    for table, rows in _index_rows(found):
        insert_rows(connection, table, rows)
    write_claims(connection, found.claims)
    write_links(connection, found.links)


def _clear(connection: Connection) -> None:
    for table in (links, origins, members, claims, link_keys, assertions, linked):
        connection.execute(delete(table))


def _index_rows(found: Linked) -> Iterator[tuple[Table, list[Row]]]:
    yield linked, [{"report": report, "version": found.version} for report in found.reports]
    yield assertions, [_fields(each) for each in found.assertions]
    # In the order of their table: it is large, and each page of it is then touched once.
    in_order = sorted(set(found.keys), key=lambda each: (each.kind, each.key, each.item))
    yield link_keys, [_fields(each) for each in in_order]


def _fields(record: IndexedAssertion | IndexedKey) -> Row:
    # Not `asdict`: it copies every value, and there are hundreds of keys to a report.
    return {name: getattr(record, name) for name in record.__slots__}
