"""Where a line goes on with the paragraph of the line before it, and where a new one begins.

A PDF knows no paragraphs. These are the signs of a new one: letters of another size, a wider
space between the lines, a bullet, a step in or out, and a line that was ended early, when the
first word of the next would have fit on it. Into the next column or page a paragraph goes on
where its sentence does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from sayso.acquire.documents.pdf.lines import Line, are_level, is_broken

# All in heights of the font.
_OTHER_SIZE = 0.12
_WIDER = 0.25
_WIDEST = 2.5
_STEP = 0.6
_CENTRED = 0.1
_SPACE = 0.2

_NEIGHBOURS = 5
"""So many lines before and after one tell how far to the right its column reaches."""
_BULLET = re.compile(r"[•‣◦▪▫●○■□]")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]»]{0,5}\Z")


class Join(StrEnum):
    """What stands between two lines in the text."""

    SAME = " "
    CELL = " | "
    BREAK = "\n\n"


class _Seam(NamedTuple):
    """Two lines, one after the other.

    `usual` is the distance of such lines within a paragraph, `reach` how far to the right the
    column of `line` goes, both in points; `is_first` tells whether `line` begins its paragraph.
    """

    line: Line
    following: Line
    usual: float
    reach: float
    is_first: bool


def joins(lines: list[Line]) -> list[Join]:
    """What stands between each of `lines` and the next."""
    usual = _usual_distances(lines)
    found: list[Join] = []
    for at, (line, following) in enumerate(pairwise(lines)):
        is_first = not found or found[-1] is not Join.SAME
        distance = usual.get(round(line.size), _WIDEST * line.size)
        seam = _Seam(line, following, distance, _reach(lines, at), is_first)
        found.append(_join(seam))
    return found


def _join(seam: _Seam) -> Join:
    line, following = seam.line, seam.following
    if following.is_beside(line):
        return Join.CELL
    if not _are_alike(line, following):
        return Join.BREAK
    is_new = _begins if _is_below(following, line) else _begins_elsewhere
    return Join.BREAK if is_new(seam) else Join.SAME


def _usual_distances(lines: list[Line]) -> dict[int, float]:
    """From line to line within a paragraph, in points, for each size of letters."""
    distances: dict[int, list[float]] = defaultdict(list)
    for line, following in pairwise(lines):
        if _are_alike(line, following) and _is_below(following, line):
            distances[round(line.size)].append(line.bottom - following.bottom)
    return {size: sorted(found)[len(found) // 4] for size, found in distances.items()}


def _are_alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _OTHER_SIZE * max(one.size, other.size)


def _is_below(line: Line, other: Line) -> bool:
    if line.page != other.page or not line.overlaps(other):
        return False
    return line.bottom < other.bottom and not are_level(line, other)


def _reach(lines: list[Line], at: int) -> float:
    """How far to the right the column of `lines[at]` reaches, in points."""
    line = lines[at]
    around = lines[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
    same_column = (
        other.right
        for other in around
        if other.page == line.page and other.overlaps(line) and _are_alike(other, line)
    )
    return max(same_column, default=line.right)


def _begins(seam: _Seam) -> bool:
    """Whether the line below begins a paragraph."""
    if is_broken(seam.line, seam.following):
        return False
    return _is_apart(seam) or _is_item(seam) or _steps(seam) or _ended_early(seam)


def _is_apart(seam: _Seam) -> bool:
    distance = seam.line.bottom - seam.following.bottom
    return distance > min(seam.usual + _WIDER * seam.line.size, _WIDEST * seam.line.size)


def _is_item(seam: _Seam) -> bool:
    first = seam.following.words[0].text
    is_numbered = _NUMBER.fullmatch(first) and _ENDED.search(seam.line.words[-1].text)
    return bool(_BULLET.match(first) or is_numbered)


def _steps(seam: _Seam) -> bool:
    """Whether the next line is indented, or steps back out of an indented paragraph."""
    if _is_centred(seam) or _BULLET.match(seam.line.words[0].text):
        return False
    step = seam.following.left - seam.line.left
    widest = _STEP * seam.line.size
    return step > widest or (not seam.is_first and step < -widest)


def _is_centred(seam: _Seam) -> bool:
    middle = (seam.line.left + seam.line.right) / 2
    below = (seam.following.left + seam.following.right) / 2
    return abs(middle - below) < _CENTRED * seam.line.size


def _ended_early(seam: _Seam) -> bool:
    next_word = _SPACE * seam.line.size + seam.following.words[0].ink.width
    return seam.line.right + next_word <= seam.reach


def _begins_elsewhere(seam: _Seam) -> bool:
    """Whether the line at the head of the next column or page begins a paragraph."""
    line, following = seam.line, seam.following
    is_ahead = following.page > line.page or following.bottom > line.top
    if not is_ahead or _ENDED.search(line.words[-1].text):
        return True
    return not following.words[0].text[0].islower() and _ended_early(seam)
