"""Everything that was read, a report at a time."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.ledger import Ledger
from sayso.model import Reading


def readings(ledger: Ledger) -> Iterator[Reading]:
    """Every reading, by the report's date of publication (those without one last) and id.

    One is in memory at a time.
    """
    for report in ledger.reports():
        yield ledger.reading(report.id)
