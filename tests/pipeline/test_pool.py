import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sayso.model import ReaderError
from sayso.pipeline.processes.pool import NotYet, Pool, answers
from sayso.pipeline.processes.worker import Died, Work, Worker

pytestmark = pytest.mark.usefixtures("quick_processes")
needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")


def double(task: int) -> int:
    return 2 * task


def die_of_three(task: int) -> int:
    if task == 3:
        os.kill(os.getpid(), signal.SIGSEGV)
    return task


def die_once(path: str) -> str:
    marker = Path(path)
    if not marker.exists():
        marker.touch()
        os._exit(9)
    return "read"


KILLS = -9
LARGE = b"large" * 1_000_000


def kill_if_told(task: int) -> int:
    if task == KILLS:
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def leave(task: int) -> int:
    os._exit(task)


def refuse(task: int) -> int:
    raise ReaderError(f"no pipeline for {task}")


def refuse_five(task: int) -> int:
    return refuse(task) if task == 5 else task


def interrupt_self(task: int) -> int:
    os.kill(os.getpid(), signal.SIGINT)
    return task


def think(seconds: float) -> int:
    time.sleep(seconds)
    return round(1000 * seconds)


def prepare() -> None:
    os.environ["PREPARED"] = "yes"


def is_prepared(_: str) -> bool:
    return "PREPARED" in os.environ


def fail_to_prepare() -> None:
    raise ReaderError("nothing to prepare with")


class Unstartable:
    """Work that cannot be taken over by another process."""

    def __call__(self, task: int) -> int:
        return task

    def __setstate__(self, state: object) -> None:
        os._exit(7)

    def __getstate__(self) -> dict[str, int]:
        return {"so": 1}


@pytest.mark.usefixtures("spawned")
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_task_is_answered_once(jobs: int) -> None:
    assert sorted(answers(range(7), Work(double), jobs=jobs)) == [(n, 2 * n) for n in range(7)]


def test_no_tasks_start_no_process() -> None:
    assert list(answers([], Work(Unstartable()), jobs=2)) == []


@pytest.mark.usefixtures("spawned")
def test_a_death_costs_only_the_task_that_caused_it() -> None:
    found = dict(answers(range(6), Work(die_of_three), jobs=2))
    assert found == {0: 0, 1: 1, 2: 2, 3: Died(-signal.SIGSEGV), 4: 4, 5: 5}


def test_a_task_whose_process_died_is_tried_once_more(tmp_path: Path) -> None:
    task = str(tmp_path / "marker")
    assert list(answers([task], Work(die_once), jobs=2)) == [(task, "read")]


@needs_proc
@pytest.mark.usefixtures("spawned")
def test_a_process_may_be_killed_while_idle() -> None:
    def tasks() -> Iterator[str]:
        yield str(os.getpid())
        for child in _children():
            os.kill(child, signal.SIGKILL)
        time.sleep(0.1)
        yield "after"

    found = [answer for _, answer in answers(tasks(), Work(str.upper), jobs=2)]
    assert sorted(map(str, found)) == sorted([str(os.getpid()), "AFTER"])


def _children() -> list[int]:
    path = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    named = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in path.read_text().split()}
    return [int(pid) for pid, command in named.items() if b"spawn_main" in command]


@pytest.mark.parametrize(
    ("exitcode", "expected"),
    [(-11, "was ended by signal SIGSEGV"), (-999, "was ended by signal 999"), (1, "exit code 1")],
)
def test_a_death_says_how(exitcode: int, expected: str) -> None:
    assert expected in str(Died(exitcode))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_work_raises_is_raised(jobs: int) -> None:
    with pytest.raises(ReaderError, match="no pipeline for 5"):
        list(answers([5], Work(refuse), jobs=jobs))


def test_a_pool_whose_work_raised_goes_on_with_other_tasks() -> None:
    pool = Pool(Work(refuse_five), jobs=1)
    try:
        with pytest.raises(ReaderError, match="no pipeline for 5"):
            list(pool.answers([5, 6]))
        assert list(pool.answers([7])) == [(7, 7)]
    finally:
        pool.end()


@pytest.mark.usefixtures("spawned")
def test_processes_that_cannot_start_are_told() -> None:
    with pytest.raises(ReaderError, match=r"cannot start: it ended with exit code 7"):
        list(answers([1], Work(Unstartable()), jobs=2))


