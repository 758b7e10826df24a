"""Whether records that people judged are as they should be."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.ledger.findings import Problem
from sayso.ledger.judged.reports import as_judged, reading_as_read, records_of
from sayso.model import Reading, RecordError


def as_read_and_judged(connection: Connection, shown: Reading) -> tuple[Reading, list[Problem]]:
    """What was read in a report, and how the records `shown` are not that as people judged it."""
    try:
        read = reading_as_read(connection, shown)
        unlike = records_of(as_judged(connection, read)) ^ records_of(shown)
    except RecordError as error:
        return shown, [Problem(shown.report.id, "value", str(error))]
    message = "it is not what was read, as people judged it"
    return read, [Problem(name, "derived", message) for name in sorted({one.id for one in unlike})]
