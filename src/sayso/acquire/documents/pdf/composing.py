"""Lines become a text, each piece of a word with its box."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.acquire.documents.pdf.lines import Line, is_broken
from sayso.acquire.documents.pdf.paragraphs import Join, joins
from sayso.acquire.documents.pdf.words import UNKNOWN, Word
from sayso.model import Box

_AROUND = "\"'“”‘’«»()[]{}.,:;!?…"
_DECIMALS = 2
"""Those of the sides of a box: a hundredth of a point is a 7,200th of an inch."""

_SMALLEST = 0.1
"""Points: what is narrower or lower is not to be seen, nor found again by its place."""


class _Piece(NamedTuple):
    page: int
    word: Word
    text: str
    after: str


def composed(lines: list[Line]) -> tuple[str, tuple[Box, ...]]:
    """The text of `lines` in paragraphs, and a box for each word, or piece of one, in it.

    The white space after a word counts to its box: it has no place of its own. The bar between two
    cells is on no page and in no box; a word with a letter that is unknown or draws nothing is in
    none.

    A hyphen at the end of a line is kept where the word is written with it elsewhere in the text,
    or is made of two that stand there by themselves; else it is left out. Either way the two pieces
    make one word with two boxes.
    """
    texts: list[str] = []
    boxes: list[Box] = []
    start = 0
    for piece in _pieces(lines):
        words = piece.text + piece.after
        mapped = piece.text if piece.after == Join.CELL else words
        if _can_be_seen(piece.word):
            ink = (round(side, _DECIMALS) for side in piece.word.ink)
            boxes.append(Box(start, start + len(mapped), piece.page, *ink))
        texts.append(words)
        start += len(words)
    return "".join(texts), tuple(boxes)


def _can_be_seen(word: Word) -> bool:
    is_large = min(word.ink.width, word.ink.height) >= _SMALLEST
    return is_large and word.is_drawn and UNKNOWN not in word.text


def _pieces(lines: list[Line]) -> Iterator[_Piece]:
    known = _whole_words(lines)
    following: list[Line | None] = [*lines[1:], None]
    between: list[str] = [*joins(lines), ""]
    for line, after, join in zip(lines, following, between, strict=True):
        for word in line.words[:-1]:
            yield _Piece(line.page, word, word.text, " ")
        last = line.words[-1]
        if after and join is Join.SAME and is_broken(line, after):
            yield _Piece(line.page, last, _mended(last.text, after.words[0].text, known), "")
        else:
            yield _Piece(line.page, last, last.text, join)


def _whole_words(lines: list[Line]) -> frozenset[str]:
    """The words of `lines`, in small letters, without those that a line's end breaks."""
    whole: set[str] = set()
    before: Line | None = None
    for line in lines:
        words = [word.text.strip(_AROUND).casefold() for word in line.words]
        whole.update(words[1:] if before and is_broken(before, line) else words)
        before = line
    return frozenset(whole)


def _mended(word: str, following: str, known: frozenset[str]) -> str:
    """`word`, which ends with a hyphen, as it stands before the rest of it."""
    begun, rest = word[:-1].lstrip(_AROUND), following.rstrip(_AROUND)
    if (begun + rest).casefold() in known:
        return word[:-1]
    is_compound = f"{begun}-{rest}".casefold() in known or known >= {
        begun.casefold(),
        rest.casefold(),
    }
    is_plain = begun.isalpha() and not begun.isupper() and rest[0].islower()
    return word[:-1] if is_plain and not is_compound else word
