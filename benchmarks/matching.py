"""Attribution against gold: one-to-one matching by the overlap of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Reading, Span, Statement

Characters = frozenset[int]
"""The offsets of the characters that some spans cover."""


@dataclass(frozen=True, slots=True)
class Credited:
    """An attribution as the measure sees it: which characters its three parts cover."""

    source: Characters
    cue: Characters
    content: Characters


@dataclass(frozen=True, slots=True)
class Exact:
    """Spans of one part (source, cue or content): read, in the gold, and in both to the letter."""

    predicted: int = 0
    gold: int = 0
    hits: int = 0

    def __add__(self, other: Exact) -> Exact:
        return Exact(
            self.predicted + other.predicted, self.gold + other.gold, self.hits + other.hits
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.predicted + self.gold) if self.hits else 0.0


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over many reports, and the figures that follow from them."""

    predicted: int = 0
    gold: int = 0
    hits: int = 0
    sourced: int = 0
    """Hits whose gold attribution has a source."""
    sources_right: int = 0
    cues_right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.predicted + other.predicted,
            self.gold + other.gold,
            self.hits + other.hits,
            self.sourced + other.sourced,
            self.sources_right + other.sources_right,
            self.cues_right + other.cues_right,
        )

    @property
    def precision(self) -> float:
        """Hits among the predicted."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Hits among the gold."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.predicted + self.gold) if self.hits else 0.0

    @property
    def source_right(self) -> float:
        """Right sources among hits that have a gold source."""
        return self.sources_right / self.sourced if self.sourced else 0.0

    @property
    def cue_right(self) -> float:
        """Right cues among hits."""
        return self.cues_right / self.hits if self.hits else 0.0


def characters(spans: Iterable[tuple[int, int]]) -> Characters:
    """The characters that half-open `(start, end)` spans cover."""
    return frozenset(offset for start, end in spans for offset in range(start, end))


def outermost(reading: Reading) -> list[Credited]:
    """The attributions of `reading` that the author himself makes (depth 1)."""
    return [credited(statement) for statement in reading.statements if statement.depth == 1]


def credited(statement: Statement) -> Credited:
    """The three parts of `statement`."""
    return Credited(
        _covered(statement.source.spans),
        _covered(statement.cue.spans if statement.cue else ()),
        _covered(statement.content),
    )


def _covered(spans: Iterable[Span]) -> Characters:
    return characters((span.start, span.end) for span in spans)


def tally(predicted: Sequence[Credited], gold: Sequence[Credited]) -> Tally:
    """Count the predicted, the gold and the hits; given a hit, source and cue are right or not."""
    counts = Tally(predicted=len(predicted), gold=len(gold))
    for i, j in pairs(predicted, gold):
        counts += _hit(predicted[i], gold[j])
    return counts


def pairs(predicted: Sequence[Credited], gold: Sequence[Credited]) -> list[tuple[int, int]]:
    """Match one to one, the same cue and then the largest overlaps first.

    An attribution hits a gold one when their contents overlap by at least half, both ways.
    """
    possible = sorted(
        (not one.cue & other.cue, -len(one.content & other.content), i, j)
        for i, one in enumerate(predicted)
        for j, other in enumerate(gold)
        if overlap(one.content, other.content)
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in possible:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return sorted(matched.items())


def _hit(one: Credited, other: Credited) -> Tally:
    return Tally(
        hits=1,
        sourced=bool(other.source),
        sources_right=overlap(one.source, other.source),
        cues_right=overlap(one.cue, other.cue),
    )


def exact(predicted: Sequence[Characters], gold: Sequence[Characters]) -> Exact:
    """Compare the unbroken spans of one part of all attributions, each span counted once."""
    read, expected = (
        {span for part in parts for span in _spans(part)} for parts in (predicted, gold)
    )
    return Exact(len(read), len(expected), len(read & expected))


def _spans(part: Characters) -> Iterator[tuple[int, int]]:
    """The unbroken stretches of `part`, half-open."""
    starts = sorted(offset for offset in part if offset - 1 not in part)
    ends = sorted(offset + 1 for offset in part if offset + 1 not in part)
    return zip(starts, ends, strict=True)


def overlap(one: Characters, other: Characters) -> bool:
    """Whether at least half of each is shared with the other."""
    shared = len(one & other)
    return shared > 0 and 2 * shared >= max(len(one), len(other))
