"""Batches of inputs, tried in processes that may crash, hang or run out of memory.

What goes wrong in a way that Python sees is told by the process itself. When the process comes to
an end, the inputs of its batch are tried one by one, each batch of one: the input that ends a
process is found, and the run goes on.
"""

from __future__ import annotations

import gc
import mmap
import os
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from fuzzing.mutation import Material, chance_of
from fuzzing.targets import TARGETS, inputs_of
from sayso.acquire.language import check_language
from sayso.model import InputError, SaysoError
from sayso.pipeline.processes.pool import answers
from sayso.pipeline.processes.worker import Died, Exceeded, Work

SECONDS = 2.0
BYTES_A_SECOND = 50_000
"""An input may take so many seconds of computing, and one more for so many bytes of it."""
MEMORY = 600_000_000
"""Bytes that a process may hold beyond what it held before its first input."""
LEAK = 150_000_000
"""Bytes by which a process may grow from its first batch to its last."""
_HANGS = 20.0
"""Seconds of computing after which a process is ended: no batch is that slow."""
_RESIDENT = Path("/proc/self/statm")
_PAGE = mmap.PAGESIZE
_FOREIGN = "Der Hafen war am Montag den ganzen Tag geschlossen, sagte der Leiter. " * 4
"""What loads the tables of languages."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The inputs `first` to `last` (exclusive) of a reader under a seed."""

    reader: str
    seed: int
    first: int
    last: int

    def singly(self) -> Iterator[Batch]:
        """Its inputs, each a batch of its own."""
        for number in range(self.first, self.last):
            yield Batch(self.reader, self.seed, number, number + 1)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that a reader failed on, and how."""

    reader: str
    seed: int
    number: int
    how: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a batch: how many inputs were read rather than refused, and the failures.

    `process` tells which process tried it, and `held` how many bytes that holds now.
    """

    read: int
    failures: tuple[Failure, ...]
    process: int
    held: int


@dataclass(slots=True)
class Score:
    """How far one reader is."""

    inputs: int = 0
    read: int = 0
    failures: list[Failure] = field(default_factory=list)
    first_held: dict[int, int] = field(default_factory=dict)
    last_held: dict[int, int] = field(default_factory=dict)

    def add(self, batch: Batch, tried: Tried) -> None:
        """Count a batch that was tried."""
        self.inputs += batch.last - batch.first
        self.read += tried.read
        self.failures += tried.failures
        self.first_held.setdefault(tried.process, tried.held)
        self.last_held[tried.process] = tried.held

    @property
    def leaked(self) -> int:
        """The most bytes by which a process grew from batch to batch."""
        grown = (held - self.first_held[process] for process, held in self.last_held.items())
        return max(grown, default=0)


def input_of(reader: str, seed: int, number: int) -> bytes:
    """Input `number` of a reader under a seed; the first ones of all are the corpus itself."""
    material = _material(reader)
    if number < len(material.corpus):
        return material.corpus[number]
    return TARGETS[reader].make(chance_of(seed, reader, number), material)


def work_on(reader: str) -> Work[Batch, Tried]:
    """What a process does that tries the inputs of a reader."""
    prepare = partial(_prepare, reader)
    return Work(answer=attempt, prepare=prepare, seconds=_seconds, memory=MEMORY)


def watched(
    batches: Iterable[Batch], work: Work[Batch, Tried], *, jobs: int
) -> Iterator[tuple[Batch, Tried]]:
    """Every batch with what became of it; those whose process came to an end singly, and last."""
    ended: list[tuple[Batch, Died | Exceeded]] = []
    for batch, answer in _answered(batches, work, jobs):
        if isinstance(answer, Tried):
            yield batch, answer
        else:
            ended.append((batch, answer))
    for batch, end in ended:
        yield from _singly(batch, end, work, jobs)


def _singly(
    batch: Batch, end: Died | Exceeded, work: Work[Batch, Tried], jobs: int
) -> Iterator[tuple[Batch, Tried]]:
    """The inputs of a batch that ended its process; all of them are to blame where no single is."""
    failed = False
    for single, answer in _answered(batch.singly(), work, jobs):
        tried = answer if isinstance(answer, Tried) else _blamed(single, f"its process {answer}")
        failed |= bool(tried.failures)
        yield single, tried
    if not failed:
        nothing = replace(batch, first=batch.last)
        yield nothing, _blamed(batch, f"up to {batch.last} together: their process {end}")


def _answered(
    batches: Iterable[Batch], work: Work[Batch, Tried], jobs: int
) -> Iterator[tuple[Batch, Tried | Died | Exceeded]]:
    answered = answers(batches, work, jobs=jobs)
    with closing(answered):
        yield from answered


def attempt(batch: Batch) -> Tried:
    """Give each input of a batch to its reader."""
    numbers = range(batch.first, batch.last)
    outcomes = [_attempt_one(batch.reader, batch.seed, number) for number in numbers]
    gc.collect()
    failures = tuple(one for one in outcomes if isinstance(one, Failure))
    return Tried(outcomes.count("read"), failures, *_process())


def failure_on(reader: str, raw: bytes) -> str | None:
    """How a reader fails on an input; null where it does not."""
    found = _outcome(TARGETS[reader].read, raw)
    return None if found in {"read", "refused"} else found


def _attempt_one(reader: str, seed: int, number: int) -> Failure | str:
    found = _outcome(TARGETS[reader].read, input_of(reader, seed, number))
    return found if found in {"read", "refused"} else Failure(reader, seed, number, found)


def _outcome(read: Callable[[bytes], None], raw: bytes) -> str:
    """`read` or `refused`, else how reading failed."""
    began = time.process_time()
    try:
        read(raw)
    except SaysoError:
        found = "refused"
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - to find these is what this is for
        return traceback.format_exc(limit=-8)
    else:
        found = "read"
    took = time.process_time() - began
    may = SECONDS + len(raw) / BYTES_A_SECOND
    return found if took <= may else f"it took {took:.1f} s, for {len(raw)} bytes"


def _blamed(batch: Batch, how: str) -> Tried:
    return Tried(0, (Failure(batch.reader, batch.seed, batch.first, how),), 0, 0)


def _seconds(_: Batch) -> float:
    return _HANGS


@cache
def _material(reader: str) -> Material:
    return inputs_of(reader)


def _prepare(reader: str) -> None:
    """Load what the reader needs, so that its memory is not counted as that of an input."""
    for raw in _material(reader).corpus:
        failure_on(reader, raw)
    with suppress(InputError):
        check_language(_FOREIGN, None)
    gc.collect()
    gc.freeze()  # what is loaded need not be looked through after each batch


def _process() -> tuple[int, int]:
    """Which process this is, and how many bytes it holds; 0 where nothing tells."""
    if not _RESIDENT.exists():
        return os.getpid(), 0
    return os.getpid(), int(_RESIDENT.read_text(encoding="ascii").split()[1]) * _PAGE
