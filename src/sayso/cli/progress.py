"""How far a run is, on the error stream: a bar on a terminal, else a line now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from sayso.cli.output import console
from sayso.pipeline.summary import Progress

_EVERY = 30
"""Seconds between two lines where there is no terminal."""


@contextmanager
def progress_shown(*, quiet: bool, doing: str = "Reading") -> Iterator[Callable[[Progress], None]]:
    """A callback that shows how far the run is, or does nothing when `quiet`.

    `doing` is what is done to the inputs, as a heading says it.
    """
    terminal = console(stderr=True)
    if quiet:
        yield lambda _: None
    elif terminal.is_terminal:
        with _bar(terminal) as bar:
            task = bar.add_task(doing, total=None, pace="")
            yield lambda now: bar.update(task, completed=now.done, total=now.total, pace=_pace(now))
    else:
        yield _Lines(terminal, doing).show


def duration(seconds: float) -> str:
    """Seconds as people say them: `8 s`, `3 min 10 s`, `1 h 02 min`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def _bar(terminal: Console) -> Bar:
    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        console=terminal,
        transient=True,
    )


def _pace(now: Progress) -> str:
    left = "" if now.seconds_left is None else f", {duration(now.seconds_left)} left"
    return f"{now.words_per_second:,.0f} words/s{left}"


class _Lines:
    """Prints a line at most every half minute."""

    def __init__(self, terminal: Console, doing: str) -> None:
        self._terminal = terminal
        self._doing = doing
        self._next = float(_EVERY)

    def show(self, now: Progress) -> None:
        if now.seconds < self._next:
            return
        self._next = now.seconds + _EVERY
        how_far = f"{self._doing}: {now.done:,} of {now.total:,}, {_pace(now)}"
        self._terminal.print(how_far, soft_wrap=True)
