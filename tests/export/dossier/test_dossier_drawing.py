from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.dossier import Dossier
from sayso.export.drawing.circle import HEIGHT, WIDTH, circle
from sayso.export.drawing.labels import labels
from sayso.export.drawing.ranges import RangePlot, range_plot
from sayso.export.drawing.world import OUTLINES, Box, _cut, world_map
from sayso.export.numbers import Disagreement

ANYWHERE = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@settings(max_examples=25)  # each draws the outlines
@given(points=st.lists(ANYWHERE, min_size=1, max_size=12))
def test_every_place_is_on_the_map(whole: Dossier, points: list[tuple[float, float]]) -> None:
    [spot] = whole.spots
    spots = [replace(spot, longitude=east, latitude=north) for east, north in points]
    drawn = world_map(spots)
    assert 0 < drawn.height <= 1.05 * drawn.width
    for dot in drawn.dots:
        assert -0.1 <= dot.x <= drawn.width + 0.1
        assert -0.1 <= dot.y <= drawn.height + 0.1


def test_a_map_has_the_outlines_around_its_places(whole: Dossier) -> None:
    [spot] = whole.spots
    at_sea = replace(spot, longitude=-150.0, latitude=-45.0)
    assert world_map([spot]).outlines
    assert not world_map([at_sea]).outlines


def test_the_outlines_are_rings_on_the_earth() -> None:
    for line in OUTLINES.read_text(encoding="utf-8").splitlines():
        corners = [tuple(map(int, corner.split(","))) for corner in line.split()]
        assert corners[0] == corners[-1]
        assert all(abs(east) <= 1800 and abs(north) <= 900 for east, north in corners)


@given(ring=st.lists(ANYWHERE, min_size=3, max_size=12))
def test_what_is_cut_lies_in_the_box_and_a_little_beyond(ring: list[tuple[float, float]]) -> None:
    for east, north in _cut(ring, Box(-10, -5, 10, 5)):
        assert -11.001 <= east <= 11.001
        assert -6.001 <= north <= 6.001


NAMES = st.lists(
    st.tuples(st.text("abc", min_size=1, max_size=12), *(st.floats(0, 200),) * 2, st.just(5.0)),
    max_size=8,
)


@given(points=NAMES)
def test_names_stay_on_the_drawing(points: list[tuple[str, float, float, float]]) -> None:
    found = labels(points, (200, 200))
    assert len(found) == len(points)
    assert all(0 <= one.x <= 200 and 0 <= one.y <= 200 for one in found if one)


def test_a_name_without_room_is_left_out() -> None:
    crowd = [("a name", 100.0, 100.0, 40.0)] * 12
    found = labels(crowd, (200, 200))
    assert any(found)
    assert None in found


def plot(whole: Dossier, *ranges: tuple[int | None, int | None]) -> RangePlot:
    [told] = whole.numbers
    first = told.figures[0]
    figures = tuple(
        replace(first, quantity=replace(first.quantity, low=low, high=high)) for low, high in ranges
    )
    return range_plot(Disagreement(of=told.of, figures=figures, more=0, reasons=()))


@pytest.mark.parametrize(
    ("ranges", "ticks"),
    [
        ([(12, 12), (15, None)], [0, 5, 10, 15, 20]),
        ([(360, 440), (2001, None), (2000, 9999)], [0, 2000, 4000, 6000, 8000, 10_000]),
        ([(0, 0)], [0, 1, 2]),
        ([(None, 7)], [0, 2, 4, 6, 8]),
    ],
)
def test_the_axis_has_round_numbers(
    whole: Dossier, ranges: list[tuple[int | None, int | None]], ticks: list[int]
) -> None:
    assert [tick.number for tick in plot(whole, *ranges).ticks] == ticks


NUMBER = st.integers(0, 10**9)
RANGES = st.one_of(
    st.tuples(NUMBER, st.none()),
    st.tuples(st.none(), NUMBER),
    st.tuples(NUMBER, NUMBER).map(lambda ends: (min(ends), max(ends))),
)


@given(ranges=st.lists(RANGES, min_size=1, max_size=6))
def test_ranges_lie_on_the_axis(
    whole: Dossier, ranges: list[tuple[int | None, int | None]]
) -> None:
    drawn = plot(whole, *ranges)
    first, last = drawn.ticks[0].x, drawn.ticks[-1].x
    assert len(drawn.ticks) <= 9
    for bar, (low, high) in zip(drawn.bars, ranges, strict=True):
        assert first <= bar.left <= bar.right <= last
        assert (bar.open_left, bar.open_right) == (low is None, high is None)


def test_a_number_without_an_end_leads_on(whole: Dossier) -> None:
    at_least, exact = plot(whole, (15, None), (12, 12)).bars
    assert at_least.left < at_least.right
    assert exact.is_point


@given(count=st.integers(2, 16))
def test_all_parties_stand_on_the_drawing(whole: Dossier, count: int) -> None:
    names = tuple(f"party {number}" for number in range(count))
    tie = whole.network.ties[0]
    ties = tuple(replace(tie, from_=name, to=names[0]) for name in names[1:])
    drawn = circle(names, ties)
    assert {node.name for node in drawn.nodes} == set(names)
    assert len({(node.x, node.y) for node in drawn.nodes}) == count
    assert all(0 < node.x < WIDTH and 0 < node.y < HEIGHT for node in drawn.nodes)
    assert len(drawn.curves) == count - 1
