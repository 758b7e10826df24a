"""The words of a text in columns, as they go to the parser, and the batches in which they go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.reader.document import Run

_BATCH_WORDS = 1_000
"""No more words than this are parsed together, which bounds the parser's memory."""
FULL_STOPS = (".", "!", "?")

Batch = list[Run]
"""Paragraphs that are parsed together, one after the other."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How a chunk of a text is cut: its words, and where each begins and ends in it.

    `closing` tells of each word whether it ends the chunk. `norms` are what the parser goes by in
    place of a word, by its place ("n’t" is "not"), where that is not what the parser's vocabulary
    has.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    closing: tuple[bool, ...]
    norms: dict[int, str]


@dataclass(slots=True)
class Words:
    """The words of a text, with their offsets; `closing` are those that end a chunk."""

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    closing: list[bool] = field(default_factory=list)
    norms: dict[int, str] = field(default_factory=dict)

    def add(self, chunks: Sequence[tuple[Cut, int]]) -> None:
        """Add the words of chunks, each with the character that it begins at."""
        for cut, offset in chunks:
            for place, norm in cut.norms.items():
                self.norms[len(self.words) + place] = norm
            self.words += cut.words
            self.closing += cut.closing
            self.starts += [offset + start for start in cut.starts]
            self.ends += [offset + end for end in cut.ends]


def pieces(words: Sequence[str], paragraph: Run) -> Iterator[Run]:
    """The paragraph itself, or pieces of one too long to parse at once, cut after full stops."""
    start = paragraph.start
    while paragraph.end - start > _BATCH_WORDS:
        limit = start + _BATCH_WORDS
        stops = (end for end in range(limit, start, -1) if words[end - 1] in FULL_STOPS)
        end = next(stops, limit)
        yield Run(start, end)
        start = end
    if start < paragraph.end:
        yield Run(start, paragraph.end)


def batches(paragraphs: Iterable[Run]) -> Iterator[Batch]:
    """The paragraphs that follow one another, as many together as may be parsed at once."""
    batch: Batch = []
    for paragraph in paragraphs:
        if batch and paragraph.end - batch[0].start > _BATCH_WORDS:
            yield batch
            batch = []
        batch.append(paragraph)
    if batch:
        yield batch
