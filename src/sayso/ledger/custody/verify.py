"""Re-checks the chain of custody: acquisitions, deletions, and the raw bytes that were kept."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.ledger import fetch
from sayso.ledger.custody.fetch import last_deletion
from sayso.ledger.custody.rows import acquisition_of, acquisition_row, deletion_of, deletion_row
from sayso.ledger.findings import Findings, Problem
from sayso.ledger.raw import RawKept
from sayso.ledger.schema import acquisitions, deletions, reports
from sayso.model import LedgerError, Report
from sayso.model.custody_invariants import acquisition_violations, deletion_violations
from sayso.model.ids import report_id


def acquisition_problems(connection: Connection) -> Iterator[Problem]:
    """Every problem of an acquisition."""
    rows = fetch.rows(connection, select(acquisitions).order_by(acquisitions.c.id))
    for row in rows:
        findings = Findings()
        acquisition = findings.decode(row, acquisition_of, acquisition_row)
        yield from findings.problems
        if acquisition is None:
            continue
        for violation in acquisition_violations(acquisition):
            yield Problem(violation.record, "invariant", violation.message)
        if acquisition.after and not fetch.has(connection, deletions, acquisition.after):
            message = f"comes after deletion {acquisition.after}, which is not there"
            yield Problem(acquisition.id, "invariant", message)


def deletion_problems(connection: Connection) -> Iterator[Problem]:
    """Every problem of a deletion."""
    rows = fetch.rows(connection, select(deletions).order_by(deletions.c.id))
    for row in rows:
        findings = Findings()
        deletion = findings.decode(row, deletion_of, deletion_row)
        yield from findings.problems
        if deletion is not None:
            for violation in deletion_violations(deletion):
                yield Problem(violation.record, "invariant", violation.message)


def leftover_problems(connection: Connection, store: RawKept) -> Iterator[Problem]:
    """The raw bytes of no report here that are others than their SHA-256 says."""
    for sha256 in store.hashes():
        if not fetch.has(connection, reports, report_id(sha256)):
            _, problems = _read(store, sha256, sha256)
            yield from problems


def kept_bytes(
    connection: Connection, store: RawKept, report: Report
) -> tuple[bytes | None, list[Problem]]:
    """The raw bytes of `report`, null where they are not to be had, and what is wrong with them.

    That they are not there is a problem where an acquisition says that they were kept.
    """
    try:
        there = report.sha256 in store
    except LedgerError:  # its SHA-256 is none, which is told elsewhere
        return None, []
    if not there and not _was_kept(connection, report):
        return None, []
    return _read(store, report.sha256, report.id)


def _was_kept(connection: Connection, report: Report) -> bool:
    """Whether its bytes were put into the store, and not deleted since."""
    before = last_deletion(connection, report.id)
    kept = select(acquisitions.c.id).where(
        acquisitions.c.report == report.id,
        acquisitions.c.kept,
        acquisitions.c.after == (before.id if before else None),
    )
    return connection.execute(kept.limit(1)).first() is not None


def _read(store: RawKept, sha256: str, record: str) -> tuple[bytes | None, list[Problem]]:
    try:
        return store.get(sha256), []
    except LedgerError as error:
        return None, [Problem(record, "raw", str(error))]
