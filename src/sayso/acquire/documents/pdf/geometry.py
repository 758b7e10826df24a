"""Rectangles on a page, and the page turned as a reader sees it."""

from __future__ import annotations

import math
from typing import NamedTuple

_FULL_TURN = 360


class Rectangle(NamedTuple):
    """Sides in points from the lower left corner of a page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From side to side, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top, in points."""
        return self.top - self.bottom

    @property
    def is_sound(self) -> bool:
        """Whether its sides are numbers and it is some points high."""
        return all(map(math.isfinite, self)) and self.height > 0

    def joined(self, other: Rectangle) -> Rectangle:
        """The smallest rectangle around both."""
        return Rectangle(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def within(self, other: Rectangle) -> Rectangle | None:
        """The part of this that lies in `other`; None where its middle does not."""
        across, up = (self.left + self.right) / 2, (self.bottom + self.top) / 2
        if not (other.left <= across <= other.right and other.bottom <= up <= other.top):
            return None
        return Rectangle(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def moved(self, right: float, up: float) -> Rectangle:
        """This, so many points to the right and up."""
        return Rectangle(self.left + right, self.bottom + up, self.right + right, self.top + up)


class Frame(NamedTuple):
    """The visible rectangle of a page in its own coordinates, and how it is turned to be read.

    `turn` is clockwise and in degrees: 0, 90, 180 or 270 (`/Rotate` in ISO 32000-1, 7.7.3.3).
    """

    visible: Rectangle
    turn: int

    @property
    def page(self) -> Rectangle:
        """The whole page as it is read."""
        width, height = self.visible.width, self.visible.height
        return Rectangle(0, 0, *((height, width) if self.turn % 180 else (width, height)))

    def shown(self, place: Rectangle) -> Rectangle:
        """Where on the page, as it is read, a rectangle of the page's own coordinates is."""
        corner = self.visible
        moved = place.moved(-corner.left, -corner.bottom)
        return _turned(moved, self.turn, corner.width, corner.height)

    def own(self, place: Rectangle) -> Rectangle:
        """The inverse of `shown`."""
        page = self.page
        back = _turned(place, _FULL_TURN - self.turn, page.width, page.height)
        return back.moved(self.visible.left, self.visible.bottom)


def _turned(place: Rectangle, turn: int, width: float, height: float) -> Rectangle:
    """`place` on a page of `width` and `height`, after a clockwise `turn` of the page."""
    left, bottom, right, top = place
    match turn % _FULL_TURN:
        case 90:
            return Rectangle(bottom, width - right, top, width - left)
        case 180:
            return Rectangle(width - right, height - top, width - left, height - bottom)
        case 270:
            return Rectangle(height - top, left, height - bottom, right)
        case _:
            return place
