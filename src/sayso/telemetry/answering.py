"""The reading room: opened, asked, closed."""

from __future__ import annotations

import logging
from http import HTTPStatus

from prometheus_client import Histogram

from sayso.telemetry.registry import REGISTRY

_LOG = logging.getLogger("sayso.web")

_SLOW = 1.0
"""Seconds from which on an answer is slow."""
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
"""Those that have a label of their own: whoever asks may make up others without end."""

_SECONDS = Histogram(
    "sayso_http_request_seconds",
    "From a request to the last byte of its answer.",
    ["route", "method", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0, 10.0),
    registry=REGISTRY,
)


def room_opened(address: str) -> None:
    """The reading room answers at `address`."""
    _LOG.info("room_opened", extra={"at": address})


def room_closed() -> None:
    """It answers no more."""
    _LOG.info("room_closed")


def not_ready(error: str, reason: str) -> None:
    """Somebody asked whether the reading room can answer, and it cannot."""
    _LOG.warning("not_ready", extra={"error": error, "reason": reason})


def answered(*, route: str, method: str, status: int, seconds: float, is_probe: bool) -> None:
    """A request to `route`, a template as `/reports/{report}`, was answered with `status`.

    What was asked there is not told: it holds words that people look for. A probe of the machine's
    own is worth a line only where it fails.
    """
    known = method if method in _METHODS else "other"
    _SECONDS.labels(route, known, str(status)).observe(seconds)
    told = {"route": route, "method": known, "status": status, "seconds": seconds}
    _LOG.log(_level(status, seconds, is_probe=is_probe), "request_answered", extra=told)


def _level(status: int, seconds: float, *, is_probe: bool) -> int:
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return logging.ERROR
    if seconds >= _SLOW:
        return logging.WARNING
    return logging.DEBUG if is_probe else logging.INFO
