"""Stopping a run: by Ctrl-C or SIGTERM, with nothing lost that was written."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

STOPPED = 130
"""The exit code of a run that was stopped."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let SIGTERM stop the run as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(*_: object) -> NoReturn:
    raise KeyboardInterrupt
