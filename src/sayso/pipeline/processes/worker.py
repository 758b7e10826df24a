"""One process that answers tasks, within limits: what pool and stream are made of.

It has a pipe to itself. A dead process therefore shows which task it held, and a process whose
parent was killed reads the end of its pipe and ends too. A thread of it receives the tasks: one
that is given ahead waits there, and giving it waits for nobody. Processes are spawned, never
forked: the same on every system and every supported Python, and safe beside threads.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import KW_ONLY, dataclass
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from sayso.model import ReaderError
from sayso.pipeline.processes.limits import by_the_clock, limit_computing, limit_memory

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_SPAWN = multiprocessing.get_context("spawn")
_THREAD_LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_REAPING = 10
"""Seconds that a process may take to end after its pipe did."""
_OUT_OF_TIME = -signal.SIGXCPU if sys.platform != "win32" else None
"""The exit code of a process that computed for longer than it may."""


@dataclass(frozen=True, slots=True)
class Died:
    """The process that held a task ended without an answer.

    `exitcode` is that of `multiprocessing.Process`: negative for a signal.
    """

    exitcode: int | None

    def __str__(self) -> str:
        if self.exitcode is not None and self.exitcode < 0:
            return f"was ended by signal {_signal_name(-self.exitcode)}"
        return f"ended with exit code {self.exitcode}"


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A task took more than its limits let it, and its process was ended."""

    limit: str

    def __str__(self) -> str:
        return f"took more than {self.limit}"


@dataclass(frozen=True, slots=True)
class Work(Generic[Task, Answer]):
    """What a process does: `prepare` once, then `answer` for each task; all of it pickles.

    No answer is null, which is what a process gives that has none yet.

    `seconds` tells how much computing a task may take, `memory` how many bytes more than the
    process holds when it is prepared; null is without limit.
    """

    answer: Callable[[Task], Answer]
    _: KW_ONLY
    prepare: Callable[[], None] | None = None
    seconds: Callable[[Task], float] | None = None
    memory: int | None = None


class Worker(Generic[Task, Answer]):
    """One process, the pipe to it, and the tasks it holds: it works on the first.

    `last_took` is how many seconds by the clock its last answer took, null before there was one.
    """

    def __init__(self, work: Work[Task, Answer]) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.prepared = False
        self._work = work
        self._process = _SPAWN.Process(target=_serve, args=(theirs, work), daemon=True)
        with _interrupts_ignored():
            self._process.start()
        theirs.close()
        self.last_took: float | None = None
        self._given: deque[float | None] = deque()
        """How many seconds each task may compute."""
        self._began: float | None = None
        """When the first of them was begun, by the clock; null while none is."""

    def give(self, task: Task) -> None:
        """Hand over a task.

        Its time begins when the process is prepared and has answered those given before.
        """
        seconds = None if self._work.seconds is None else self._work.seconds(task)
        self._given.append(seconds)
        if self._began is None:
            self._begin()
        try:
            self.pipe.send((task, seconds))
        except OSError:
            return  # it died while idle: `take` finds the end of the pipe

    def take(self) -> Answer | Died | Exceeded | None:
        """What became of the first task; null while there is no answer yet.

        Raises what the work raised.
        """
        try:
            while self.pipe.poll():
                message: Answer | _Prepared | _Raised | _OutOfMemory = self.pipe.recv()
                if not isinstance(message, _Prepared):
                    return self._told(message)
                self.prepared = True
                self._begin()
        except (EOFError, OSError):
            return self._died()
        if self.seconds_left() != 0:
            return None
        return self._out_of_time(by_the_clock(self._given[0] or 0), "by the clock")

    def require_start(self, end: Died | Exceeded) -> None:
        """Raise ReaderError if the process came to its end before it was able to work."""
        if not self.prepared:
            raise ReaderError(f"a process that reads cannot start: it {end}")

    def seconds_left(self) -> float | None:
        """Seconds until the time of its first task is over; null when it has no end."""
        if self._began is None or self._given[0] is None:
            return None
        return max(0.0, self._began + by_the_clock(self._given[0]) - time.monotonic())

    def end(self) -> None:
        """End the process now; it holds nothing that could be lost."""
        self.pipe.close()
        self._process.kill()
        self._process.join()

    def _begin(self) -> None:
        self._began = time.monotonic() if self.prepared and self._given else None

    def _told(self, message: Answer | _Raised | _OutOfMemory) -> Answer | Exceeded:
        if isinstance(message, _Raised):
            raise message.error
        if isinstance(message, _OutOfMemory):
            self.end()
            return Exceeded(f"{(self._work.memory or 0) / 1_000_000:,.0f} MB of memory")
        self.last_took = None if self._began is None else time.monotonic() - self._began
        self._given.popleft()
        self._begin()
        return message

    def _died(self) -> Died | Exceeded:
        self._process.join(_REAPING)
        exitcode = self._process.exitcode
        if exitcode == _OUT_OF_TIME and self._given[0] is not None:
            return self._out_of_time(self._given[0], "of computing")
        self.end()
        return Died(exitcode)

    def _out_of_time(self, seconds: float, what: str) -> Exceeded:
        self.end()
        return Exceeded(f"{seconds:,.0f} s {what}")


def wait_for(workers: Iterable[Worker[Task, Answer]], most: float | None = None) -> None:
    """Sleep until one of the workers has an answer, or the time of its task is over.

    At most so many seconds; null is without limit.
    """
    waiting = list(workers)
    ends = [worker.seconds_left() for worker in waiting]
    known = (seconds for seconds in (most, *ends) if seconds is not None)
    wait([worker.pipe for worker in waiting], min(known, default=None))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Sent once by each process when it is able to work."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """What the work raised."""

    error: Exception


@dataclass(frozen=True, slots=True)
class _OutOfMemory:
    """The work asked for more memory than it may have."""


def _serve(pipe: Connection, work: Work[Task, Answer]) -> None:
    """Answer tasks until the pipe ends: what the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(_THREAD_LIMITS, "1"))
    tasks = SimpleQueue[Any]()
    threading.Thread(target=_receive, args=(pipe, tasks), daemon=True).start()
    try:
        pipe.send(_prepared(work))
        while True:
            task, seconds = _received(tasks)
            if seconds is not None:
                limit_computing(seconds)
            pipe.send(_answer(task, work.answer))
    except MemoryError:
        pipe.send(_OutOfMemory())
    except (EOFError, OSError):
        return  # the parent is gone or wants no more


def _receive(pipe: Connection, tasks: SimpleQueue[Any]) -> None:
    """Put what comes by `pipe` into `tasks`; last the error that ended it."""
    try:
        while True:
            tasks.put(pipe.recv())
    except Exception as error:  # noqa: BLE001 - it is raised again where tasks are answered
        tasks.put(error)


def _received(tasks: SimpleQueue[Any]) -> Any:  # noqa: ANN401 - a task and its seconds
    given = tasks.get()
    if isinstance(given, Exception):
        raise given
    return given


def _prepared(work: Work[Task, Answer]) -> _Prepared | _Raised:
    try:
        if work.prepare is not None:
            work.prepare()
    except Exception as error:  # noqa: BLE001 - it is raised again in the parent
        return _Raised(error)
    if work.memory is not None:
        limit_memory(work.memory)
    return _Prepared()


def _answer(task: Task, answer: Callable[[Task], Answer]) -> Answer | _Raised:
    try:
        return answer(task)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - it is raised again in the parent
        return _Raised(error)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Let a process started here ignore Ctrl-C from its first instruction; the parent decides."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
