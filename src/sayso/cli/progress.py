"""How far a run is, on the error stream: a bar on a terminal, else a line now and then.

Where there is a log, those lines are of the log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn
from rich.progress import Progress as Bar

from sayso.cli.output import console, printable
from sayso.pipeline.summary import Progress
from sayso.telemetry import commands, logs

_EVERY = 30
"""Seconds between two lines where there is no terminal."""


@contextmanager
def progress_shown(*, quiet: bool, doing: str = "Reading") -> Iterator[Callable[[Progress], None]]:
    """A callback that shows how far the run is; where there is no log, it does nothing if `quiet`.

    `doing` is what is done to the inputs, as a heading says it.
    """
    terminal = console(stderr=True)
    if logs.is_on():
        yield _NowAndThen(partial(_log, doing)).show
    elif quiet:
        yield lambda _: None
    elif terminal.is_terminal:
        with _bar(terminal) as bar:
            task = bar.add_task(doing, total=None, how_far="")
            yield partial(_show, bar, task)
    else:
        yield _NowAndThen(partial(_print, terminal, doing)).show


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
        TextColumn("{task.fields[how_far]}", markup=False),
        console=terminal,
        transient=True,
    )


def _show(bar: Bar, task: TaskID, now: Progress) -> None:
    """Bring a bar up to date; it moves to and fro where nobody knows how much there is."""
    if now.total is not None:
        bar.update(task, completed=now.done, total=now.total, how_far=_how_far(now))
    elif now.share is not None:
        bar.update(task, completed=now.share, total=1, how_far=_how_far(now))
    else:
        bar.update(task, how_far=_how_far(now))


def _how_far(now: Progress) -> str:
    """`12 of 40, 3,512 words/s, 10 s left`, or as much of it as is known."""
    done = f"{now.done:,} done" if now.total is None else f"{now.done:,} of {now.total:,}"
    within = now.within and printable(f"in {now.within}")
    behind = None if now.total or now.share is None else f"{now.share:.0%} of all bytes"
    pace = f"{now.words_per_second:,.0f} words/s" if now.words else None
    left = None if now.seconds_left is None else f"{duration(now.seconds_left)} left"
    return ", ".join(filter(None, (done, within, behind, pace, left)))


def _log(doing: str, now: Progress) -> None:
    commands.progressed(doing, now.done, now.total, now.words, now.seconds)


def _print(terminal: Console, doing: str, now: Progress) -> None:
    terminal.print(f"{doing}: {_how_far(now)}", soft_wrap=True)


class _NowAndThen:
    """Tells how far it is at most every half minute."""

    def __init__(self, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._next = float(_EVERY)

    def show(self, now: Progress) -> None:
        if now.seconds >= self._next:
            self._next = now.seconds + _EVERY
            self._tell(now)
