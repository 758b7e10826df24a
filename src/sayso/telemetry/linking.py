"""Linking reports, round by round."""

from __future__ import annotations

import logging

from prometheus_client import Counter, Histogram

from sayso.telemetry.registry import REGISTRY

_LOG = logging.getLogger("sayso.link")

_LINKED = Counter(
    "sayso_reports_linked", "Reports linked with those before them.", registry=REGISTRY
)
_SECONDS = Histogram(
    "sayso_link_seconds",
    "For a round of at most 1,000 reports, linked and in the ledger.",
    buckets=(0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0),
    registry=REGISTRY,
)


def linking_started(*, reports: int) -> None:
    """So many reports are to be linked; a line where there are any."""
    if reports:
        _LOG.info("linking_started", extra={"reports": reports})


def round_linked(*, reports: int, seconds: float) -> None:
    """A round of reports was linked and is in the ledger."""
    _LINKED.inc(reports)
    _SECONDS.observe(seconds)
    _LOG.info("round_linked", extra={"reports": reports, "seconds": seconds})


def linking_ended(*, reports: int, left: int, seconds: float) -> None:
    """Linking came to its end, or was stopped with so many reports `left`."""
    if reports or left:
        _LOG.info("linking_ended", extra={"reports": reports, "left": left, "seconds": seconds})
