"""Pages of records: each begins after the last record of the one before."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select

from sayso.ledger.queries import Limited
from sayso.ledger.schema import reports
from sayso.model import RecordNotFound

STARTS = {"statements": "span_start", "events": "trigger_start", "relations": "span_start"}
"""Where in the text a record of each table begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Limited):
    """At most `limit` records, those `after` the record with this id; null for the first page."""

    after: str | None = None


def after_record(connection: Connection, table: Table, record: str | None) -> ColumnElement[bool]:
    """Whether a row of `table` comes after `record` by report (`BY_DATE`), place in it and id.

    `reports` are joined. Raises RecordNotFound.
    """
    if record is None:
        return reports.c.id.is_not(None)
    start = table.c[STARTS[table.name]]
    of = reports.c.id == table.c.report
    place = select(reports.c.published, reports.c.id, start).join(table, of)
    found = connection.execute(place.where(table.c.id == record)).one_or_none()
    if found is None:
        raise RecordNotFound(f"there is no {record!r:.40} to go on after: begin at the first page")
    published, report, begins = found
    in_report = or_(start > begins, and_(start == begins, table.c.id > record))
    in_day = or_(reports.c.id > report, and_(reports.c.id == report, in_report))
    if published is None:
        return and_(reports.c.published.is_(None), in_day)
    later = or_(reports.c.published > published, reports.c.published.is_(None))
    return or_(later, and_(reports.c.published == published, in_day))
