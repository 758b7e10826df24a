"""The ledger as a thing that is kept: migrations, and who waits to write."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import Histogram

from sayso.telemetry.registry import REGISTRY, SECONDS

_LOG = logging.getLogger("sayso.ledger")

_LONG_WAIT = 1.0
"""Seconds from which on a wait is worth a line."""

_WAITS = Histogram(
    "sayso_writer_wait_seconds",
    "Until a writer had the ledger for itself.",
    buckets=SECONDS,
    registry=REGISTRY,
)


@contextmanager
def migrating(ledger: object, *, old: int, new: int) -> Iterator[None]:
    """A ledger is brought from schema `old`, 0 where there was none, to `new` in the block."""
    began = time.monotonic()
    yield
    told = {"ledger": ledger, "old": old, "new": new, "seconds": time.monotonic() - began}
    _LOG.info("ledger_migrated" if old else "ledger_made", extra=told)


def waited(ledger: object, seconds: float) -> None:
    """A writer waited for others to end."""
    _WAITS.observe(seconds)
    if seconds >= _LONG_WAIT:
        _LOG.warning("writer_waited", extra={"ledger": ledger, "seconds": seconds})
