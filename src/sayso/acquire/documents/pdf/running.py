"""Running heads, running feet and page numbers: found because they repeat, and left out.

A line repeats when the same words stand at the same height on another page, in the margin above
or below. A number in it may differ by as many as the pages are apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.acquire.documents.pdf.lines import Line

# The share of a page's height above and below that may hold running heads and feet.
_MARGIN = 0.12
# Points by which the height of what repeats may differ.
_BAND = 6.0
_NUMBER = re.compile(r"\d{1,9}")


def without_running_lines(lines: Iterable[Line], heights: Sequence[float]) -> list[Line]:
    """`lines` without those that repeat; `heights` are those of the pages, in points."""
    kept = list(lines)
    groups: dict[tuple[str, int, int], list[Line]] = defaultdict(list)
    for line in kept:
        if _is_in_margin(line, heights[line.page - 1]):
            for key in _keys(line):
                groups[key].append(line)
    running = {id(line) for group in groups.values() for line in _repeated(group)}
    return [line for line in kept if id(line) not in running]


def _is_in_margin(line: Line, height: float) -> bool:
    return line.top < _MARGIN * height or line.bottom > (1 - _MARGIN) * height


def _keys(line: Line) -> Iterator[tuple[str, int, int]]:
    """Two bands that lie across each other: lines of one height share one of them."""
    words = _NUMBER.sub("#", line.text)
    yield words, 0, int(line.bottom // _BAND)
    yield words, 1, int((line.bottom + _BAND / 2) // _BAND)


def _repeated(group: list[Line]) -> Iterator[Line]:
    for one, other in pairwise(group):
        if _repeats(one, other):
            yield one
            yield other


def _repeats(one: Line, other: Line) -> bool:
    apart = other.page - one.page
    numbers = zip(_numbers(one), _numbers(other), strict=True)
    return apart > 0 and all(later - earlier in {0, apart} for earlier, later in numbers)


def _numbers(line: Line) -> list[int]:
    return [int(digits) for digits in _NUMBER.findall(line.text)]
