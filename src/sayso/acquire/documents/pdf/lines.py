"""Words become lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from statistics import median_low
from typing import NamedTuple

from sayso.acquire.documents.pdf.words import Word

# In heights of the font: a wider gap sets apart columns or cells, a longer step back lines.
_WIDEST_GAP = 2.0
_LONGEST_STEP_BACK = 0.5
_SAME_HEIGHT = 0.5
"""How much of the lower of two must be at the height of the other, to stand in one line with it."""

_HYPHEN = re.compile(r"\w[-\u2010]\Z")


class Line(NamedTuple):
    """Words that stand side by side on a page, with no wide gap between them.

    `page` counts from 1; the sides are in points from the lower left corner of the page; `size` is
    the height of the font that most of the words are in.
    """

    page: int
    words: tuple[Word, ...]
    left: float
    bottom: float
    right: float
    top: float
    size: float

    @classmethod
    def of(cls, page: int, words: tuple[Word, ...]) -> Line:
        """The line that `words` make on `page`."""
        return cls(
            page=page,
            words=words,
            left=min(word.ink.left for word in words),
            bottom=median_low(word.bottom for word in words),
            right=max(word.ink.right for word in words),
            top=median_low(word.top for word in words),
            size=median_low(word.size for word in words),
        )

    @property
    def text(self) -> str:
        """Its words, a space between them."""
        return " ".join(word.text for word in self.words)

    def is_beside(self, other: Line) -> bool:
        """Whether this stands to the right of `other` at the same height."""
        return self.page == other.page and self.left >= other.right and are_level(self, other)

    def overlaps(self, other: Line) -> bool:
        """Whether some of this stands above or below some of `other`."""
        return self.left < other.right and other.left < self.right


def lines_of(page: int, words: Iterable[Word | None]) -> Iterator[Line]:
    """The lines that `words`, in their order, make on `page`; None is an end of a line."""
    line: list[Word] = []
    for word in words:
        if line and (word is None or not _goes_on(line[-1], word)):
            yield Line.of(page, tuple(line))
            line = []
        if word:
            line.append(word)
    if line:
        yield Line.of(page, tuple(line))


def are_level(one: Word | Line, other: Word | Line) -> bool:
    """Whether two words or lines stand at the same height."""
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared >= _SAME_HEIGHT * min(one.size, other.size)


def is_broken(line: Line, following: Line) -> bool:
    """Whether a hyphen at the end of `line` may break a word that `following` goes on with."""
    ends_inside = _HYPHEN.search(line.words[-1].text) is not None
    return ends_inside and following.words[0].text[0].isalnum()


def _goes_on(before: Word, word: Word) -> bool:
    gap = word.ink.left - before.ink.right
    size = max(before.size, word.size)
    return are_level(before, word) and -_LONGEST_STEP_BACK * size <= gap <= _WIDEST_GAP * size
