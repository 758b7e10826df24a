"""From the places of an article's words in its page to a source map in bytes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from sayso.acquire.decoding import Decoded
from sayso.acquire.html.alignment import Placed, align
from sayso.acquire.html.rendering import BAR, Rendered
from sayso.acquire.html.stream import WORD, Piece, Stream
from sayso.model import Run, SourceMap

_BETWEEN: Final = re.compile(rf"[\s{BAR}]+")
_CELL: Final = re.compile(r"</?t[dhr]\b", re.IGNORECASE)
_DAMAGED: Final = re.compile("\ufffd|[^\ufffd]+")


class _Words:
    """The words of a text: where each begins in it without blanks, and in it as it is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [word.span() for word in WORD.finditer(text)]
        lengths = (end - start for start, end in self.spans)
        self.at = list(accumulate(lengths, initial=0))[:-1]

    def between(self, begins: int, ends: int) -> Iterator[tuple[int, int, int]]:
        """What stands in `[begins, ends)` without blanks: where there, and its start and end."""
        number = bisect_right(self.at, begins) - 1
        while number < len(self.at) and self.at[number] < ends:
            at, (start, end) = self.at[number], self.spans[number]
            first = max(begins, at)
            yield first, start + first - at, min(end, start + ends - at)
            number += 1


class _Link(NamedTuple):
    """The characters `[start, end)` of the text are the characters `[first, last)` of the page.

    They are the same, or `whole`: one thing. In the stream of the page they end at `behind`.
    """

    start: int
    end: int
    first: int
    last: int
    whole: bool
    behind: int


def source_map(article: Rendered, stream: Stream, decoded: Decoded, raw: bytes) -> SourceMap:
    """Where each character of `article` stands in the page `raw`."""
    words = _Words(article.text)
    placed = align(article.shown, article.words, words.at, stream)
    links = _with_blanks(_links(words, placed, stream), article.text, stream)
    runs = _in_bytes(links, article.text, decoded, raw)
    return SourceMap(encoding=decoded.encoding, runs=tuple(runs))


def _links(words: _Words, placed: Iterable[Placed], stream: Stream) -> Iterator[_Link]:
    """The placed words, in pieces that hold together in the text and in the page."""
    for start, end, at in placed:
        for piece in stream.between(at, at + end - start):
            begins = start + piece.at - at
            yield from _one_link(piece, begins, words, stream) or _links_of(
                piece, begins, words, stream
            )


def _one_link(piece: Piece, begins: int, words: _Words, stream: Stream) -> tuple[_Link, ...]:
    """The link of a piece that stands in the text as it stands in the page."""
    _, start, _ = next(words.between(begins, begins + 1))
    characters = stream.page[piece.start : piece.end]
    if piece.whole or not words.text.startswith(characters, start):
        return ()
    end = start + len(characters)
    behind = piece.at + piece.length
    return (_Link(start, end, piece.start, piece.end, whole=False, behind=behind),)


def _links_of(piece: Piece, begins: int, words: _Words, stream: Stream) -> Iterator[_Link]:
    """The links of a piece that begins, in the text without blanks, at `begins`."""
    for part in stream.words_of(piece):
        first = begins + part.at - piece.at
        for at, start, end in words.between(first, first + part.length):
            behind = part.at + at - first + end - start
            if not part.whole:
                place = part.start + at - first
                yield _Link(start, end, place, place + end - start, whole=False, behind=behind)
            elif end - start == part.length:
                yield _Link(start, end, part.start, part.end, whole=True, behind=behind)


def _with_blanks(links: Iterable[_Link], text: str, stream: Stream) -> Iterator[_Link]:
    """`links`, those joined that are one stretch, and between them what blanks were made of."""
    held: _Link | None = None
    for link in links:
        if held is None:
            held = link
        elif _is_one_stretch(held, link, text, stream.page):
            held = held._replace(end=link.end, last=link.last, behind=link.behind)
        else:
            yield held
            if (blank := _blank_behind(held, link, text, stream)) is not None:
                yield blank
            held = link
    if held is not None:
        yield held


def _is_one_stretch(link: _Link, following: _Link, text: str, page: str) -> bool:
    between = text[link.end : following.start]
    return (
        not (link.whole or following.whole)
        and link.last <= following.first
        and (not between or between.isspace())
        and following.first - link.last == len(between)
        and page[link.last : following.first] == between
    )


def _blank_behind(link: _Link, following: _Link, text: str, stream: Stream) -> _Link | None:
    """What the blanks behind a link were made of: white space, or the tags behind it."""
    found = _BETWEEN.match(text, link.end)
    if found is None:
        return None
    adjoins = following.behind - (following.end - following.start) == link.behind
    limit = following.first if adjoins else stream.place(link.behind)
    first, last = (
        stream.space_between(link.last, limit)
        if found[0] == " "
        else stream.directly_after(link.last, limit)
    )
    if first == last or (BAR in found[0] and not _CELL.search(stream.page, first, last)):
        return None
    return _Link(link.end, found.end(), first, last, whole=True, behind=link.behind)


def _in_bytes(links: Iterable[_Link], text: str, decoded: Decoded, raw: bytes) -> Iterator[Run]:
    """The links as runs, those that would be read in another way than meant left out."""
    offsets = decoded.byte_offsets()
    for link in links:
        for start, end, first, last in _without_damage(link, text, decoded):
            run = Run(start, end, int(offsets[first]), int(offsets[last]))
            if _is_sound(run, link, text, decoded.encoding, raw):
                yield run


def _without_damage(
    link: _Link, text: str, decoded: Decoded
) -> Iterator[tuple[int, int, int, int]]:
    """`link` in pieces: each U+FFFD for itself, for it has fewer bytes than it has here."""
    if link.whole or decoded.damage is None:
        yield link[:4]
        return
    for piece in _DAMAGED.finditer(text, link.start, link.end):
        start, end = piece.span()
        first = link.first + start - link.start
        yield start, end, first, first + end - start


def _is_sound(run: Run, link: _Link, text: str, encoding: str, raw: bytes) -> bool:
    """Whether a run of several characters is read as meant: as one thing, or as the same ones."""
    characters = text[run.start : run.end]
    size = run.raw_end - run.raw_start
    if len(characters) == 1:
        return True
    is_read_as_the_same = len(characters.encode(encoding, errors="replace")) == size
    if link.whole:
        return not is_read_as_the_same
    is_same = raw[run.raw_start : run.raw_end].decode(encoding, errors="replace") == characters
    return is_read_as_the_same and is_same
