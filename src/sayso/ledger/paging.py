"""Lists of records a page at a time, each page found by the last record of the one before.

Nothing is counted off: a later page comes as fast as the first, and records that come in meanwhile
neither repeat a row nor hide one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, Table, select

from sayso.ledger.claims.selection import select_claims, select_judgements, select_links
from sayso.ledger.one import TYPES
from sayso.ledger.opened import OpenLedger
from sayso.ledger.order import EARLIEST_FIRST, NEWEST_FIRST, Order, by_report, place_in
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
from sayso.model import Record

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
    order = _order(query, of)
    with ledger.snapshot() as connection:
        asked = of.select(query)
        if after is not None:
            itself = of.select(of.everything).where(table.c.id == after)
            asked = asked.where(*order.after(place_in(connection, itself, order)))
        found = tuple(read(connection, asked.limit(size + 1)))
    return RecordPage(records=found[:size], is_more=len(found) > size)


def _order(query: AnyQuery, of: _List) -> Order:
    match query:
        case ReportQuery(newest=True):
            return NEWEST_FIRST
        case JudgementQuery(newest=True):
            return _LATEST_FIRST
    return of.order


def _select_rejects(query: RejectQuery) -> Select[Any]:
    told = () if query.stage is None else (rejects.c.stage == query.stage,)
    return select(rejects).where(*told).order_by(rejects.c.id)


_BY_TIME = (judgements.c.at, judgements.c.id)
_LATEST_FIRST = Order(_BY_TIME, falling=2, leading=2)


def _in_text(table: Table, order: Sequence[str]) -> Order:
    """The order of what stands in reports: report by report, then `order` and id."""
    return by_report(*(table.c[name] for name in (*order[1:], "id")))


_LISTS: Mapping[type[AnyQuery], _List] = {
    each.everything.__class__: each
    for each in (
        _List("r-", select_reports, ReportQuery(), EARLIEST_FIRST),
        _List("s-", select_statements, StatementQuery(), _in_text(statements, READING_ORDER)),
        _List("e-", select_events, EventQuery(), _in_text(events, TRIGGER_ORDER)),
        _List("l-", select_relations, RelationQuery(), _in_text(relations, TEXT_ORDER)),
        _List("p-", select_places, PlaceQuery(), _in_text(places, TEXT_ORDER)),
        _List("t-", select_times, TimeQuery(), _in_text(times, TEXT_ORDER)),
        _List("a-", select_actors, ActorQuery(), by_report(mentions.c.start, actors.c.id)),
        _List("c-", select_claims, ClaimQuery(), Order((claims.c.contested, claims.c.id), 1)),
        _List("k-", select_links, LinkQuery(), Order((links.c.score, links.c.id), 1)),
        _List("j-", select_judgements, JudgementQuery(), Order(_BY_TIME)),
        _List("x-", _select_rejects, RejectQuery(), Order((rejects.c.id,))),
    )
}
