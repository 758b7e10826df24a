"""How far a run is: a line that changes on a terminal, else one now and then."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.console import Console
from rich.status import Status

_EVERY = 30.0
"""Seconds between two lines where there is no terminal."""

Show = Callable[[int, int], None]
"""Told how many inputs were tried, and how many of them failed."""


@contextmanager
def shown(reader: str, inputs: int | None) -> Iterator[Show]:
    """What shows how far the fuzzing of a reader is that will be given so many inputs."""
    console = Console(stderr=True)
    began = time.monotonic()
    last = began
    with Status(reader, console=console) as status:

        def show(tried: int, failed: int) -> None:
            nonlocal last
            now = time.monotonic()
            line = f"{reader}: {_how_far(tried, inputs, now - began)}, {failed} failed"
            status.update(line)
            ended = tried == inputs
            if not console.is_terminal and (ended or now - last > _EVERY):
                last = now
                console.print(line, highlight=False)

        yield show


def _how_far(tried: int, inputs: int | None, seconds: float) -> str:
    """`1,200 of 20,000 inputs, 310 a second, 0:01:01 left`."""
    pace = tried / seconds
    if inputs is None:
        return f"{tried:,} inputs, {pace:,.0f} a second"
    left = timedelta(seconds=round((inputs - tried) / pace))
    return f"{tried:,} of {inputs:,} inputs, {pace:,.0f} a second, {left} left"
