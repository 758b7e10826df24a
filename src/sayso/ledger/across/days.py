"""What was said and what happened, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from sayso.ledger import fetch
from sayso.ledger.across.narrowing import LookFor, Narrowed, narrowed
from sayso.ledger.across.pages import Page, after_record
from sayso.ledger.across.telling import Told, told
from sayso.ledger.event_rows import event_of
from sayso.ledger.joins import OrderedJoin
from sayso.ledger.opened import OpenLedger
from sayso.ledger.rows import statement_of
from sayso.ledger.schema import events, participants, reports, statements
from sayso.ledger.selection import BY_DATE, Selected, between
from sayso.model import RecordNotFound

_BY_TIME = (events.c.time_first, events.c.report, events.c.trigger_start, events.c.id)
_KNOWN_FROM = "0001"
"""The first year: what began at no known time stands before it."""


class Days:
    """What a ledger has day by day; both lists are in an order that pages follow."""

    def __init__(self, ledger: OpenLedger) -> None:
        self._ledger = ledger

    def said(self, query: LookFor, page: Page) -> tuple[Told, ...]:
        """The word of others than the authors, by when their reports were published."""
        with self._ledger.snapshot() as connection:
            found = _said(connection, query, page)
            return told(connection, map(statement_of, fetch.rows(connection, found)))

    def happened(self, query: LookFor, page: Page) -> tuple[Told, ...]:
        """The events that have a time, by when it began."""
        with self._ledger.snapshot() as connection:
            found = _happened(connection, query, page)
            rows = fetch.with_parts(connection, found, participants)
            return told(connection, (event_of(row, taking) for row, (taking,) in rows))


def _said(connection: Connection, query: LookFor, page: Page) -> Selected:
    wanted = narrowed(connection, query)
    by_report = OrderedJoin(reports, statements, statements.c.report == reports.c.id)
    return (
        select(statements)
        .select_from(by_report)
        .where(
            reports.c.published.is_not(None),
            *between(query, reports.c.published, reports.c.published),
            *wanted.reports(reports.c.id),
            statements.c.depth > 0,
            *wanted.statements(),
            after_record(connection, statements, page.after),
        )
        .order_by(*BY_DATE, statements.c.span_start, statements.c.id)
        .limit(page.limit)
    )


def _happened(connection: Connection, query: LookFor, page: Page) -> Select[tuple[object, ...]]:
    return (
        select(events)
        .where(
            events.c.time_first >= _KNOWN_FROM,
            *between(query, events.c.time_first, events.c.time_first),
            *_told_so(narrowed(connection, query)),
            *_after_event(connection, page.after),
        )
        .order_by(*_BY_TIME)
        .limit(page.limit)
    )


def _told_so(wanted: Narrowed) -> Iterator[ColumnElement[bool]]:
    yield from wanted.reports(events.c.report)
    yield from wanted.events()


def _after_event(connection: Connection, event: str | None) -> Iterator[ColumnElement[bool]]:
    if event is None:
        return
    last = connection.execute(select(*_BY_TIME).where(events.c.id == event)).one_or_none()
    if last is None or last.time_first is None:
        raise RecordNotFound(f"there is no {event!r:.40} to go on after: begin at the first page")
    day, report, start, _ = last
    in_report = or_(
        events.c.trigger_start > start, and_(events.c.trigger_start == start, events.c.id > event)
    )
    in_day = or_(events.c.report > report, and_(events.c.report == report, in_report))
    yield events.c.time_first >= day
    yield or_(events.c.time_first > day, and_(events.c.time_first == day, in_day))
