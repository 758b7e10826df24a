"""Attribution against gold: one-to-one matching by the overlap of contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model import Reading, Span

Characters = frozenset[int]
"""The offsets of the characters that some spans cover."""


@dataclass(frozen=True, slots=True)
class Credited:
    """An attribution as the measure sees it: which characters its three parts cover."""

    source: Characters
    cue: Characters
    content: Characters


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
    return [
        Credited(
            _covered(statement.source.spans),
            _covered(statement.cue.spans if statement.cue else ()),
            _covered(statement.content),
        )
        for statement in reading.statements
        if statement.depth == 1
    ]


def _covered(spans: Iterable[Span]) -> Characters:
    return characters((span.start, span.end) for span in spans)


def tally(predicted: Sequence[Credited], gold: Sequence[Credited]) -> Tally:
    """Match one to one, the largest overlaps first, and count.

    An attribution hits a gold one when their contents overlap by at least half, both ways. Given
    a hit, source and cue are right by the same rule.
    """
    pairs = sorted(
        (
            (len(one.content & other.content), i, j)
            for i, one in enumerate(predicted)
            for j, other in enumerate(gold)
            if _overlap(one.content, other.content)
        ),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    counts = Tally(predicted=len(predicted), gold=len(gold))
    for _, i, j in pairs:
        if i in used[0] or j in used[1]:
            continue
        used[0].add(i)
        used[1].add(j)
        counts += _hit(predicted[i], gold[j])
    return counts


def _hit(one: Credited, other: Credited) -> Tally:
    return Tally(
        hits=1,
        sourced=bool(other.source),
        sources_right=_overlap(one.source, other.source),
        cues_right=_overlap(one.cue, other.cue),
    )


def _overlap(one: Characters, other: Characters) -> bool:
    shared = len(one & other)
    return shared > 0 and 2 * shared >= max(len(one), len(other))
