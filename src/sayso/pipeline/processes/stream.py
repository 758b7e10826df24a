"""Things that another process makes one by one: what an archive holds, what the network gives.

They come as they are asked for, one ahead: nothing piles up, however much there is.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.processes.pool import NotYet
from sayso.pipeline.processes.worker import Died, Exceeded, Work, Worker

Item = TypeVar("Item")


def streamed(
    items: Callable[[], Iterator[Item]], limits: Limits
) -> Generator[Item | NotYet | Died | Exceeded]:
    """The `items` (which must pickle), each made within `limits`, in a process of their own.

    Between them comes what to wait for. If the process dies or exceeds its limits, that comes last.
    What making an item raises is raised here; ReaderError when the process cannot start.
    """
    seconds = partial(_always, limits.seconds)
    worker = Worker(Work(answer=_Drawing(items), seconds=seconds, memory=limits.memory))
    try:
        worker.give(None)
        while not isinstance(item := worker.take(), _End):
            if item is None:
                yield NotYet(worker)
            elif isinstance(item, Died | Exceeded):
                worker.require_start(item)
                yield item
                return
            else:
                worker.give(None)
                yield item
    finally:
        worker.end()


class _Drawing(Generic[Item]):
    """Draws one item after another."""

    def __init__(self, items: Callable[[], Iterator[Item]]) -> None:
        self._make = items
        self._items: Iterator[Item] | None = None

    def __call__(self, _: None) -> Item | _End:
        if self._items is None:
            self._items = self._make()
        return next(self._items, _End())


@dataclass(frozen=True, slots=True)
class _End:
    """Sent when there are no more items."""


def _always(seconds: float, _: None) -> float:
    return seconds
