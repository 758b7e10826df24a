"""Failures of every kind are found, told by their input, and cost no other input."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from fuzzing import watching
from fuzzing.watching import Batch, Failure, Score, Tried, failure_on, input_of, watched
from sayso.pipeline.processes.worker import Work

pytestmark = pytest.mark.usefixtures("quick_processes")
ROOT = Path(__file__).parents[2]


def crash_on_13(batch: Batch) -> Tried:
    if 13 in range(batch.first, batch.last):
        os.kill(os.getpid(), signal.SIGSEGV)
    return sound(batch)


def hang_on_13(batch: Batch) -> Tried:
    while 13 in range(batch.first, batch.last):
        pass
    return sound(batch)


def hoard_on_13(batch: Batch) -> Tried:
    if 13 in range(batch.first, batch.last):
        bytearray(10**9)
    return sound(batch)


def sound(batch: Batch) -> Tried:
    return Tried(batch.last - batch.first, (), os.getpid(), 0)


def crash_on_many(batch: Batch) -> Tried:
    if batch.first == 10 and batch.last > 11:
        os.kill(os.getpid(), signal.SIGSEGV)
    return sound(batch)


def a_second(_: Batch) -> float:
    return 1.0


BATCHES = [Batch("page", 1, first, first + 5) for first in range(0, 30, 5)]


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps all limits")
@pytest.mark.parametrize(
    ("attempt", "how"),
    [
        (crash_on_13, "its process was ended by signal SIGSEGV"),
        (hang_on_13, "its process took more than 1 s of computing"),
        (hoard_on_13, "its process took more than 500 MB of memory"),
    ],
)
def test_what_ends_a_process_is_found_and_the_rest_tried(
    attempt: Callable[[Batch], Tried], how: str
) -> None:
    work = Work(answer=attempt, seconds=a_second, memory=500_000_000)
    came = list(watched(BATCHES, work, jobs=2))
    assert sum(tried.read for _, tried in came) == 29
    assert [one for _, tried in came for one in tried.failures] == [Failure("page", 1, 13, how)]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGSEGV to send")
def test_what_no_single_input_does_is_told_of_all() -> None:
    came = list(watched(BATCHES, Work(answer=crash_on_many), jobs=2))
    assert sum(tried.read for _, tried in came) == 30
    how = "up to 15 together: their process was ended by signal SIGSEGV"
    assert [one for _, tried in came for one in tried.failures] == [Failure("page", 1, 10, how)]


def test_what_is_slow_for_its_size_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert failure_on("dates", b"2024-03-05") is None
    monkeypatch.setattr(watching, "SECONDS", -1.0)
    assert "for 10 bytes" in (failure_on("dates", b"2024-03-05") or "")


def test_what_a_process_holds_more_from_batch_to_batch_is_counted() -> None:
    score = Score()
    for process, held in [(1, 500), (2, 100), (1, 700), (2, 150), (1, 650)]:
        score.add(BATCHES[0], Tried(5, (), process, held))
    assert (score.inputs, score.read, score.leaked) == (25, 25, 150)


def test_an_input_is_told_by_its_seed_and_number() -> None:
    first, again = ([input_of("docx", 5, number) for number in range(40)] for _ in range(2))
    assert first == again
    assert len(set(first)) > 30
    assert input_of("docx", 6, 39) != first[39]


def run(*arguments: str) -> subprocess.Popen[str]:
    places = os.pathsep.join(map(os.path.abspath, sys.path))
    return subprocess.Popen(  # noqa: S603 - this very Python, and words of these tests
        [sys.executable, "-m", "fuzzing.run", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": places},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_a_run_shows_what_was_tried() -> None:
    with run("--reader", "dates", "--reader", "media", "--inputs", "1000", "--seed", "3") as begun:
        shown, progress = begun.communicate(timeout=120)
    assert begun.returncode == 0
    assert "1,000 inputs in" in shown
    assert "500 of 500 inputs" in progress


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGINT to send")
def test_ctrl_c_ends_a_run_at_once() -> None:
    with run("--reader", "dates", "--minutes", "10", "--seed", "3") as begun:
        assert begun.stderr is not None
        begun.stderr.readline()
        while begun.poll() is None:  # while a process starts, Ctrl-C is not heeded
            begun.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                begun.wait(timeout=5)
        shown, told = begun.communicate()
    assert "ended by Ctrl-C" in told
    assert "inputs in" in shown
