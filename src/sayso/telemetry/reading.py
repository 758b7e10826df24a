"""Reading reports: runs, what becomes of each input, what is fetched."""

from __future__ import annotations

import logging
from collections.abc import Sized
from typing import Protocol

from prometheus_client import Counter, Histogram

from sayso.model import Reading, Reject
from sayso.telemetry.redaction import without_quotes
from sayso.telemetry.registry import REGISTRY, SECONDS

_LOG = logging.getLogger("sayso.read")

_READ = Counter("sayso_reports_read", "Reports read into the ledger.", registry=REGISTRY)
_KNOWN = Counter("sayso_reports_known", "Inputs that the ledger had already.", registry=REGISTRY)
_WORDS = Counter("sayso_words_read", "Words of the reports that were read.", registry=REGISTRY)
_REJECTS = Counter(
    "sayso_rejects", "Inputs that were refused, by stage.", ["stage"], registry=REGISTRY
)
_SECONDS = Histogram(
    "sayso_read_seconds",
    "From the bytes of a report to its records, in the process that reads it.",
    buckets=SECONDS,
    registry=REGISTRY,
)
_FETCHED = Counter(
    "sayso_pages_fetched", "Addresses asked for, by outcome.", ["outcome"], registry=REGISTRY
)


class Done(Protocol):
    """What a run did, in numbers; so many inputs are `left` where it was stopped."""

    @property
    def reports(self) -> int:
        """Read."""

    @property
    def known(self) -> int:
        """In the ledger already."""

    @property
    def rejects(self) -> Sized:
        """Refused."""

    @property
    def left(self) -> int:
        """Not reached."""

    @property
    def seconds(self) -> float:
        """How long it took."""


def run_started(ledger: object, *, jobs: int | None) -> None:
    """A run begins, in so many processes; null where it takes what there is."""
    _LOG.info("run_started", extra={"ledger": ledger, "jobs": jobs})


def run_ended(done: Done) -> None:
    """A run came to its end, or was stopped."""
    told = {"reports": done.reports, "known": done.known, "rejects": len(done.rejects)}
    _LOG.info("run_ended", extra=told | {"left": done.left, "seconds": done.seconds})


def report_read(reading: Reading, seconds: float | None) -> None:
    """A report was read, in so many `seconds` if that is known, and is in the ledger."""
    words = len(reading.report.text.split())
    _READ.inc()
    _WORDS.inc(words)
    if seconds is not None:
        _SECONDS.observe(seconds)
    told = {"report": reading.report.id, "words": words, "seconds": seconds}
    _LOG.debug("report_read", extra=told | {"statements": len(reading.statements)})


def input_known() -> None:
    """An input was in the ledger already."""
    _KNOWN.inc()


def input_rejected(reject: Reject) -> None:
    """An input was refused; the line tells why, less what the reason quotes of it."""
    _REJECTS.labels(reject.stage).inc()
    told = {"reject": reject.id, "input": reject.input, "stage": reject.stage}
    _LOG.warning("input_rejected", extra=told | {"reason": without_quotes(reject.reason)})


def page_fetched(url: str, outcome: str) -> None:
    """An address was asked for: `fetched`, `unchanged` or `refused`."""
    _FETCHED.labels(outcome).inc()
    _LOG.info("page_fetched", extra={"input": url, "outcome": outcome})
