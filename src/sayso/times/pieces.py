"""A text cut into the pieces that the grammar of times reads: words, numbers and marks.

They are finer than the tokens of the tree: "mid-1990s" and "10-year" are three pieces each. Every
piece has a kind, told by one character of `symbols`, so that rules are regular expressions over
kinds and their matches are runs of pieces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.reader import Document
from sayso.times.senses import senses
from sayso.times.vocabulary import NOTHING, Value, symbols, words

_PIECE: Final = re.compile(
    r"(?P<iso_date>(?<![\w./-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w/-]))"
    r"|(?P<slashed_date>(?<![\w./-])[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![\w/-]))"
    r"|(?P<clock>(?<![\w.:/-])[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap](?:\.\s?m\.|\.?m\b)"
    r"|(?<![\w.:/-])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:/]))"
    r"|(?P<nth>[0-9]{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<decade_number>[0-9]{2,4}['’]?s\b)"
    r"|(?P<figure>[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9])|[0-9]{1,4}\.[0-9]{1,2}(?![0-9]))"
    r"|(?P<number>[0-9]+)"
    r"|['’]s\b|[^\W\d_]+|[^\w\s]",
    re.IGNORECASE,
)
_LONGEST: Final = 4
"""Numbers of more digits, without a comma, are no part of a time."""
_DAYS_OF_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text in parallel columns; between paragraphs stands an empty one."""

    symbols: str
    values: tuple[Value, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def cut(doc: Document) -> Pieces:
    """The pieces of `doc`."""
    kinds: list[str] = []
    values: list[Value] = []
    starts: list[int] = []
    ends: list[int] = []
    for symbol, value, start, end in _pieces(doc):
        kinds.append(symbol)
        values.append(value)
        starts.append(start)
        ends.append(end)
    return Pieces("".join(kinds), tuple(values), tuple(starts), tuple(ends))


def _pieces(doc: Document) -> Iterator[tuple[str, Value, int, int]]:
    known, other, asked = words(), (NOTHING, ""), senses()
    for paragraph in doc.paragraphs:
        start, end = doc.starts[paragraph.start], doc.ends[paragraph.end - 1]
        for match in _PIECE.finditer(doc.text, start, end):
            word = match[0]
            kind = match.lastgroup
            symbol, value = _number(kind, word) if kind else known.get(word.lower(), other)
            sense = asked.get(symbol)
            if sense and not sense(doc, _token(doc, match.start()), word):
                symbol = NOTHING
            yield symbol, value, match.start(), match.end()
        yield NOTHING, "", end, end


def _token(doc: Document, offset: int) -> int:
    """The token that the character at `offset` belongs to."""
    return bisect_right(doc.starts, offset) - 1


def _number(kind: str, word: str) -> tuple[str, Value]:
    """The symbol and the value of what is written in digits."""
    letters = symbols()
    if kind == "nth":
        return letters[kind], int(word[:-2])
    if kind == "figure":
        return letters[kind], float(word.replace(",", ""))
    if kind == "number":
        return _plain_number(word)
    return letters[kind], word.lower()


def _plain_number(digits: str) -> tuple[str, Value]:
    if len(digits) > _LONGEST:
        return NOTHING, ""
    value = int(digits)
    short = len(digits) <= 2  # noqa: PLR2004 digits of a day, or of a year in its century
    kind = "two" if short else "four" if len(digits) == _LONGEST else "figure"
    if short and 0 < value <= _DAYS_OF_MONTH:
        kind = "day_number"
    return symbols()[kind], value
