"""Elements that can be told again after extraction has copied and moved them.

Extraction makes new trees and forgets where it had the words from. But libxml2 copies with an
element the number of the line that it stands on, which nobody needs here: each element is given a
number of its own in its place. So an element of the article tells which element of the page it is,
and repeated words are led to the one that was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from sayso.acquire.html.stream import UNSHOWN, squeezed

# libxml2 keeps line numbers below 65,536, and `MAX_ELEMENTS` is 30,000. Elements that extraction
# makes of markup it has written itself have their line there: those are low.
_FIRST: Final = 35_000


class Extent(NamedTuple):
    """Where what an element shows begins and ends, without blanks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a tree shows, without blanks, and the extent of each of its elements in that."""

    shown: str
    extents: Sequence[Extent]

    def extent(self, element: etree._Element) -> Extent | None:
        """The extent of the element that `element` is a copy of; None where it is no copy."""
        number = (element.sourceline or 0) - _FIRST
        return self.extents[number] if 0 <= number < len(self.extents) else None

    def within(self, shown: str) -> Numbered:
        """The same elements in `shown`, which is what the page shows.

        The two differ where the parser repairs markup; only elements before the first and behind
        the last difference keep their extents.
        """
        if shown == self.shown:
            return self
        same = _in_common(shown, self.shown)
        same_at_end = min(
            _in_common(shown[::-1], self.shown[::-1]), len(shown) - same, len(self.shown) - same
        )
        moved = len(shown) - len(self.shown)
        last = len(self.shown) - same_at_end
        return Numbered(shown, tuple(_moved(one, same, last, moved) for one in self.extents))


def number_elements(tree: HtmlElement) -> Numbered:
    """Give each element of `tree` its number."""
    shown: list[str] = []
    starts: list[int] = []
    ends: dict[int, int] = {}
    at = 0
    for event, element in etree.iterwalk(tree, ("start", "end")):
        if event == "start":
            element.sourceline = _FIRST + len(starts)
            starts.append(at)
            words = "" if element.tag in UNSHOWN else element.text
        else:
            ends[element.sourceline - _FIRST] = at
            words = element.tail
        if words:
            shown.append(squeezed(words))
            at += len(shown[-1])
    return Numbered("".join(shown), [Extent(start, ends[n]) for n, start in enumerate(starts)])


def _moved(extent: Extent, first: int, last: int, by: int) -> Extent:
    """An extent where everything from `last` on is moved; empty between `first` and `last`."""
    if extent.end <= first:
        return extent
    if extent.start >= last:
        return Extent(extent.start + by, extent.end + by)
    return Extent(0, 0)


def _in_common(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
