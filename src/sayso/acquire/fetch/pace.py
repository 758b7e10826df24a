"""Leaving a host in peace between two requests."""

from __future__ import annotations

import time


class Pace:
    """When each host was last asked."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._asked: dict[str, float] = {}

    def wait(self, host: str, delay: float) -> None:
        """Sleep until `host` may be asked again: after the longer of the pause and `delay`."""
        last = self._asked.get(host)
        if last is not None:
            time.sleep(max(0.0, last + max(self._pause, delay) - time.monotonic()))
        self._asked[host] = time.monotonic()
