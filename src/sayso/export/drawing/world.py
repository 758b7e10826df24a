"""A map of places: outlines of countries, a graticule, and points as large as they are named often.

Longitude and latitude are drawn as they are, at the scale that is true in the middle of the map
(plate carrée), which is fit for a region and for the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil, cos, floor, radians, sqrt
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from sayso.export.drawing.labels import Label, labels

OUTLINES = Path(__file__).with_name("outlines.txt")
"""Natural Earth, 1:110m; `training/outlines.py` makes it. In tenths of a degree."""

_WIDTH = 720.0
_TALLEST, _FLATTEST = 1.0, 0.45
"""Height of the map as a part of its width, at most and at least."""
_LEAST = 3.0
"""Degrees of longitude and latitude that are shown at least."""
_MARGIN = 0.15
"""What is shown around the outermost places, as a part of the stretch between them."""
_SHORTEST = 0.2
_STEPS = (0.5, 1, 2, 5, 10, 15, 30)
_LINES = 6
"""Lines of the graticule in one direction, about."""
_KEPT = 32
"""Maps of which the outlines are kept: to cut those of the world takes a while."""
_SMALLEST, _LARGEST = 4.0, 14.0
"""Radii of points."""

_Corner = tuple[float, float]


class Spotted(Protocol):
    """A place in degrees (WGS 84), and how often it is told of."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def latitude(self) -> float:
        """Degrees north."""

    @property
    def longitude(self) -> float:
        """Degrees east."""

    @property
    def times(self) -> int:
        """How often it is told of."""


Place = TypeVar("Place", bound=Spotted)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the earth, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Dot(Generic[Place]):
    """A place as it is drawn; `label` is null where there is no room for its name."""

    spot: Place
    x: float
    y: float
    radius: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Line:
    """A meridian at `x` or a parallel at `y`, and what is written at its end."""

    at: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldMap(Generic[Place]):
    """A map as it is drawn: `outlines` are paths of SVG; sizes are in its units."""

    width: float
    height: float
    outlines: tuple[str, ...]
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    dots: tuple[Dot[Place], ...]


def world_map(spots: Sequence[Place]) -> WorldMap[Place]:
    """The map on which all `spots`, one at least, can be seen."""
    box = _shown(spots)
    plan = _Plan(box)
    return WorldMap(
        width=_WIDTH,
        height=plan.height,
        outlines=_paths(box),
        meridians=tuple(
            Line(plan.at(degree, 0)[0], _named(degree, "E", "W"))
            for degree in _degrees(box.west, box.east)
        ),
        parallels=tuple(
            Line(plan.at(0, degree)[1], _named(degree, "N", "S"))
            for degree in _degrees(box.south, box.north)
        ),
        dots=tuple(_dots(plan, spots)),
    )


class _Plan:
    """Where on the drawing a part of the earth lies."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self._wide = _WIDTH / (box.east - box.west)
        self._high = self._wide / _shortened((box.south + box.north) / 2)
        self.height = round((box.north - box.south) * self._high, 1)

    def at(self, longitude: float, latitude: float) -> _Corner:
        """The point for a place."""
        x, y = (longitude - self.box.west) * self._wide, (self.box.north - latitude) * self._high
        return round(x, 1), round(y, 1)


def _shown(spots: Sequence[Spotted]) -> Box:
    """The part of the earth with all `spots`, of a shape that suits a page."""
    easts, norths = [one.longitude for one in spots], [one.latitude for one in spots]
    middle = (min(norths) + max(norths)) / 2
    flat = _shortened(middle)
    wide = max((max(easts) - min(easts)) * (1 + 2 * _MARGIN), _LEAST / flat)
    high = max((max(norths) - min(norths)) * (1 + 2 * _MARGIN), _LEAST)
    wide = max(wide, high / flat / _TALLEST)
    high = max(high, wide * flat * _FLATTEST)
    west = (min(easts) + max(easts) - min(wide, 360)) / 2
    south = middle - min(high, 180) / 2
    return Box(west, south, west + min(wide, 360), south + min(high, 180))


def _shortened(latitude: float) -> float:
    """The length of a degree of longitude there, in degrees of latitude; not less near a pole."""
    return max(cos(radians(latitude)), _SHORTEST)


def _degrees(first: float, last: float) -> Iterator[float]:
    step = next((one for one in _STEPS if (last - first) / one <= _LINES), _STEPS[-1])
    yield from (number * step for number in range(ceil(first / step), floor(last / step) + 1))


def _named(degree: float, positive: str, negative: str) -> str:
    side = "" if degree == 0 else positive if degree > 0 else negative
    return f"{abs(degree):g}° {side}".rstrip()


@cache
def _outlines() -> tuple[tuple[_Corner, ...], ...]:
    lines = OUTLINES.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(map(_corner, line.split())) for line in lines)


def _corner(written: str) -> _Corner:
    east, north = written.split(",")
    return int(east) / 10, int(north) / 10


@lru_cache(_KEPT)
def _paths(box: Box) -> tuple[str, ...]:
    """The outlines that reach into the map of `box`, cut at its edges with room to spare."""
    plan = _Plan(box)
    cut = (_cut(ring, box) for ring in _outlines())
    return tuple(_path(plan.at(east, north) for east, north in ring) for ring in cut if ring)


def _path(corners: Iterable[_Corner]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) + "Z"


def _cut(ring: Sequence[_Corner], box: Box) -> Sequence[_Corner]:
    """The part of `ring` in the box and a little beyond (Sutherland and Hodgman, 1974)."""
    beyond = (box.east - box.west) / 20
    for axis, bound, side in (
        (0, box.west - beyond, 1),
        (0, box.east + beyond, -1),
        (1, box.south - beyond, 1),
        (1, box.north + beyond, -1),
    ):
        ring = list(_one_side(ring, axis, bound, side))
    return ring


def _one_side(ring: Sequence[_Corner], axis: int, bound: float, side: int) -> Iterator[_Corner]:
    for before, corner in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        was_in, is_in = ((one[axis] - bound) * side >= 0 for one in (before, corner))
        if was_in != is_in:
            part = (bound - before[axis]) / (corner[axis] - before[axis])
            yield (
                before[0] + part * (corner[0] - before[0]),
                before[1] + part * (corner[1] - before[1]),
            )
        if is_in:
            yield corner


def _dots(plan: _Plan, spots: Sequence[Place]) -> Iterator[Dot[Place]]:
    most = max(one.times for one in spots)
    points = [plan.at(one.longitude, one.latitude) for one in spots]
    radii = [_radius(one.times, most) for one in spots]
    named = labels(
        [
            (one.name, *point, radius)
            for one, point, radius in zip(spots, points, radii, strict=True)
        ],
        (_WIDTH, plan.height),
    )
    for spot, (x, y), radius, label in zip(spots, points, radii, named, strict=True):
        yield Dot(spot, x, y, radius, label)


def _radius(times: int, most: int) -> float:
    """As its area, a point grows with how often its place is told of."""
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(times / most), 1)
