"""Stretches of a document short enough for the encoder to read at once, cut into word pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.reader.document import Document, Run

LIMIT = 256
"""No window has more word pieces than this, the two that mark its ends included."""
_PER_WORD = 6
"""Of a longer word, only so many pieces are read."""

Pieces = Callable[[str], tuple[int, ...]]
"""The ids of a word's pieces."""


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive words of a document, and the pieces they are cut into.

    `pieces` are the ids of all pieces, without the marks at the ends; `lengths` says how many
    each word has.
    """

    words: Run
    pieces: tuple[int, ...]
    lengths: tuple[int, ...]


def windows(doc: Document, pieces: Pieces) -> Iterator[Window]:
    """The windows that cover `doc`: whole sentences, and whole paragraphs where they fit.

    A sentence too long for a window is cut between words.
    """
    cut = [pieces(word)[:_PER_WORD] for word in doc.words]
    paragraph_starts = {run.start for run in doc.paragraphs}
    start = 0
    while start < len(doc):
        end = _end(doc, start, cut, paragraph_starts)
        yield Window(
            Run(start, end),
            tuple(piece for word in cut[start:end] for piece in word),
            tuple(map(len, cut[start:end])),
        )
        start = end


def _end(doc: Document, start: int, cut: list[tuple[int, ...]], paragraph_starts: set[int]) -> int:
    """Where a window that begins at `start` ends: the last good place that its size allows."""
    room, end, last = LIMIT - 2, start, len(cut)
    while end < last and (length := len(cut[end])) <= room:
        room -= length
        end += 1
    if end == last:
        return end
    places = [run.start for run in _sentences_between(doc, start, end)]
    late = [
        place for place in places if place in paragraph_starts and 2 * (place - start) > end - start
    ]
    return max(late or places or [end])


def _sentences_between(doc: Document, start: int, end: int) -> Iterator[Run]:
    """The sentences that begin after `start`, at `end` at the latest."""
    for number in range(doc.sentence_of[start] + 1, doc.sentence_of[end] + 1):
        run = doc.sentences[number]
        if start < run.start <= end:
            yield run
