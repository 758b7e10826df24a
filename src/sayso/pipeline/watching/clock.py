"""The time, waiting, and being told to stop."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

_STEP = 0.5
"""Seconds after which one who waits looks whether he is to stop."""


class Clock(Protocol):
    """What tells the time and lets it pass."""

    stopped: bool

    def now(self) -> datetime:
        """The instant, in UTC."""

    def wait(self, seconds: float) -> None:
        """Let so many seconds pass, or fewer if it is to stop."""


class SystemClock:
    """The clock of this machine; `stopped` is set by whoever wants the watch to end."""

    def __init__(self) -> None:
        self.stopped = False

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        """Let so many seconds pass, or fewer if it is to stop."""
        end = time.monotonic() + seconds
        while not self.stopped and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, _STEP))


def instant(at: datetime, *, after: float = 0.0) -> str:
    """So many seconds `after` an instant, as ISO 8601 in UTC; its order is that of time."""
    return (at + timedelta(seconds=after)).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds_until(due: str, at: datetime) -> float:
    """Seconds from the instant `at` until `due`; 0 if that is over."""
    return max(0.0, (datetime.fromisoformat(due) - at).total_seconds())
