"""A folder for brat: each report as text with its annotations beside, and their configuration.

The format: https://brat.nlplab.org/standoff.html. Offsets count Unicode code points, in brat as in
the ledger.
"""

from __future__ import annotations

from pathlib import Path

from sayso.export.formats.brat.annotations import annotated
from sayso.export.formats.brat.configuration import configuration
from sayso.export.formats.readings import readings
from sayso.ledger import Ledger

__all__ = ["write_brat"]


def write_brat(ledger: Ledger, folder: Path) -> None:
    """Write `annotation.conf`, and for each report of `ledger` its `.txt` and its `.ann`."""
    (folder / "annotation.conf").write_bytes(configuration().encode())
    for reading in readings(ledger):
        name = reading.report.id
        # Without carriage returns: who reads both characters of a line end as one would count less.
        (folder / f"{name}.txt").write_bytes(reading.report.text.replace("\r", " ").encode())
        (folder / f"{name}.ann").write_bytes(annotated(reading).encode())
