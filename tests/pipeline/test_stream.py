"""Things that another process makes: in order, one ahead, and how it ended if it did badly."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sayso.model import LedgerError
from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.processes.pool import NotYet
from sayso.pipeline.processes.stream import streamed
from sayso.pipeline.processes.worker import Died, Exceeded, wait_for

pytestmark = pytest.mark.usefixtures("quick_processes")
MB = 1_000_000
LIMITS = Limits(seconds=60, memory=200 * MB)


def counted(most: int, marker: Path | None = None) -> Iterator[int]:
    """Numbers; where `marker` is given, it tells the last that was made."""
    for number in range(most):
        if marker is not None:
            marker.write_text(str(number))
        yield number


def large(number: int) -> Iterator[bytes]:
    yield from (bytes([one]) * 5 * MB for one in range(number))


def killed_after(most: int) -> Iterator[int]:
    yield from range(most)
    os.kill(os.getpid(), signal.SIGKILL)


def sleeping_after(most: int) -> Iterator[int]:
    yield from range(most)
    time.sleep(60)


def swelling_after(most: int) -> Iterator[int]:
    yield from range(most)
    yield len(bytearray(2_000 * MB))


def failing_after(most: int) -> Iterator[int]:
    yield from range(most)
    raise LedgerError("the disk is full")


def drawn(stream: Iterator[Any]) -> Iterator[Any]:
    """What comes, waiting for it as the pool does."""
    for item in stream:
        if isinstance(item, NotYet):
            assert item.worker is not None
            wait_for([item.worker])
        else:
            yield item


@pytest.mark.usefixtures("spawned")
@pytest.mark.parametrize("most", [0, 1, 500])
def test_all_things_come_in_their_order(most: int) -> None:
    assert list(drawn(streamed(partial(counted, most), LIMITS))) == list(range(most))


def test_large_things_come_whole() -> None:
    assert [len(item) for item in drawn(streamed(partial(large, 3), LIMITS))] == [5 * MB] * 3


@pytest.mark.parametrize(
    ("items", "end"),
    [
        (killed_after, Died(-9)),
        (sleeping_after, Exceeded("3 s by the clock")),
        pytest.param(
            swelling_after,
            Exceeded("200 MB of memory"),
            marks=pytest.mark.skipif(sys.platform != "linux", reason="bounded on Linux alone"),
        ),
    ],
)
def test_a_bad_end_comes_last_and_what_came_before_stays(
    items: Callable[[int], Iterator[int]], end: Died | Exceeded
) -> None:
    limits = Limits(seconds=0.3, memory=200 * MB)
    assert list(drawn(streamed(partial(items, 3), limits))) == [0, 1, 2, end]


@pytest.mark.slow
def test_the_time_that_nothing_is_asked_for_does_not_count() -> None:
    stream = drawn(streamed(partial(counted, 3), Limits(seconds=0.3)))
    first = next(stream)
    time.sleep(3.5)
    assert [first, *stream] == [0, 1, 2]


def test_one_thing_is_made_ahead_and_no_more(tmp_path: Path) -> None:
    marker = tmp_path / "made"
    with closing(streamed(partial(counted, 100, marker), LIMITS)) as stream:
        came = drawn(stream)
        next(came)
        next(came)
        time.sleep(0.3)
        assert int(marker.read_text()) == 2


def test_what_making_a_thing_raises_is_raised() -> None:
    stream = drawn(streamed(partial(failing_after, 1), LIMITS))
    assert next(stream) == 0
    with pytest.raises(LedgerError, match="disk is full"):
        next(stream)
