"""Watching feeds: what was asked for, what was told."""

from __future__ import annotations

import logging

from prometheus_client import Counter, Gauge

from sayso.telemetry.redaction import without_quotes
from sayso.telemetry.registry import REGISTRY

_LOG = logging.getLogger("sayso.watch")

_ASKED = Counter(
    "sayso_feeds_asked", "Feeds asked for, by outcome.", ["outcome"], registry=REGISTRY
)
_NOTICES = Counter(
    "sayso_notices", "Notices that were told, and those not taken.", ["outcome"], registry=REGISTRY
)
_QUEUED = Gauge("sayso_pages_queued", "Pages that are still to be fetched.", registry=REGISTRY)
_ROUND = Gauge(
    "sayso_watch_round_timestamp_seconds",
    "When the last round of the watch ended, in seconds since 1970.",
    registry=REGISTRY,
)


def feed_asked(url: str, *, new: int, refused: str | None) -> None:
    """A feed was asked for; it had so many new entries, or could not be had."""
    _ASKED.labels("had" if refused is None else "refused").inc()
    if refused is None:
        _LOG.info("feed_asked", extra={"feed": url, "new": new})
    else:
        _LOG.warning("feed_refused", extra={"feed": url, "reason": without_quotes(refused)})


def notice_told(notice: str, *, claim: str, on: str) -> None:
    """A notice was told."""
    _NOTICES.labels("told").inc()
    _LOG.info("notice_told", extra={"notice": notice, "claim": claim, "on": on})


def notice_refused(notice: str, *, claim: str, reason: str) -> None:
    """A notice was not taken; it will be told again."""
    _NOTICES.labels("refused").inc()
    told = {"notice": notice, "claim": claim, "reason": reason}
    _LOG.warning("notice_refused", extra=told)


def round_ended(*, reports: int, linked: int, queued: int, due: str | None) -> None:
    """A round came to its end; the next is due then."""
    _QUEUED.set(queued)
    _ROUND.set_to_current_time()
    told = {"reports": reports, "linked": linked, "queued": queued, "due": due}
    _LOG.info("round_ended", extra=told)


def ledger_unusable(reason: str) -> None:
    """The ledger could not be used in a round; it is tried again."""
    _LOG.error("ledger_unusable", extra={"reason": without_quotes(reason)})
