"""What reading one input may take: bounds that the operating system keeps.

The time of computing (RLIMIT_CPU) is bounded wherever there is POSIX, memory (RLIMIT_DATA) on
Linux alone: macOS takes that bound and does not keep it, Windows knows neither. The time by the
clock is bounded everywhere, by the process that waits.
"""

from __future__ import annotations

import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource

_CLOCK = 10
"""How many times its time of computing a task may take by the clock: machines are busy, and
stopped for a while."""
_MEMORY_NOW = Path("/proc/self/statm")
_DATA = 5
"""Which number there counts the pages of data, as RLIMIT_DATA does (proc(5))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one input may take.

    `seconds` of computing, and one more for each `bytes_a_second` of its size (null: none more);
    `memory` in bytes, above what its process holds before it reads.
    """

    seconds: float = 120.0
    bytes_a_second: int | None = 2_000
    memory: int = 2_000_000_000

    def seconds_for(self, size: int) -> float:
        """The seconds of computing that an input of `size` bytes may take."""
        return self.seconds + (size / self.bytes_a_second if self.bytes_a_second else 0)


def by_the_clock(seconds: float) -> float:
    """The seconds by the clock in which a task may take `seconds` of computing."""
    return seconds * _CLOCK


def limit_memory(more: int) -> None:
    """Let this process take so many bytes more than it holds now, and leave no core behind."""
    if sys.platform != "win32" and _MEMORY_NOW.exists():
        pages = int(_MEMORY_NOW.read_text(encoding="ascii").split()[_DATA])
        _limit(resource.RLIMIT_DATA, pages * resource.getpagesize() + more)
        _limit(resource.RLIMIT_CORE, 0)


def limit_computing(seconds: float) -> None:
    """Let this process compute so many seconds more, rounded up, before SIGXCPU ends it."""
    if sys.platform != "win32":
        _limit(resource.RLIMIT_CPU, math.ceil(time.process_time() + seconds))


def _limit(what: int, most: int) -> None:
    """Set a limit; a sharper one that somebody set for good stays."""
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
