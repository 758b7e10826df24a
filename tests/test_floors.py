"""No figure falls below its floor: those we can measure anywhere are measured here."""

import pytest

from benchmarks import examples, figures


@pytest.mark.parametrize(("name", "floor"), figures.FLOORS.items())
def test_tracked_figure_is_above_its_floor(name: str, floor: float) -> None:
    assert figures.read()[name] >= floor


def test_example_reports_are_read_as_well_as_before() -> None:
    measured = examples.measure()
    fallen = {
        name: (figure, figures.FLOORS[name])
        for name, figure in measured.items()
        if figure < figures.FLOORS[name]
    }
    assert not fallen
