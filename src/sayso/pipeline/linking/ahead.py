"""Making things ready in a thread while the last ones are worked on."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 0.1
"""Seconds until a full queue is tried again, to see whether anybody still wants more."""


@dataclass(frozen=True, slots=True)
class _Ended:
    """The last that comes: what ended it, null when there is no more."""

    error: BaseException | None


@contextmanager
def ahead(items: Generator[T], *, most: int) -> Iterator[Iterator[T]]:
    """`items`, of which up to `most` are drawn before they are asked for, from now on.

    What drawing them raises is raised where they are asked for. At the end of the block `items` is
    closed.
    """
    ready: Queue[T | _Ended] = Queue(most)
    unwanted = Event()
    thread = Thread(target=_draw, args=(items, ready, unwanted), daemon=True)
    thread.start()
    try:
        yield _taken(ready)
    finally:
        unwanted.set()
        thread.join()


def _taken(ready: Queue[T | _Ended]) -> Iterator[T]:
    while not isinstance(item := ready.get(), _Ended):
        yield item
    if item.error is not None:
        raise item.error


def _draw(items: Generator[T], ready: Queue[T | _Ended], unwanted: Event) -> None:
    error: BaseException | None = None
    try:
        for item in items:
            if not _put(item, ready, unwanted):
                break
    except BaseException as raised:  # noqa: BLE001 - it is raised again where items are asked for
        error = raised
    finally:
        items.close()
    _put(_Ended(error), ready, unwanted)


def _put(item: T | _Ended, ready: Queue[T | _Ended], unwanted: Event) -> bool:
    """Put `item` into the queue; False if nobody wants it any more."""
    while not unwanted.is_set():
        try:
            ready.put(item, timeout=_PATIENCE)
        except Full:
            continue
        return True
    return False
