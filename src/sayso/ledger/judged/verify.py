"""Whether records that people judged are as they should be."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from sayso.ledger.findings import Findings, Problem
from sayso.ledger.judged.reports import as_judged, reading_as_read, records_of
from sayso.model import Reading, RecordError


def as_read(connection: Connection, shown: Reading, findings: Findings) -> Reading:
    """What was read in a report; where that is damaged, which is a problem, what is `shown`."""
    try:
        return reading_as_read(connection, shown)
    except RecordError as error:
        findings.problems.append(Problem(shown.report.id, "value", str(error)))
        return shown


def judged_problems(connection: Connection, shown: Reading, read: Reading) -> Iterator[Problem]:
    """Every record `shown` that is not as what was `read` and what is in force about it say."""
    try:
        unlike = records_of(as_judged(connection, read)) ^ records_of(shown)
    except RecordError as error:
        yield Problem(shown.report.id, "value", str(error))
        return
    for name in sorted({one.id for one in unlike}):
        yield Problem(name, "derived", "it is not what was read, as people judged it")