@pytest.mark.usefixtures("spawned")
def test_processes_ignore_interrupts() -> None:
    assert list(answers([1], Work(interrupt_self), jobs=2)) == [(1, 1)]


def test_tasks_are_drawn_as_processes_become_free() -> None:
    drawn: list[int] = []

    def tasks() -> Iterator[int]:
        for task in range(100):
            drawn.append(task)
            yield task

    with closing(answers(tasks(), Work(double), jobs=2)) as answered:
        next(answered)
    assert len(drawn) <= 5  # each process has one, and one ahead


def test_a_quick_process_is_given_a_task_ahead_and_a_slow_one_is_not() -> None:
    for thought, ahead in ((0.0, 1), (1.1, 0)):
        drawn: list[float] = []
        answered = answers(noted([thought] * 9, drawn), Work(think), jobs=1)
        with closing(answered):
            next(answered)
            next(answered)
        assert len(drawn) == 2 + ahead, thought


def noted(tasks: list[Any], drawn: list[Any]) -> Iterator[Any]:
    for task in tasks:
        drawn.append(task)
        yield task


def test_the_task_ahead_of_one_that_kills_is_not_counted_as_tried() -> None:
    tasks = [*range(3), *[KILLS] * 4, 3]
    found = list(answers(tasks, Work(kill_if_told), jobs=1))
    died = [Died(-signal.SIGKILL)] * 4
    assert sorted(map(str, found)) == sorted(
        map(str, [*((n, n) for n in range(4)), *((KILLS, one) for one in died)])
    )


def test_large_tasks_given_ahead_and_large_answers_block_nobody() -> None:
    found = list(answers([LARGE] * 6, Work(bytes.swapcase), jobs=2))
    assert found == [(LARGE, LARGE.swapcase())] * 6


def test_one_that_wants_to_is_called_again_while_there_is_no_answer() -> None:
    called: list[float] = []

    def call_again() -> float:
        called.append(time.monotonic())
        return 0.05

    answered = answers([0.5], Work(think), jobs=1, before_waiting=call_again)
    assert list(answered) == [(0.5, 500)]
    assert len(called) >= 5


def test_what_is_not_there_yet_is_waited_for() -> None:
    def tasks() -> Iterator[int | NotYet]:
        yield 1
        slow.give(0.3)
        while (answer := slow.take()) is None:
            yield NotYet(slow)
        assert isinstance(answer, int)
        yield answer
        yield 3

    slow = Worker[float, int](Work(think))
    try:
        assert list(answers(tasks(), Work(double), jobs=2)) == [(1, 2), (300, 600), (3, 6)]
    finally:
        slow.end()


def test_a_task_may_wait_for_the_answer_of_another() -> None:
    def tasks() -> Iterator[int | NotYet]:
        yield 1
        while not answered:
            yield NotYet()
        yield answered[0]

    answered: list[int] = []
    for _, answer in answers(tasks(), Work(double), jobs=2):
        assert isinstance(answer, int)
        answered.append(answer)
    assert answered == [2, 4]


@pytest.mark.usefixtures("spawned")
def test_a_process_is_prepared_before_its_first_task() -> None:
    work = Work(is_prepared, prepare=prepare)
    found = [answer for _, answer in answers(["first", "second"], work, jobs=1)]
    assert found == [True, True]


def test_what_preparing_raises_is_raised() -> None:
    with pytest.raises(ReaderError, match="nothing to prepare with"):
        list(answers([1], Work(double, prepare=fail_to_prepare), jobs=1))


@needs_proc
def test_processes_end_when_their_parent_is_killed() -> None:
    command = [sys.executable, "-c", _ORPHANING]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:  # noqa: S603 - our own
        assert parent.stdout
        worker = int(parent.stdout.readline())
        parent.kill()
    _wait_until_gone(worker)


_ORPHANING = """
from os import getpid
from sayso.pipeline.processes.pool import answers
from sayso.pipeline.processes.worker import Work
import os, time
for _, answer in answers(['os.getpid()'], Work(eval), jobs=2):
    print(answer, flush=True)
    time.sleep(60)
"""


def _wait_until_gone(pid: int) -> None:
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return
        if state == "Z":
            return
        time.sleep(0.05)
    pytest.fail(f"process {pid} outlived its parent")
