"""Things are made ready in a thread, in order, and no longer than they are wanted."""

from collections.abc import Generator
from itertools import islice
from threading import Event

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
    with ahead(numbers(50, closed), most=most) as drawn:
        assert list(drawn) == list(range(50))
    assert closed == [True]


def test_they_are_drawn_before_anybody_asks() -> None:
    drawn = Event()

    def waited_for() -> Generator[int]:
        drawn.set()
        yield 1

    with ahead(waited_for(), most=1) as items:
        assert drawn.wait(10)
        assert list(items) == [1]


def test_what_is_not_wanted_any_more_is_closed() -> None:
    closed: list[bool] = []
    with ahead(numbers(10_000, closed), most=2) as drawn:
        assert list(islice(drawn, 3)) == [0, 1, 2]
    assert closed == [True]


def test_what_is_raised_is_raised_after_what_came_before() -> None:
    def failing() -> Generator[int]:
        yield 1
        raise ValueError("no more")

    with ahead(failing(), most=5) as drawn:
        assert next(drawn) == 1
        with pytest.raises(ValueError, match="no more"):
            next(drawn)
