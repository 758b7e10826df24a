"""Acquisitions and deletions read from a connection, as they happened, then by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from sayso.ledger.custody.rows import acquisition_of, deletion_of
from sayso.ledger.fetch import in_batches, rows
from sayso.ledger.schema import acquisitions, deletions
from sayso.model import Acquisition, Deletion


def acquisitions_by_time(
    connection: Connection, *, report: str | None = None, uri: str | None = None
) -> Iterator[Acquisition]:
    """Every acquisition, or those of a report, from an address, or both."""
    query = select(acquisitions).order_by(acquisitions.c.at, acquisitions.c.id)
    if report is not None:
        query = query.where(acquisitions.c.report == report)
    if uri is not None:
        query = query.where(acquisitions.c.uri == uri)
    return map(acquisition_of, rows(connection, query))


def deletions_by_time(connection: Connection) -> Iterator[Deletion]:
    """Every deletion."""
    query = select(deletions).order_by(deletions.c.at, deletions.c.id)
    return map(deletion_of, rows(connection, query))


def last_deletion(connection: Connection, report: str) -> Deletion | None:
    """The last deletion of the report with this id; null where it was never deleted."""
    query = (
        select(deletions)
        .where(deletions.c.report == report)
        .order_by(deletions.c.at.desc(), deletions.c.id.desc())
        .limit(1)
    )
    found = connection.execute(query).mappings().first()
    return None if found is None else deletion_of(dict(found))


def last_deletions(connection: Connection, of: Iterable[str]) -> dict[str, Deletion]:
    """The last deletion of each of these reports that was ever deleted, by the report's id."""
    found: dict[str, Deletion] = {}
    for batch in in_batches(sorted(of)):
        query = select(deletions).where(deletions.c.report.in_(batch))
        in_order = query.order_by(deletions.c.at, deletions.c.id)
        found |= {row["report"]: deletion_of(row) for row in rows(connection, in_order)}
    return found
