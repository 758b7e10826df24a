"""Which judgements bear on which records, and on which reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, and_, or_, select

from sayso.ledger import fetch
from sayso.ledger.claims.rows import judgement_of
from sayso.ledger.columns import Row
from sayso.ledger.schema import actors, as_read, events, judgements, relations, statements
from sayso.model import Judgement, JudgementKind

_TABLES = {"s-": statements, "e-": events, "l-": relations, "a-": actors}


def bearing_on(connection: Connection, records: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements about these records and those merged with them, near or far, and all undos."""
    found: dict[str, Judgement] = {}
    known, new = set[str](), set(records)
    while new:
        known |= new
        for batch in fetch.in_batches(sorted(new)):
            found |= {row["id"]: judgement_of(row) for row in _about(connection, batch)}
        new = {*found, *_merged(found.values())} - known
    return tuple(found.values())


def decided(connection: Connection, judgement: Judgement) -> Judgement | None:
    """What `judgement` decides, or what the last of a row of undos is about; null if not there."""
    at: Judgement | None = judgement
    while at is not None and at.kind is JudgementKind.UNDO:
        query = select(judgements).where(judgements.c.id == at.target)
        at = next(map(judgement_of, fetch.rows(connection, query)), None)
    return at


def reports_judged(connection: Connection, judgement: Judgement) -> set[str]:
    """The reports of the records that what was decided is about."""
    ends = {judgement.target}
    if judgement.kind is JudgementKind.MERGE:
        ends |= set(_merged(bearing_on(connection, ends)))
    return reports_of(connection, ends)


def reports_of(connection: Connection, records: Iterable[str]) -> set[str]:
    """The reports in which these records were read, though they be rejected or merged since."""
    return {report for one in records for report in _reports_of(connection, one)}


def was_judged(connection: Connection, record: str) -> bool:
    """Whether anybody judged `record`, or merged another with it."""
    return any(_about(connection, [record]))


def shown_in(connection: Connection, records: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of `records` that is shown in a report, and that report."""
    wanted = set(records)
    for start, table in _TABLES.items():
        for batch in fetch.in_batches(sorted(one for one in wanted if one.startswith(start))):
            query = select(table.c.id, table.c.report).where(table.c.id.in_(batch))
            yield from ((row.id, row.report) for row in connection.execute(query))


def _about(connection: Connection, batch: list[str]) -> Iterator[Row]:
    merged = and_(judgements.c.kind == JudgementKind.MERGE, judgements.c.value.in_(batch))
    return fetch.rows(
        connection, select(judgements).where(or_(judgements.c.target.in_(batch), merged))
    )


def _merged(found: Iterable[Judgement]) -> Iterator[str]:
    for one in found:
        if one.kind is JudgementKind.MERGE:
            yield from (one.target, one.value or "")


def _reports_of(connection: Connection, record: str) -> Iterator[str]:
    """The report of a record, also of one that was rejected or merged with another."""
    table = _TABLES.get(record[:2])
    if table is None:
        return
    shown = connection.scalar(select(table.c.report).where(table.c.id == record))
    if shown is not None:
        yield shown
        return
    hidden = as_read.c.hidden.contains(f'"{record}"', autoescape=True)
    yield from connection.scalars(select(as_read.c.report).where(hidden))
