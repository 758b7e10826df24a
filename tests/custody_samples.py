"""How the two sample reports were had, and what was deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.ledger import Ledger
from sayso.model import AcquiredFrom, Acquisition, Report, Run, SourceMap
from sayso.model.custody_invariants import id_of
from tests.samples import gazette, herald

DELETED: dict[str, Any] = {
    "by": "Ída Þór",
    "at": "2031-06-01T09:30:00Z",
    "reason": "asked for by its author",
}


def acquisition(report: Report, **how: Any) -> Acquisition:
    """How the bytes of `report` were had: from a file, unless `how` says else."""
    blank = Acquisition(
        id="",
        report=report.id,
        sha256=report.sha256,
        acquired_from=AcquiredFrom.FILE,
        uri="file:///reports/herald.txt",
        container=None,
        position=None,
        at="2031-05-07T08:00:00Z",
        by="sayso 0",
        size=len(report.text.encode()),
        kept=False,
    )
    made = replace(blank, **how)
    return replace(made, id=id_of(made))


def from_archive(report: Report, **how: Any) -> Acquisition:
    """How the bytes of `report` were had from an archive."""
    return acquisition(
        report,
        **{
            "acquired_from": AcquiredFrom.ARCHIVE,
            "uri": "https://harbour.example/strike?a=1&b=“2”",
            "container": "file:///crawls/may 2031.warc.gz",
            "position": 4_294_967_296,
            "at": "2031-05-08T08:00:00Z",
        }
        | how,
    )


def mapped(report: Report) -> Report:
    """`report` with the map of a plain text: each character has its own bytes."""
    run = Run(0, len(report.text), 0, len(report.text.encode()))
    return replace(report, source_map=SourceMap(encoding="utf-8", runs=(run,)))


def write_kept(ledger: Ledger) -> None:
    """Record the two sample reports with their maps, raw bytes and acquisitions."""
    for reading in (herald(), gazette()):
        report = mapped(reading.report)
        ledger.raw.put(report.text.encode())
        ledger.add(replace(reading, report=report), acquisition(report, kept=True))
    ledger.add_acquisition(from_archive(herald().report))
