"""Things are made ready in a thread, in order, and no longer than they are wanted."""

from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import islice

import pytest

from sayso.pipeline.linking.ahead import ahead


def numbers(until: int, closed: list[bool]) -> Generator[int]:
    try:
        yield from range(until)
    finally:
        closed.append(True)


@pytest.mark.parametrize("most", [1, 3, 100])
def test_everything_comes_in_order(most: int) -> None:
    closed: list[bool] = []
    assert list(ahead(numbers(50, closed), most=most)) == list(range(50))
    assert closed == [True]


def test_what_is_not_wanted_any_more_is_closed() -> None:
    closed: list[bool] = []
    with closing(ahead(numbers(10_000, closed), most=2)) as drawn:
        assert list(islice(drawn, 3)) == [0, 1, 2]
    assert closed == [True]


def test_what_is_raised_is_raised_after_what_came_before() -> None:
    def failing() -> Generator[int]:
        yield 1
        raise ValueError("no more")

    drawn: Iterator[int] = ahead(failing(), most=5)
    assert next(drawn) == 1
    with pytest.raises(ValueError, match="no more"):
        next(drawn)
