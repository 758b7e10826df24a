"""A page read for positions: every character that it shows, and where each stands.

Extraction works on a tree that has forgotten where its words stood. This reads the page a second
time, by the rules of HTML's tokeniser (https://html.spec.whatwg.org/#tokenization) but for nothing
except positions: text, character references, tags, comments, elements whose text is not shown.
Blanks are left out, for extraction folds and drops them as it likes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from html.entities import html5
from typing import Final, NamedTuple

# Each branch ends where another begins and none is tried again: a flood of attributes, quotation
# marks or tags without an end takes linear time.
_ATTRIBUTES: Final = (
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?+)?+)*+"
)
UNSHOWN: Final = (
    *("script", "style", "svg", "template", "title"),
    *("iframe", "noembed", "noframes"),
)
TAG: Final = rf"</?[a-z][^\s/>]*+{_ATTRIBUTES}>?"
# An element whose text is not of the article, up to its end tag or the end of the page. There is no
# group to refer back to: Python 3.11 loses track of those inside what is never tried again.
_ELEMENT: Final = "|".join(
    rf"<{name}(?=[\s/>]){_ATTRIBUTES}(?<!/)>(?:[^<]++|<(?!/{name}[\s/>]))*+" for name in UNSHOWN
)
_COMMENT: Final = (
    r"<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?)|<[!?][^>]*+>?|</(?:>|[^a-z>][^>]*+>?)"
)
_MARKUP: Final = re.compile(rf"((?=<[inst])(?:{_ELEMENT})|{TAG}|{_COMMENT})", re.IGNORECASE)
_UNSHOWN_TAG: Final = rf"</?(?:{'|'.join(UNSHOWN)})(?=[\s/>])"
_UNSEEN: Final = re.compile(rf"(?:{_ELEMENT}|(?={_UNSHOWN_TAG}){TAG}|{_COMMENT})*+", re.IGNORECASE)
_BLANK_SPACE: Final = r"[\s\u00ad\u200b\ufeff]|&[#\w]{1,40};?"
_SPACE: Final = re.compile(rf"(?:{_BLANK_SPACE})*+")
_SPACE_AND_TAGS: Final = re.compile(rf"(?:{_BLANK_SPACE}|(?!{_UNSHOWN_TAG}){TAG})*+", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"&(?:#(?:[0-9]+|x[0-9a-f]+)|[a-z][a-z0-9]{1,40});?", re.IGNORECASE)
_MAX_DIGITS: Final = 10
"""More digits than this are the number of no character."""

# What is folded, or never seen, or no character of markup at all.
_BLANK: Final = r"\s\u00ad\u200b\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_BLANKS: Final = re.compile(rf"[{_BLANK}]+")
_NO_SPACE: Final = re.compile(r"[\u00ad\u200b\ufeff\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
WORD: Final = re.compile(rf"[^{_BLANK}]+")

QUOTES: Final = tuple("\"'“”‘’„«»")
_MAX_LOOK_AHEAD: Final = 20
"""So many stretches of text behind `<q>` may be blank before the one that it opens with."""

_LONGEST: Final = 500
"""Longer text is kept in pieces, so that a place in it is found soon."""


class Piece(NamedTuple):
    """`length` characters of a stream from `at`; the characters `[start, end)` of the page.

    They are the same characters but for blanks, or `whole`: one thing, such as a reference.
    """

    at: int
    length: int
    start: int
    end: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Stream:
    """What `page` shows, in its order: `shown` is that without blanks, `pieces` where it stands.

    `at` is where each of these begins in `shown`.
    """

    page: str
    shown: str
    pieces: Sequence[Piece]
    at: Sequence[int]

    def between(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of `shown[start:end]`, cut to it, with no blanks at their ends."""
        for index in range(max(bisect_right(self.at, start) - 1, 0), len(self.pieces)):
            piece = self.pieces[index]
            if piece.at >= end:
                return
            if piece.at < start or piece.at + piece.length > end:
                yield from self._cut(piece, start, end)
            else:
                yield piece

    def words_of(self, piece: Piece) -> Iterator[Piece]:
        """`piece`, in pieces without blanks."""
        if piece.whole:
            yield piece
            return
        at = piece.at
        for word in WORD.finditer(self.page, piece.start, piece.end):
            start, end = word.span()
            yield Piece(at, end - start, start, end, whole=False)
            at += end - start

    def place(self, at: int) -> int:
        """Where in the page the character `shown[at]` begins; the page's end after the last."""
        return next((piece.start for piece in self.between(at, at + 1)), len(self.page))

    def directly_after(self, start: int, limit: int) -> tuple[int, int]:
        """Where white space and tags stand together behind the character before `start`.

        Comments, and elements whose text is not shown, may stand before them.
        """
        unseen = _UNSEEN.match(self.page, start, limit)
        assert unseen is not None
        found = _SPACE_AND_TAGS.match(self.page, unseen.end(), limit)
        assert found is not None
        return found.span()

    def space_between(self, start: int, limit: int) -> tuple[int, int]:
        """Where white space stands behind one character and before the next, else the tags."""
        found = _SPACE.match(self.page, start, limit)
        assert found is not None
        before = len(self.page[start:limit].rstrip()) + start
        if found.end() == start and before < limit:
            return before, limit
        return found.span() if found.end() > start else self.directly_after(start, limit)

    def parts_words(self, at: int) -> bool:
        """Whether no word goes on from the character before `shown[at]` to that one."""
        beside = self.shown[max(at - 1, 0) : at + 1]
        if len(beside) == 1 or not beside.isalnum():
            return True
        index = bisect_right(self.at, at) - 1
        piece = self.pieces[index]
        if at == piece.at:
            return self.pieces[index - 1].end < piece.start
        return any(word.at == at for word in self.words_of(piece))

    def _cut(self, piece: Piece, start: int, end: int) -> Iterator[Piece]:
        """What of `piece` stands in `[start, end)`; nothing of what is whole."""
        words = () if piece.whole else self.words_of(piece)
        for at, length, begins, _, _ in words:
            first, last = max(at, start), min(at + length, end)
            if first < last:
                yield Piece(
                    first, last - first, begins + first - at, begins + last - at, whole=False
                )


