"""Who has it from whom: outlets and sources in columns, origins one under the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_COLUMN, _ROW = 190.0, 44.0
_WIDE, _HIGH = 150.0, 28.0
"""A column and a row, and the box of a name in them."""
_TITLE, _APART = 26.0, 14.0
"""The line of a title, and what is left between two groups."""
_LONGEST = 22
"""Letters of a name for which a box has room."""

_Edges = Mapping[tuple[str, str], None]


@dataclass(frozen=True, slots=True)
class Group:
    """Chains that belong together, each from who published it to the deepest source told."""

    title: str
    chains: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A name in its box, by the left upper corner; `is_source` where a chain ends."""

    name: str
    label: str
    x: float
    y: float
    is_source: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A group as it is drawn: its stripe, boxes, and arrows as paths of SVG."""

    title: str
    y: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Groups as they are drawn; sizes are in units of SVG."""

    width: float
    height: float
    wide: float
    high: float
    bands: tuple[Band, ...]


def lineage(groups: Sequence[Group]) -> Lineage:
    """The drawing of `groups`: who is in two of them is drawn in both."""
    bands, y, columns = [], 0.0, 1
    for group in groups:
        places = _places(group)
        columns = max(columns, *(column + 1 for column, _ in places.values()))
        band = _band(group, places, y)
        bands.append(band)
        y += band.height + _APART
    return Lineage(
        width=columns * _COLUMN,
        height=max(y - _APART, 0),
        wide=_WIDE,
        high=_HIGH,
        bands=tuple(bands),
    )


_Places = Mapping[str, tuple[int, int]]
"""In which column and row a name stands."""


def _places(group: Group) -> _Places:
    """Each name right of all that have it from there, as far as that goes round no circle."""
    names = list(dict.fromkeys(name for chain in group.chains for name in chain))
    edges = _edges(group.chains)
    column = dict.fromkeys(names, 0)
    for _ in names[1:]:
        for one, other in edges:
            column[other] = min(max(column[other], column[one] + 1), len(names) - 1)
    rows: defaultdict[int, int] = defaultdict(int)
    places = {}
    for name in names:
        places[name] = column[name], rows[column[name]]
        rows[column[name]] += 1
    return places


def _edges(chains: Iterable[tuple[str, ...]]) -> _Edges:
    return dict.fromkeys(pair for chain in chains for pair in pairwise(chain) if pair[0] != pair[1])


def _band(group: Group, places: _Places, y: float) -> Band:
    sources = {chain[-1] for chain in group.chains}
    corners = {
        name: ((column + 0.5) * _COLUMN - _WIDE / 2, y + _TITLE + (row + 0.5) * _ROW - _HIGH / 2)
        for name, (column, row) in places.items()
    }
    return Band(
        title=group.title,
        y=y,
        height=_TITLE + _ROW * (1 + max(row for _, row in places.values())),
        boxes=tuple(
            Box(name=name, label=_short(name), x=x, y=top, is_source=name in sources)
            for name, (x, top) in corners.items()
        ),
        arrows=tuple(_arrows(_edges(group.chains), corners)),
    )


def _arrows(edges: _Edges, corners: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    for one, other in edges:
        (x1, y1), (x2, y2) = corners[one], corners[other]
        start, end = (x1 + _WIDE, y1 + _HIGH / 2), (x2 - 3, y2 + _HIGH / 2)
        middle = (start[0] + end[0]) / 2
        yield (
            f"M{start[0]:.1f} {start[1]:.1f}C{middle:.1f} {start[1]:.1f} "
            f"{middle:.1f} {end[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
        )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
