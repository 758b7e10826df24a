"""Tasks that take too much: each is ended alone, and told with what it exceeded."""

import os
import sys
import time
from functools import partial

import pytest

from sayso.pipeline.processes.pool import answers
from sayso.pipeline.processes.worker import Died, Exceeded, Work

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


def allocate(_: str) -> str:
    return str(len(bytearray(900 * MB)))


def pile_up(_: str) -> str:
    piled: list[str] = []
    while True:
        piled.append("more and more " * 1000 + str(len(piled)))


def abort(_: str) -> str:
    os.abort()


BY_THE_CLOCK = Exceeded("1 s by the clock")
COMPUTING = Exceeded("1 s of computing")
MEMORY = Exceeded("100 MB of memory")
ACCIDENTS = {"sleep": sleep, "spin": spin, "allocate": allocate, "pile up": pile_up, "abort": abort}


def accident(task: str) -> str:
    """What the first word of `task` says happens, where it says one."""
    return ACCIDENTS.get(task, str.upper)(task)


def seconds(allowed: float, _: object) -> float:
    return allowed


def ended(task: str, *, allowed: float = 60, memory: int = 100 * MB) -> str | Died | Exceeded:
    work = Work(accident, seconds=partial(seconds, allowed), memory=memory)
    [(_, answer)] = answers([task], work, jobs=1)
    return answer


def test_a_task_that_waits_too_long_is_ended() -> None:
    assert ended("sleep", allowed=0.2) == BY_THE_CLOCK


@pytest.mark.skipif(sys.platform == "win32", reason="computing is bounded on POSIX alone")
def test_a_task_that_computes_too_long_is_ended() -> None:
    assert ended("spin", allowed=1) == COMPUTING


@on_linux
@pytest.mark.parametrize("task", ["allocate", "pile up"])
def test_a_task_that_takes_too_much_memory_is_ended(task: str) -> None:
    assert ended(task) == MEMORY
