"""Wrong tokens: each address that gives many has to wait longer and longer."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

_FREE = 5
"""So many may be wrong before waiting begins."""
_LONGEST = 900.0
"""Seconds."""
_MOST = 10_000


class Attempts:
    """How often each address was wrong, and when last; `clock` tells seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, address: str) -> float:
        """The seconds until `address` may try again: none, then 1, 2, 4, up to a quarter hour."""
        times, last = self._wrong.get(address, (0, 0.0))
        if times < _FREE:
            return 0.0
        # Bounded before it is a power: a number that nothing could wait for.
        pause = min(2.0 ** min(times - _FREE, 20), _LONGEST)
        return max(0.0, last + pause - self._clock())

    def wrong(self, address: str) -> None:
        """Count a wrong token; the addresses that were quiet longest are forgotten."""
        times, _ = self._wrong.pop(address, (0, 0.0))
        self._wrong[address] = (times + 1, self._clock())
        while len(self._wrong) > _MOST:
            self._wrong.popitem(last=False)

    def right(self, address: str) -> None:
        """Forget what was wrong before."""
        self._wrong.pop(address, None)
