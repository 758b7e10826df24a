"""Names beside points, where there is room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LETTER, _LINE = 6.6, 14.0
"""About the width of a letter, and the height of a line."""
_APART = 3.0

_Area = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name begins, is centred or ends (`anchor`), and its base line."""

    x: float
    y: float
    anchor: str


def labels(
    points: Sequence[tuple[str, float, float, float]], size: tuple[float, float]
) -> list[Label | None]:
    """A place for each name at its point with its radius, the first first; null for no room.

    `size` is the width and the height of the drawing.
    """
    taken = [(x - r, y - r, x + r, y + r) for _, x, y, r in points]
    found = []
    for name, x, y, radius in points:
        label = None
        for tried, area in _around(name, x, y, radius):
            if _inside(area, size) and not any(_overlap(area, other) for other in taken):
                label = tried
                taken.append(area)
                break
        found.append(label)
    return found


def _around(name: str, x: float, y: float, radius: float) -> Iterator[tuple[Label, _Area]]:
    wide, away = len(name) * _LETTER, radius + _APART
    for left, base, anchor in (
        (x + away, y + _LINE / 3, "start"),
        (x - away - wide, y + _LINE / 3, "end"),
        (x - wide / 2, y - away, "middle"),
        (x - wide / 2, y + away + _LINE - _APART, "middle"),
    ):
        begins = {"start": left, "middle": x, "end": left + wide}[anchor]
        area = left, base - _LINE + _APART, left + wide, base + _APART
        yield Label(round(begins, 1), round(base, 1), anchor), area


def _inside(area: _Area, size: tuple[float, float]) -> bool:
    left, top, right, bottom = area
    return left >= 0 and top >= 0 and right <= size[0] and bottom <= size[1]


def _overlap(one: _Area, other: _Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
