"""Where each character of a report's text stands in the raw bytes, or on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar


class Run(NamedTuple):
    """Characters `[start, end)` of a text, made from the raw bytes `[raw_start, raw_end)`.

    Where the characters, encoded, are as long as the bytes, each character leads to its own bytes.
    Else the run is one thing in the raw (a character reference `&amp;`, folded white space, the
    tags that end a paragraph) and leads to all of its bytes.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int


class Box(NamedTuple):
    """Characters `[start, end)` of a text, and the rectangle they stand in on a page.

    `page` counts from 1; the sides are in PDF points from the lower left corner of the page.
    """

    start: int
    end: int
    page: int
    left: float
    bottom: float
    right: float
    top: float


class RawRange(NamedTuple):
    """The half-open bytes `[start, end)`."""

    start: int
    end: int


_Piece = TypeVar("_Piece", Run, Box)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMap:
    """Leads every offset of a report's text to the bytes or the page it came from.

    `encoding` is Python's name of the one that the bytes are in, null where only boxes are known.
    `part` names what the offsets of `runs` count in, null for the raw bytes themselves: the path of
    a file in a ZIP container (`word/document.xml`), or `body 2` for the second part of an e-mail,
    transfer encoding undone. `runs` and `boxes` are each in the order of the text and do not
    overlap there. What stands in no run and no box is unmapped: its place could not be told.
    """

    encoding: str | None
    part: str | None = None
    runs: tuple[Run, ...] = ()
    boxes: tuple[Box, ...] = ()

    def ranges(self, text: str, start: int, end: int) -> tuple[RawRange, ...]:
        """The bytes that `text[start:end]` was made from, what adjoins joined, in text order.

        `text` is the whole text of the report. Empty where nothing of it is mapped by bytes.
        """
        found = (self._range(run, text, start, end) for run in _touching(self.runs, start, end))
        return tuple(_joined(found))

    def boxes_of(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes in which something of `text[start:end]` stands."""
        return tuple(_touching(self.boxes, start, end))

    def unmapped(self, start: int, end: int) -> int:
        """How many characters of `[start, end)` lead nowhere."""
        mapped: Iterable[Run | Box] = self.runs or self.boxes
        covered = (min(end, one.end) - max(start, one.start) for one in mapped)
        return end - start - sum(length for length in covered if length > 0)

    def _range(self, run: Run, text: str, start: int, end: int) -> RawRange:
        first, last = max(start, run.start), min(end, run.end)
        if (first, last) == (run.start, run.end) or not self.is_verbatim(run, text):
            return RawRange(run.raw_start, run.raw_end)
        before = self._size(text[run.start : first])
        begins = run.raw_start + before
        return RawRange(begins, begins + self._size(text[first:last]))

    def is_verbatim(self, run: Run, text: str) -> bool:
        """Whether each character of `run` has bytes of its own."""
        return self._size(text[run.start : run.end]) == run.raw_end - run.raw_start

    def _size(self, words: str) -> int:
        assert self.encoding is not None
        return len(words.encode(self.encoding, errors="replace"))


def _touching(pieces: tuple[_Piece, ...], start: int, end: int) -> Iterator[_Piece]:
    return (piece for piece in pieces if piece.start < end and start < piece.end)


def _joined(ranges: Iterable[RawRange]) -> Iterator[RawRange]:
    held: RawRange | None = None
    for each in ranges:
        if held and held.end == each.start:
            held = RawRange(held.start, each.end)
        else:
            if held:
                yield held
            held = each
    if held:
        yield held
