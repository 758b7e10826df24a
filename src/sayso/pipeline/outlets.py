"""Through whose hands a report came, by name."""

from __future__ import annotations

from sayso.links.citations import outlet_of, same_outlet
from sayso.model import Report


def outlets(report: Report) -> tuple[str, ...]:
    """Who published `report`, then the agency that it credits; nothing where neither is told."""
    told = outlet_of(report)
    if told is None:
        return ()
    if report.publisher is None or same_outlet(report.publisher, told.name):
        return (report.publisher or told.name,)
    return report.publisher, told.name
