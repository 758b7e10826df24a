"""Where in a text the words stand that were looked for, as the word indexes find them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.ledger.search import Term, terms

# The accents that SQLite's FTS5 (unicode61 remove_diacritics 2) passes over where they stand alone.
_ACCENTS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331"
_ACCENT = re.compile(f"[{_ACCENTS}]")
_WORD = re.compile(
    rf"(?:[^\W_]|[\ue000-\uf8ff])(?:[^\W_]|[{_ACCENTS}\ue000-\uf8ff])*"  # private use: as letters
)
_ACCENTED = re.compile("([a-z])[\u0300-\u036f]+")
_ONE_LETTER = str.maketrans("\u00b5\u03c2\u017f", "\u03bc\u03c3s")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text: where it stands, and as it is indexed."""

    start: int
    end: int
    indexed: str


def pieces(text: str, wanted: str) -> tuple[str, ...]:
    """`text` in turns: words that were not looked for, words that were, and so on.

    `wanted` is what a person typed, as in `StatementQuery`. Words of a phrase are one piece.
    """
    cuts = [0, *(place for found in _found(text, wanted) for place in found), len(text)]
    return tuple(text[start:end] for start, end in pairwise(cuts))


def _found(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """From where to where what is `wanted` stands in `text`; what overlaps is one."""
    words = list(_words(text))
    found = sorted({each for term in terms(wanted) for each in _places(words, term)})
    begin = end = -1
    for first, last in found:
        if first > end:
            if end >= 0:
                yield words[begin].start, words[end].end
            begin = first
        end = max(end, last)
    if end >= 0:
        yield words[begin].start, words[end].end


def _places(words: Sequence[_Word], term: Term) -> Iterator[tuple[int, int]]:
    """The numbers of the first and the last word of each place where `term` stands."""
    phrase = [word.indexed for word in _words(term.words)]
    if not phrase:
        return
    *before, last = phrase
    for first in range(len(words) - len(before)):
        there = [word.indexed for word in words[first : first + len(phrase)]]
        ends = there[-1].startswith(last) if term.begins else there[-1] == last
        if ends and there[:-1] == before:
            yield first, first + len(before)


def _words(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        yield _Word(found.start(), found.end(), _indexed(found.group()))


def _indexed(word: str) -> str:
    apart = unicodedata.normalize("NFD", _ACCENT.sub("", word).lower())
    together = unicodedata.normalize("NFC", _ACCENTED.sub(r"\1", apart))
    return together.translate(_ONE_LETTER)
