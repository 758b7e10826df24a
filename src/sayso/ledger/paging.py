"""Lists of records a page at a time, each page found by the last record of the one before.

Nothing is counted off: a later page comes as fast as the first, and records that come in meanwhile
neither repeat a row nor hide one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    false,
    literal,
    or_,
    select,
    true,
)

from sayso.ledger.claims.selection import select_claims, select_judgements, select_links
from sayso.ledger.one import TYPES
from sayso.ledger.opened import OpenLedger
from sayso.ledger.queries import (
    ActorQuery,
    ClaimQuery,
    EventQuery,
    JudgementQuery,
    LinkQuery,
    PlaceQuery,
    RejectQuery,
    RelationQuery,
    ReportQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.ledger.schema import (
    READING_ORDER,
    TEXT_ORDER,
    TRIGGER_ORDER,
    actors,
    claims,
    events,
    judgements,
    links,
    mentions,
    places,
    rejects,
    relations,
    reports,
    statements,
    times,
)
from sayso.ledger.selection import (
    select_actors,
    select_events,
    select_places,
    select_relations,
    select_reports,
    select_statements,
    select_times,
)
from sayso.model import Record, RecordNotFound

AnyQuery = (
    ReportQuery
    | StatementQuery
    | EventQuery
    | RelationQuery
    | ActorQuery
    | PlaceQuery
    | TimeQuery
    | ClaimQuery
    | LinkQuery
    | JudgementQuery
    | RejectQuery
)
"""What may be listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPage:
    """Some records of a list, in its order; `is_more` tells that others follow the last one."""

    records: tuple[Record, ...]
    is_more: bool


@dataclass(frozen=True, slots=True)
class Order:
    """The columns by which a list is in order.

    Of the first `falling` ones the largest values come first. Nulls, which the first alone may
    hold, come last. The first `leading` are of the table that is gone through first.
    """

    columns: tuple[ColumnElement[Any], ...]
    falling: int = 0
    leading: int = 1

    def after(self, place: Sequence[Any]) -> tuple[ColumnElement[bool], ...]:
        """Whether a row comes after that with the values `place`.

        That it does not come before by the leading columns is told by itself: rows of the table
        that is gone through first are then passed over without looking for what belongs to them.
        """
        return (
            self._beyond(place, self.leading, itself=True),
            self._beyond(place, len(self.columns), itself=False),
        )

    def _beyond(self, place: Sequence[Any], columns: int, *, itself: bool) -> ColumnElement[bool]:
        told: ColumnElement[bool] = true() if itself else false()
        for number in reversed(range(columns)):
            told = or_(self._past(number, place[number]), and_(self._at(number, place), told))
        return told

    def _past(self, number: int, value: object) -> ColumnElement[bool]:
        if value is None:
            return false()
        column = self.columns[number]
        further = column < literal(value) if number < self.falling else column > literal(value)
        return further if number else or_(further, column.is_(None))

    def _at(self, number: int, place: Sequence[Any]) -> ColumnElement[bool]:
        return self.columns[number].is_not_distinct_from(place[number])


@dataclass(frozen=True, slots=True)
class _List:
    """How records are listed whose ids begin with `start`, and the query for all of them."""

    start: str
    select: Callable[[Any], Select[Any]]
    everything: AnyQuery
    order: Order


def page_of(
    ledger: OpenLedger, query: AnyQuery, size: int, *, after: str | None = None
) -> RecordPage:
    """The first `size` of the records that `query` asks for, or those after the record `after`.

    Their order is that of the lists of `Ledger`; the limit of `query` is not looked at. Raises
    RecordNotFound if `after` is none of the records of this type.
    """
    of = _LISTS[type(query)]
    table, read = TYPES[of.start]
    order = NEWEST_FIRST if isinstance(query, ReportQuery) and query.newest else of.order
    with ledger.snapshot() as connection:
        asked = of.select(query)
        if after is not None:
            itself = of.select(of.everything).where(table.c.id == after)
            asked = asked.where(*order.after(place_in(connection, itself, order)))
        found = tuple(read(connection, asked.limit(size + 1)))
    return RecordPage(records=found[:size], is_more=len(found) > size)


def place_in(connection: Connection, one: Select[Any], order: Order) -> Sequence[Any]:
    """What the columns of `order` hold for the one row that is selected; raises RecordNotFound."""
    found = connection.execute(one.with_only_columns(*order.columns).order_by(None)).first()
    if found is None:
        raise RecordNotFound("the list has no such record to go on from: begin it again")
    return tuple(found)


def _select_rejects(query: RejectQuery) -> Select[Any]:
    told = () if query.stage is None else (rejects.c.stage == query.stage,)
    return select(rejects).where(*told).order_by(rejects.c.id)


_BY_DATE = (reports.c.published, reports.c.id)
EARLIEST_FIRST = Order(_BY_DATE, leading=2)
NEWEST_FIRST = Order(_BY_DATE, falling=2, leading=2)


def _in_text(table: Table, order: Sequence[str]) -> Order:
    """The order of what stands in reports: report by report, then `order` and id."""
    within = (table.c[name] for name in (*order[1:], "id"))
    return Order((*_BY_DATE, *within), leading=2)


_LISTS: Mapping[type[AnyQuery], _List] = {
    each.everything.__class__: each
    for each in (
        _List("r-", select_reports, ReportQuery(), EARLIEST_FIRST),
        _List("s-", select_statements, StatementQuery(), _in_text(statements, READING_ORDER)),
        _List("e-", select_events, EventQuery(), _in_text(events, TRIGGER_ORDER)),
        _List("l-", select_relations, RelationQuery(), _in_text(relations, TEXT_ORDER)),
        _List("p-", select_places, PlaceQuery(), _in_text(places, TEXT_ORDER)),
        _List("t-", select_times, TimeQuery(), _in_text(times, TEXT_ORDER)),
        _List(
            "a-",
            select_actors,
            ActorQuery(),
            Order((*_BY_DATE, mentions.c.start, actors.c.id), leading=2),
        ),
        _List("c-", select_claims, ClaimQuery(), Order((claims.c.contested, claims.c.id), 1)),
        _List("k-", select_links, LinkQuery(), Order((links.c.score, links.c.id), 1)),
        _List("j-", select_judgements, JudgementQuery(), Order((judgements.c.at, judgements.c.id))),
        _List("x-", _select_rejects, RejectQuery(), Order((rejects.c.id,))),
    )
}
