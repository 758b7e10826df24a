"""Tasks that take too much: each is ended alone, and told with what it exceeded."""

import os
import sys
import time
from functools import partial

import pytest

from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.processes.pool import answers
from sayso.pipeline.processes.worker import Died, Exceeded, Work

pytestmark = pytest.mark.usefixtures("quick_processes")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux alone")
MB = 1_000_000


def sleep(_: str) -> str:
    time.sleep(60)
    return "slept"


def spin(_: str) -> str:
    while True:
        pass


def spin_in_c(_: str) -> str:
    return str(9 ** (9**9))


def think(_: str) -> str:
    began = time.process_time()
    while time.process_time() < began + 0.6:
        pass
    return "thought"


def allocate(_: str) -> str:
    return str(len(bytearray(900 * MB)))


def pile_up(_: str) -> str:
    piled: list[str] = []
    while True:
        piled.append("more and more " * 1000 + str(len(piled)))


def abort(_: str) -> str:
    os.abort()


BY_THE_CLOCK = Exceeded("3 s by the clock")
COMPUTING = Exceeded("1 s of computing")
MEMORY = Exceeded("100 MB of memory")
ACCIDENTS = {
    "sleep": sleep,
    "think": think,
    "spin": spin,
    "spin in C": spin_in_c,
    "allocate": allocate,
    "pile up": pile_up,
    "abort": abort,
}


def accident(task: str) -> str:
    """What `task` says happens; else it is done."""
    return ACCIDENTS.get(task, str.upper)(task)


def seconds(allowed: float, _: object) -> float:
    return allowed


def ended(*tasks: str, allowed: float = 60) -> list[str | Died | Exceeded]:
    work = Work(accident, seconds=partial(seconds, allowed), memory=100 * MB)
    return [answer for _, answer in answers(tasks, work, jobs=1)]


def test_a_task_that_waits_too_long_is_ended_and_the_next_is_done() -> None:
    assert ended("sleep", "next", allowed=0.3) == [BY_THE_CLOCK, "NEXT"]


@pytest.mark.skipif(sys.platform == "win32", reason="computing is bounded on POSIX alone")
@pytest.mark.parametrize("task", ["spin", pytest.param("spin in C", marks=pytest.mark.slow)])
def test_a_task_that_computes_too_long_is_ended(task: str) -> None:
    assert ended(task, allowed=1) == [COMPUTING]


@on_linux
@pytest.mark.usefixtures("spawned")
def test_a_task_that_takes_too_much_memory_is_ended_and_the_next_is_done() -> None:
    assert ended("allocate", "pile up", "next") == [MEMORY, MEMORY, "NEXT"]


@pytest.mark.slow
def test_a_task_that_aborts_its_process_is_tried_twice() -> None:
    assert ended("abort", "next") == [Died(-6), "NEXT"]


def test_each_task_has_its_own_time() -> None:
    assert ended(*["think"] * 4, allowed=1) == ["thought"] * 4


@pytest.mark.parametrize(
    ("limits", "size", "expected"),
    [
        (Limits(), 0, 120),
        (Limits(), 100_000, 170),
        (Limits(seconds=5, bytes_a_second=None), 100_000, 5),
    ],
)
def test_a_larger_input_may_take_longer(limits: Limits, size: int, expected: float) -> None:
    assert limits.seconds_for(size) == expected