def read_stream(page: str) -> Stream:
    """The stream of `page`; what browsers write for `<q>` and `</q>` stands in it."""
    reading = _Reading(page)
    split = _MARKUP.split(page)
    texts, tags = split[::2], [*split[1::2], ""]
    end = 0
    for number, (text, tag) in enumerate(zip(texts, tags, strict=True)):
        start, end = end, end + len(text)
        if text and not text.isspace():
            reading.text(start, end)
        if tag[1:3].lower() == "q>" or (tag[1:2] in {"q", "Q"} and tag[2:3].isspace()):
            reading.quotation(end, end + len(tag), _first_words(texts, number + 1))
        elif tag[1:4].lower() == "/q>":
            reading.end_of_quotation(end, end + len(tag))
        end += len(tag)
    return reading.stream()


def squeezed(text: str) -> str:
    """`text` without its blanks: white space, invisible characters, control codes."""
    return _BLANKS.sub("", text) if _NO_SPACE.search(text) else "".join(text.split())


class _Reading:
    """A stream as it is being read."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._shown: list[str] = []
        self._pieces: list[Piece] = []
        self._at = 0
        self._open: list[bool] = []
        """Of each `<q>` that is open, whether a mark was written for it."""

    def stream(self) -> Stream:
        at = [piece.at for piece in self._pieces]
        return Stream(self._page, "".join(self._shown), self._pieces, at)

    def text(self, start: int, end: int) -> None:
        """The characters `[start, end)` of the page, and what they refer to."""
        for reference in _REFERENCE.finditer(self._page, start, end):
            shown, length = _meaning(reference[0])
            if length:
                self._plain(start, reference.start())
                start = reference.start() + length
                self._add(squeezed(shown), reference.start(), start, whole=True)
        self._plain(start, end)

    def quotation(self, start: int, end: int, words: str) -> None:
        """The tag `<q>` at `[start, end)`, before `words`."""
        self._open.append(not words.startswith(QUOTES))
        if self._open[-1]:
            self._add("“", start, end, whole=True)

    def end_of_quotation(self, start: int, end: int) -> None:
        """The tag `</q>` at `[start, end)`."""
        if self._open and self._open.pop():
            self._add("”", start, end, whole=True)

    def _plain(self, start: int, end: int) -> None:
        for first in range(start, end, _LONGEST):
            characters = self._page[first : min(first + _LONGEST, end)]
            inner = characters.lstrip()
            begins = first + len(characters) - len(inner)
            inner = inner.rstrip()
            self._add(squeezed(inner), begins, begins + len(inner), whole=False)

    def _add(self, shown: str, start: int, end: int, *, whole: bool) -> None:
        if shown:
            self._shown.append(shown)
            self._pieces.append(Piece(self._at, len(shown), start, end, whole))
            self._at += len(shown)


def _first_words(texts: Sequence[str], number: int) -> str:
    ahead = texts[number : number + _MAX_LOOK_AHEAD]
    return next(filter(None, (unescape(text[:_LONGEST]).lstrip() for text in ahead)), "")


def _meaning(reference: str) -> tuple[str, int]:
    """What a character reference shows, and its length; 0 where it is none."""
    if reference[1] == "#":
        is_number = len(reference) <= _MAX_DIGITS
        return unescape(reference) if is_number else "\ufffd", len(reference)
    for end in range(len(reference), 1, -1):
        if (shown := html5.get(reference[1:end])) is not None:
            return shown, end
    return "", 0
