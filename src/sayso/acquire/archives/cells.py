"""Texts that stand in a record of a table: read as what they are, and led back to the record."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from sayso.acquire import media
from sayso.acquire.article import Article
from sayso.acquire.readers import read_article
from sayso.model import InputError, Run, SourceMap

# A text is HTML when it begins as a page or with an element that stands in the body of one.
_HTML_START = re.compile(
    r"\s*<(?:!doctype\s|!--|/?(?:html|head|body|main|article|section|header|div|p|h[1-6]|span|a|"
    r"figure|img|br|ul|ol|blockquote|table|b|i|em|strong)\b)",
    re.IGNORECASE,
)
_MOST_PIECES = 200_000


class Piece(NamedTuple):
    """The bytes `[start, end)` of a cell's UTF-8, and those of the record they were made from.

    Of equal length they are the same bytes; else they are one thing: an escape, a doubled quote.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a record, and where it stands there; `encoding` is the record's."""

    utf8: bytes
    pieces: tuple[Piece, ...]
    encoding: str


def cell_of(chunks: Iterable[tuple[str, int, int]], encoding: str) -> Cell:
    """The cell that is made of `chunks` of text, each with its bytes `[start, end)` in the record.

    Raises InputError (stage `decode`) when half a character stands in it.
    """
    made: list[bytes] = []
    pieces: list[Piece] = []
    at = 0
    for words, start, end in chunks:
        if len(pieces) == _MOST_PIECES:
            reason = f"it has more than {_MOST_PIECES} escapes, as no article has"
            raise InputError(reason, stage="decode")
        try:
            made.append(words.encode())
        except UnicodeEncodeError as error:
            reason = f"half a character stands at byte {start} of the record"
            raise InputError(reason, stage="decode") from error
        pieces.append(Piece(at, at + len(made[-1]), start, end))
        at += len(made[-1])
    return Cell(b"".join(made), tuple(pieces), encoding)


def article_in(cell: Cell, media_type: str | None = None) -> Article:
    """The article in a cell, plain text or HTML, its source map leading into the record.

    Where `media_type` is null the text tells what it is. Raises InputError as the readers of texts
    and pages do.
    """
    article = read_article(cell.utf8, media_type or media_type_of_text(cell.utf8))
    if article.source_map is None:
        return article
    runs = tuple(_led_on(article.source_map, article.text, cell.pieces))
    return replace(article, source_map=SourceMap(encoding=cell.encoding, runs=runs))


def media_type_of_text(utf8: bytes) -> str:
    """Whether a text is plain or HTML."""
    beginning = utf8[: media.SNIFFED_BYTES].decode(errors="ignore")
    return media.HTML if _HTML_START.match(beginning) else media.TEXT


def _led_on(inner: SourceMap, text: str, pieces: tuple[Piece, ...]) -> Iterator[Run]:
    """The runs of `text`, from the cell's bytes to the record's."""
    starts = [piece.start for piece in pieces]
    for run in inner.runs:
        first = max(bisect_right(starts, run.raw_start) - 1, 0)
        last = bisect_right(starts, max(run.raw_end - 1, run.raw_start))
        met = pieces[first:last]
        if not met:
            continue
        if inner.is_verbatim(run, text):
            yield from _verbatim(run, text, met)
        else:
            yield Run(run.start, run.end, _raw(met[0], run.raw_start), _raw(met[-1], run.raw_end))


def _verbatim(run: Run, text: str, met: tuple[Piece, ...]) -> Iterator[Run]:
    words = text[run.start : run.end].encode()
    at = run.start
    for piece in met:
        start, end = max(piece.start, run.raw_start), min(piece.end, run.raw_end)
        length = len(words[start - run.raw_start : end - run.raw_start].decode())
        yield Run(at, at + length, _raw(piece, start), _raw(piece, end))
        at += length


def _raw(piece: Piece, at: int) -> int:
    """The byte of the record that byte `at` of the cell leads to."""
    if piece.end - piece.start == piece.raw_end - piece.raw_start:
        return piece.raw_start + at - piece.start
    return piece.raw_start if at <= piece.start else piece.raw_end
