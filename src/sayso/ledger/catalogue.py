"""The reports as a list tells of them: without their texts, with what was read in them counted."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from sayso.ledger import fetch
from sayso.ledger.opened import OpenLedger
from sayso.ledger.order import EARLIEST_FIRST, NEWEST_FIRST, place_in
from sayso.ledger.queries import ReportQuery
from sayso.ledger.schema import reports, statements
from sayso.ledger.selection import select_reports
from sayso.model import Act, Stance

_MOST = 200
"""So many publishers are told, those of the most reports."""
_OPENING = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A report in a list; without a title, how its text begins stands for it.

    `statements` are those credited to somebody, `denials` those of them that deny in words.
    """

    id: str
    title: str
    publisher: str | None
    published: str | None
    language: str | None
    statements: int
    denials: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """Some reports of a list; `is_more` tells that others follow the last one."""

    entries: tuple[ReportEntry, ...]
    is_more: bool


def report_entries(
    ledger: OpenLedger, query: ReportQuery, size: int, *, after: str | None = None
) -> Entries:
    """The first `size` of the reports that `query` asks for, or those after the report `after`.

    By date, as `query` says; its limit is not looked at. Raises RecordNotFound if there is no
    report `after`.
    """
    order = NEWEST_FIRST if query.newest else EARLIEST_FIRST
    opening = func.substr(reports.c.text, 1, _OPENING)
    own = (reports.c[name] for name in ("id", "publisher", "published", "language"))
    columns = (*own, func.coalesce(reports.c.title, opening).label("title"), *_counted())
    with ledger.snapshot() as connection:
        asked = select_reports(query, *columns)
        if after is not None:
            itself = select(reports).where(reports.c.id == after)
            asked = asked.where(*order.after(place_in(connection, itself, order)))
        found = tuple(ReportEntry(**row) for row in fetch.rows(connection, asked.limit(size + 1)))
    return Entries(entries=found[:size], is_more=len(found) > size)


def publishers(ledger: OpenLedger) -> tuple[str, ...]:
    """Who published the reports: those of the most first, at most two hundred."""
    return _values(ledger, reports.c.publisher)


def languages(ledger: OpenLedger) -> tuple[str, ...]:
    """The languages of the reports, that of the most first."""
    return _values(ledger, reports.c.language)


def _counted() -> tuple[ColumnElement[int], ...]:
    credited = (statements.c.report == reports.c.id, statements.c.depth > 0)
    denied = (statements.c.act == Act.DENY.value, statements.c.stance == Stance.DENIES.value)
    said, denials = (
        select(func.count()).where(*credited, *narrowed).correlate(reports).scalar_subquery()
        for narrowed in ((), denied)
    )
    return said.label("statements"), denials.label("denials")


def _values(ledger: OpenLedger, column: ColumnElement[str | None]) -> tuple[str, ...]:
    most = func.count().desc()
    asked = select(column).where(column.is_not(None)).group_by(column).order_by(most, column)
    with ledger.snapshot() as connection:
        return tuple(filter(None, connection.scalars(asked.limit(_MOST))))
