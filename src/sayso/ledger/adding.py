"""Adding readings: their rows, what is counted of them, and what people decided about them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from sayso.ledger.across import upkeep
from sayso.ledger.custody.write import write_acquisitions
from sayso.ledger.fetch import those_in
from sayso.ledger.judged.reports import heed, were_judged
from sayso.ledger.schema import reports
from sayso.ledger.writing import write_rows
from sayso.model import Acquisition, Reading, RecordError
from sayso.model.invariants import check

Added = tuple[Reading, Acquisition | None]
"""A reading, and how its report was acquired, where that is known."""


def check_added(given: Sequence[Added]) -> None:
    """Raise RecordError if a reading breaks an invariant, or has another's acquisition."""
    for reading, acquisition in given:
        check(reading)
        report = reading.report.id
        if acquisition is not None and acquisition.report != report:
            reason = f"is the acquisition of {acquisition.report}, not {report}"
            raise RecordError(f"{acquisition.id} {reason}")


def add_readings(connection: Connection, given: Sequence[Added]) -> list[bool]:
    """Add those readings of `given` whose report is not there yet; of each, whether it was added.

    How the report was acquired is recorded of each.
    """
    write_acquisitions(connection, [acquired for _, acquired in given if acquired is not None])
    there = those_in(connection, reports, (reading.report.id for reading, _ in given))
    new = dict[str, Reading]()
    added = list[bool]()
    for reading, _ in given:
        report = reading.report.id
        added.append(report not in there and report not in new)
        if added[-1]:
            new[report] = reading
    _write(connection, list(new.values()))
    return added


def _write(connection: Connection, new: Sequence[Reading]) -> None:
    """Write all at once; one by one where people decided about some while they were here before."""
    if not were_judged(connection, new):
        _enter(connection, *new)
        return
    for reading in new:
        _enter(connection, reading)
        heed(connection, reading.report.id)


def _enter(connection: Connection, *readings: Reading) -> None:
    if readings:
        write_rows(connection, *readings)
        upkeep.enter(connection, *readings)
