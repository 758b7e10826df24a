"""The parts of archives, tables and feeds, taken apart by a process of their own."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial

from sayso.acquire import BytesInput, FileInput
from sayso.acquire.archives import Part, parts_of
from sayso.model import InputError, Reject, SaysoError
from sayso.pipeline.processes.pool import NotYet
from sayso.pipeline.processes.stream import streamed
from sayso.pipeline.processes.worker import Died, Exceeded
from sayso.pipeline.reading import failure, refusal
from sayso.pipeline.settings import Settings

Container = FileInput | BytesInput


def parts(container: Container, settings: Settings) -> Generator[Part | NotYet]:
    """What is in `container`, in its order; last, if it came to a bad end, the reject that says so.

    Each part may take as long as a small input; what came before a bad end stays.
    """
    last = "its beginning"
    taken = partial(_safely, partial(parts_of, container, settings.columns), container.name)
    with closing(streamed(taken, settings.limits)) as came:
        for item in came:
            if isinstance(item, Died | Exceeded):
                reason = f"the process that opened it {item}, after {last}: what came before stays"
                yield refusal(container.name, "read", reason)
                return
            if not isinstance(item, NotYet):
                last = item.input if isinstance(item, Reject) else item.name
            yield item


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
