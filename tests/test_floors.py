"""No figure falls below its floor: those we can measure anywhere are measured here."""

from collections.abc import Callable

import pytest

from benchmarks import events, examples, figures, nested, relations


@pytest.mark.parametrize(("name", "floor"), figures.FLOORS.items())
def test_tracked_figure_is_above_its_floor(name: str, floor: float) -> None:
    assert figures.read()[name] >= floor


@pytest.mark.parametrize(
    "measure", [events.measure, examples.measure, nested.measure, relations.measure]
)
def test_our_own_texts_are_read_as_well_as_before(measure: Callable[[], dict[str, float]]) -> None:
    measured = measure()
    fallen = {
        name: (figure, figures.FLOORS[name])
        for name, figure in measured.items()
        if figure < figures.FLOORS.get(name, 0)
    }
    assert not fallen
