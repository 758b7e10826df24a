"""Parties around an ellipse, and the ties between them as curves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Generic, Protocol, TypeVar

WIDTH, HEIGHT = 760.0, 450.0
_WIDE, _HIGH = 190.0, 190.0
"""The half axes of the ellipse; beside it is room for names."""
_BEND = 0.12
"""How far a curve leaves the straight line, as a part of its length."""
_MIDDLE = 0.15
"""So near to the middle, names stand above or below their points."""
_GAP = 11.0
"""Between the end of a curve and the point."""


class Tied(Protocol):
    """That one party has to do with another, and how often that is told."""

    @property
    def from_(self) -> str:
        """The name of the party that does it."""

    @property
    def to(self) -> str:
        """The name of the other."""

    @property
    def times(self) -> int:
        """How often it is told."""


Tie = TypeVar("Tie", bound=Tied)


@dataclass(frozen=True, slots=True)
class Node:
    """A party: its point, and where its name begins, is centred or ends."""

    name: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Curve(Generic[Tie]):
    """A tie, as a path of SVG from one point to the other."""

    tie: Tie
    path: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle(Generic[Tie]):
    """A network as it is drawn."""

    nodes: tuple[Node, ...]
    curves: tuple[Curve[Tie], ...]


def circle(parties: Sequence[str], ties: Sequence[Tie]) -> Circle[Tie]:
    """Those who have most to do with each other side by side; the same for the same network.

    The ends of `ties` are among `parties`, which have different names.
    """
    order = _order(parties, ties)
    nodes = {name: _node(name, place, len(order)) for place, name in enumerate(order)}
    curves = (_curve(tie, nodes[tie.from_], nodes[tie.to]) for tie in ties)
    return Circle(nodes=tuple(nodes.values()), curves=tuple(curves))


def _order(parties: Sequence[str], ties: Sequence[Tied]) -> list[str]:
    """The parties, each after the one with whom it has most to do of those that are left."""
    left = list(parties)
    order: list[str] = []
    while left:
        last = order[-1] if order else left[0]
        after = max(left, key=lambda name: (_between(ties, last, name), -left.index(name)))
        order.append(after)
        left.remove(after)
    return order


def _between(ties: Sequence[Tied], one: str, other: str) -> int:
    return sum(tie.times for tie in ties if {tie.from_, tie.to} == {one, other})


def _node(name: str, place: int, of: int) -> Node:
    turn = 2 * pi * place / of - pi / 2
    across, down = cos(turn), sin(turn)
    x, y = WIDTH / 2 + _WIDE * across, HEIGHT / 2 + _HIGH * down
    middle = abs(across) < _MIDDLE
    return Node(
        name=name,
        x=round(x, 1),
        y=round(y, 1),
        label_x=round(x + (0 if middle else 12 if across > 0 else -12), 1),
        label_y=round(y + 4 + (16 * down if middle else 0), 1),
        anchor="middle" if middle else "start" if across > 0 else "end",
    )


def _curve(tie: Tie, start: Node, end: Node) -> Curve[Tie]:
    """Bent to the right of its way, so that a tie and its answer do not lie on one line."""
    along, down = end.x - start.x, end.y - start.y
    x = (start.x + end.x) / 2 - down * _BEND
    y = (start.y + end.y) / 2 + along * _BEND
    (x1, y1), (x2, y2) = _towards(start, x, y), _towards(end, x, y)
    path = f"M{x1:.1f} {y1:.1f}Q{x:.1f} {y:.1f} {x2:.1f} {y2:.1f}"
    return Curve(tie, path, round(min(1 + tie.times * 0.35, 4), 2))


def _towards(node: Node, x: float, y: float) -> tuple[float, float]:
    far = hypot(x - node.x, y - node.y) or 1
    return node.x + (x - node.x) * _GAP / far, node.y + (y - node.y) * _GAP / far
