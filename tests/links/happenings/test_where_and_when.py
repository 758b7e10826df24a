"""How places and times go together."""

import pytest

from sayso.links.assertions import Spot, Stretch
from sayso.links.happenings.where_and_when import (
    days_apart,
    days_between,
    days_covered,
    kilometres,
    same_place,
)
from tests.links.happenings.events import day, spot

KARVEN = spot("karven", 44.0, 9.0)
NOWHERE = Spot(
    name="karven", geonameid=None, latitude=None, longitude=None, country=None, precision=None
)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (KARVEN, True),
        (spot("port", 44.2, 9.0), True),
        (spot("istrel", 46.0, 9.0), False),
        (spot("coast", 46.0, 9.0, "region"), True),
        (spot("karvenia", 50.0, 20.0, "country"), True),
        (spot("karven", 44.0, 9.0, country="OTH"), False),
        (NOWHERE, True),
        (spot("istrel", 46.0, 9.0, country="OTH"), False),
    ],
)
def test_same_place(other: Spot, *, same: bool) -> None:
    assert same_place(KARVEN, other) is same_place(other, KARVEN) is same


def test_unplaced_names_that_differ_tell_nothing() -> None:
    assert same_place(NOWHERE, spot("istrel", 46.0, 9.0)) is None


def test_kilometres() -> None:
    paris, london = spot("paris", 48.857, 2.352), spot("london", 51.507, -0.128)
    assert kilometres(paris, london) == pytest.approx(343.6, abs=1.5)
    assert kilometres(paris, NOWHERE) is None


@pytest.mark.parametrize(
    ("one", "other", "between", "covered"),
    [
        (day("2023-05-08"), day("2023-05-08"), 0, 1),
        (day("2023-05-08"), day("2023-05-11"), 3, 1),
        (day("2023-05-01", "2023-05-31"), day("2023-05-11"), 0, 31),
        (day("2023-01-01", "2023-12-31"), day("2024-02-29"), 60, 365),
    ],
)
def test_days(one: Stretch, other: Stretch, between: int, covered: int) -> None:
    assert days_between(one, other) == days_between(other, one) == between
    assert days_covered(one, other) == covered


def test_days_apart() -> None:
    assert days_apart("2024-02-28", "2024-03-01") == days_apart("2024-03-01", "2024-02-28") == 2
