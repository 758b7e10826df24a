"""A pool of processes in which a process that dies loses no task but its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic

from sayso.pipeline.processes.worker import Answer, Died, Exceeded, Task, Work, Worker, wait_for

_TRIES = 2
"""A process may die of the machine's troubles; one that dies twice died of its task."""
_QUICK = 1.0
"""Seconds within which a process must have given its last answer to be given a task ahead. Beside a
longer time, that of waiting for the next task is small; and a task ahead may wait long for its
process, while another has nothing to do."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """Comes among the tasks when there will be one, but only after something else.

    That is an answer of `worker`, or, where it is null, of the pool itself.
    """

    worker: Worker[Any, Any] | None = None


Tasks = Iterable[Task | NotYet]


def wait_for_answers() -> None:
    """What there is to do before waiting, where nobody says: nothing, however long it takes."""


def answers(
    tasks: Tasks[Task],
    work: Work[Task, Answer],
    *,
    jobs: int,
    before_waiting: Callable[[], float | None] = wait_for_answers,
) -> Generator[tuple[Task, Answer | Died | Exceeded]]:
    """Every task with its answer, in the order in which they are ready.

    Up to `jobs` processes work, started as tasks come. Tasks are drawn one by one, as processes
    become free, and one ahead for each that was quick. A task whose process died is tried once
    more, unless it exceeded its limits. `before_waiting` is called whenever no answer is there, and
    tells the most seconds to wait for one until it is called again; null is without limit. What the
    work raises is raised here. Raises ReaderError when processes cannot start.
    """
    pool = Pool(work, jobs)
    try:
        yield from pool.answers(tasks, before_waiting)
    finally:
        pool.end()


class Pool(Generic[Task, Answer]):
    """Up to `jobs` processes that do `work`, which stay until `end`."""

    def __init__(self, work: Work[Task, Answer], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._idle: list[Worker[Task, Answer]] = []
        self._busy: dict[Worker[Task, Answer], deque[tuple[Task, int]]] = {}
        self._again: list[tuple[Task, int]] = []
        self._awaited: list[Worker[Any, Any]] = []
        self._starts = False
        """Whether any process has shown that processes can start."""

    def answers(
        self, tasks: Tasks[Task], before_waiting: Callable[[], float | None] = wait_for_answers
    ) -> Generator[tuple[Task, Answer | Died | Exceeded]]:
        """As the function `answers`; all of it is to be drawn before the pool is asked again.

        When the work raises, the tasks that other processes hold are forgotten.
        """
        try:
            yield from self._answers(iter(tasks), before_waiting)
        except Exception:
            self.end()
            raise

    def _answers(
        self, waiting: Iterator[Task | NotYet], before_waiting: Callable[[], float | None]
    ) -> Iterator[tuple[Task, Answer | Died | Exceeded]]:
        self._hand_out(waiting)
        while self._busy or self._awaited:
            wait_for((*self._busy, *self._awaited), before_waiting())
            for worker in tuple(self._busy):
                yield from self._collect(worker)
            self._hand_out(waiting)

    def end(self) -> None:
        """End all processes; what they hold is lost."""
        for worker in (*self._idle, *self._busy):
            worker.end()
        self._idle, self._busy, self._again = [], {}, []

    def _hand_out(self, waiting: Iterator[Task | NotYet]) -> None:
        """Give tasks to processes until all have enough, or there is none now."""
        self._awaited = []
        while len(self._busy) < self._jobs or any(map(self._takes_another, self._busy)):
            given = self._again.pop() if self._again else self._drawn(waiting)
            if given is None:
                return
            worker = self._free()
            worker.give(given[0])
            self._busy.setdefault(worker, deque()).append(given)

    def _takes_another(self, worker: Worker[Task, Answer]) -> bool:
        """Whether a process that works on a task is to have the next beside it."""
        quick = worker.last_took is not None and worker.last_took < _QUICK
        return quick and len(self._busy[worker]) == 1

    def _free(self) -> Worker[Task, Answer]:
        """A process to give a task to: one that has none before one that has."""
        if len(self._busy) < self._jobs:
            return self._idle.pop() if self._idle else Worker(self._work)
        return next(filter(self._takes_another, self._busy))

    def _drawn(self, waiting: Iterator[Task | NotYet]) -> tuple[Task, int] | None:
        task = next(waiting, None)
        if isinstance(task, NotYet):
            self._awaited = [task.worker] if task.worker is not None else []
            return None
        return None if task is None else (task, 1)

    def _collect(
        self, worker: Worker[Task, Answer]
    ) -> Iterator[tuple[Task, Answer | Died | Exceeded]]:
        answer = worker.take()
        self._starts |= worker.prepared
        if answer is None:
            return
        held = self._busy.pop(worker)
        task, tries = held.popleft()
        if isinstance(answer, Died | Exceeded):
            self._again += held
        elif held:
            self._busy[worker] = held
        else:
            self._idle.append(worker)
        if not isinstance(answer, Died):
            yield task, answer
        elif tries < _TRIES:
            self._again.append((task, tries + 1))
        else:
            if not self._starts:
                worker.require_start(answer)
            yield task, answer
