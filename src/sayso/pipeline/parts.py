"""The parts of archives, tables and feeds, taken apart by a process of their own."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from sayso.acquire import Container
from sayso.acquire.archives import Part, parts_of
from sayso.model import InputError, ReaderError, Reject, SaysoError
from sayso.pipeline.processes.pool import NotYet
from sayso.pipeline.processes.stream import streamed
from sayso.pipeline.processes.worker import Died, Exceeded
from sayso.pipeline.reading import failure, refusal
from sayso.pipeline.settings import Settings


def parts(container: Container, settings: Settings) -> Generator[Part | NotYet]:
    """What is in `container`, in its order; last, if it came to a bad end, the reject that says so.

    Each part may take as long as a small input; what came before a bad end stays. When the process
    dies another begins anew, and if that dies at the same part, it died of it. Raises ReaderError
    when processes cannot start.
    """
    taken = partial(_safely, partial(parts_of, container, settings.columns), container.name)
    came, died_after = _Came(), None
    while True:
        try:
            end = yield from _until_it_ends(taken, settings, came)
        except ReaderError:  # the process died before it began
            if died_after == came.number:
                raise
        else:
            if end is None:
                return
            if isinstance(end, Exceeded) or died_after == came.number:
                reason = f"the process that opened it {end}, after {came.last}"
                yield refusal(container.name, "read", f"{reason}: what came before stays")
                return
        died_after = came.number


@dataclass(slots=True)
class _Came:
    """How many parts came, and what the last of them is called."""

    number: int = 0
    last: str = "its beginning"


def _until_it_ends(
    taken: Callable[[], Iterator[Part]], settings: Settings, came: _Came
) -> Generator[Part | NotYet, None, Died | Exceeded | None]:
    """What one process gives beyond what came before; returns to which bad end it came, if any."""
    number = 0
    with closing(streamed(taken, settings.limits)) as items:
        for item in items:
            if isinstance(item, Died | Exceeded):
                return item
            if isinstance(item, NotYet):
                yield item
                continue
            number += 1
            if number > came.number:
                came.number = number
                came.last = item.input if isinstance(item, Reject) else item.name
                yield item
    return None


def _safely(taken: Callable[[], Iterator[Part]], name: str) -> Iterator[Part]:
    """What that process does: only a lack of memory ends it; other errors are rejects."""
    try:
        yield from taken()
    except InputError as error:
        yield refusal(name, error.stage, str(error))
    except SaysoError as error:  # a package that it needs is not installed
        yield refusal(name, "read", str(error))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad archive must not end a run over many
        yield failure(name, error)
