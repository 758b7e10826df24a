"""A pool of processes in which a process that dies loses no task but its own."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic

from sayso.pipeline.processes.worker import Answer, Died, Exceeded, Task, Work, Worker, wait_for

_TRIES = 2
"""A process may die of the machine's troubles; one that dies twice died of its task."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """Comes among the tasks when there will be one, but only after something else.

    That is an answer of `worker`, or, where it is null, of the pool itself.
    """

    worker: Worker[Any, Any] | None = None


Tasks = Iterable[Task | NotYet]


def answers(
    tasks: Tasks[Task], work: Work[Task, Answer], *, jobs: int
) -> Generator[tuple[Task, Answer | Died | Exceeded]]:
    """Every task with its answer, in the order in which they are ready.

    Up to `jobs` processes work, started as tasks come. Tasks are drawn one by one, as processes
    become free. A task whose process died is tried once more, unless it exceeded its limits. What
    the work raises is raised here. Raises ReaderError when processes cannot start.
    """
    return _Pool(work, jobs).answers(tasks)


class _Pool(Generic[Task, Answer]):
    def __init__(self, work: Work[Task, Answer], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._idle: list[Worker[Task, Answer]] = []
        self._busy: dict[Worker[Task, Answer], tuple[Task, int]] = {}
        self._again: list[tuple[Task, int]] = []
        self._awaited: list[Worker[Any, Any]] = []
        self._starts = False
        """Whether any process has shown that processes can start."""

    def answers(self, tasks: Tasks[Task]) -> Generator[tuple[Task, Answer | Died | Exceeded]]:
        waiting = iter(tasks)
        try:
            self._hand_out(waiting)
            while self._busy or self._awaited:
                wait_for((*self._busy, *self._awaited))
                for worker in tuple(self._busy):
                    yield from self._collect(worker)
                self._hand_out(waiting)
        finally:
            for worker in (*self._idle, *self._busy):
                worker.end()

    def _hand_out(self, waiting: Iterator[Task | NotYet]) -> None:
        """Give tasks to processes until all are busy, or there is none now."""
        self._awaited = []
        while len(self._busy) < self._jobs:
            given = self._again.pop() if self._again else self._drawn(waiting)
            if given is None:
                return
            worker = self._idle.pop() if self._idle else Worker(self._work)
            worker.give(given[0])
            self._busy[worker] = given

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
        task, tries = self._busy.pop(worker)
        if not isinstance(answer, Died):
            if not isinstance(answer, Exceeded):
                self._idle.append(worker)
            yield task, answer
        elif tries < _TRIES:
            self._again.append((task, tries + 1))
        else:
            if not self._starts:
                worker.require_start(answer)
            yield task, answer
