"""A pool of processes in which a process that dies loses no task but its own.

Each process has a pipe to itself. A dead process therefore shows which task it held, and a
process whose parent was killed reads the end of its pipe and ends too. Processes are spawned,
never forked: the same on every system and every supported Python, and safe beside threads.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from sayso.model import ReaderError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_SPAWN = multiprocessing.get_context("spawn")
_THREAD_LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_TRIES = 2
"""A process may die of the machine's troubles; one that dies twice died of its task."""
_REAPING = 10
"""Seconds that a process may take to end after its pipe did."""


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


def answers(
    tasks: Iterable[Task], work: Callable[[Task], Answer], *, jobs: int, aside: bool = False
) -> Generator[tuple[Task, Answer | Died]]:
    """Every task with its answer, in the order in which they are ready.

    Works in this process when `jobs` is 1, unless `aside` says that it has other work; else in up
    to `jobs` others, started as tasks come.
    Tasks are drawn one by one, as processes become free. What `work` raises is raised here.
    Raises ReaderError when processes cannot start.
    """
    if jobs == 1 and not aside:
        return ((task, work(task)) for task in tasks)
    return _Pool(work, jobs).answers(tasks)


class _Pool(Generic[Task, Answer]):
    def __init__(self, work: Callable[[Task], Answer], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._idle: list[_Worker[Task, Answer]] = []
        self._busy: list[_Worker[Task, Answer]] = []
        self._again: list[tuple[Task, int]] = []
        self._starts = False
        """Whether any process has shown that processes can start."""

    def answers(self, tasks: Iterable[Task]) -> Generator[tuple[Task, Answer | Died]]:
        waiting = ((task, 1) for task in tasks)
        try:
            self._hand_out(waiting)
            while self._busy:
                ready = set(wait([worker.pipe for worker in self._busy]))
                for worker in [worker for worker in self._busy if worker.pipe in ready]:
                    yield from self._collect(worker)
                self._hand_out(waiting)
        finally:
            for worker in (*self._idle, *self._busy):
                worker.end()

    def _hand_out(self, waiting: Iterator[tuple[Task, int]]) -> None:
        while len(self._busy) < self._jobs:
            given = self._again.pop() if self._again else next(waiting, None)
            if given is None:
                return
            worker = self._idle.pop() if self._idle else _Worker(self._work)
            worker.give(*given)
            self._busy.append(worker)

    def _collect(self, worker: _Worker[Task, Answer]) -> Iterator[tuple[Task, Answer | Died]]:
        answer = worker.take()
        if isinstance(answer, _Started):
            self._starts = True
            return
        self._busy.remove(worker)
        task, tries = worker.held()
        if not isinstance(answer, Died):
            self._idle.append(worker)
            yield task, answer
        elif tries < _TRIES:
            self._again.append((task, tries + 1))
        elif self._starts:
            yield task, answer
        else:
            raise ReaderError(f"a process that reads cannot start: it {answer}; try --jobs 1")


class _Worker(Generic[Task, Answer]):
    """One process, the pipe to it, and the task it holds."""

    def __init__(self, work: Callable[[Task], Answer]) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_serve, args=(theirs, work), daemon=True)
        with _interrupts_ignored():
            self._process.start()
        theirs.close()
        self._held: tuple[Task, int] | None = None

    def held(self) -> tuple[Task, int]:
        assert self._held is not None
        return self._held

    def give(self, task: Task, tries: int) -> None:
        self._held = (task, tries)
        try:
            self.pipe.send(task)
        except OSError:
            return  # it died while idle: `take` finds the end of the pipe

    def take(self) -> Answer | Died | _Started:
        try:
            message: Answer | _Started | _Raised = self.pipe.recv()
        except (EOFError, OSError):
            return self._died()
        if isinstance(message, _Raised):
            raise message.error
        return message

    def _died(self) -> Died:
        self._process.join(_REAPING)
        self.end()
        return Died(self._process.exitcode)

    def end(self) -> None:
        """End the process now; it holds nothing that could be lost."""
        self.pipe.close()
        self._process.kill()
        self._process.join()


@dataclass(frozen=True, slots=True)
class _Started:
    """Sent once by each process when it is able to work."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """What `work` raised."""

    error: Exception


def _serve(pipe: Connection, work: Callable[[Task], Answer]) -> None:
    """Answer tasks until the pipe ends: what one process of the pool does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(_THREAD_LIMITS, "1"))
    try:
        pipe.send(_Started())
        while True:
            pipe.send(_answer(pipe.recv(), work))
    except (EOFError, OSError):
        return  # the parent is gone or wants no more


def _answer(task: Task, work: Callable[[Task], Answer]) -> Answer | _Raised:
    try:
        return work(task)
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
