"""How much of one text stands in another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import and_

from sayso.links.reprints.words import Words, in_runs

_SENTENCE = 0.8
"""A sentence is the same when so many of its words stand in passages."""


class Taken:
    """One side of a comparison: its words, and which of them stand in the other text.

    `runs` are the passages on this side; `heard` are the words that both texts give as somebody's
    direct words, which each may have heard for itself.
    """

    def __init__(self, words: Words, runs: Iterable[range], heard: Iterable[int]) -> None:
        self._words = words
        self._taken = in_runs(len(words), runs)
        self._heard = frozenset(heard)

    @property
    def share(self) -> float:
        """The share of its prose, 0 to 1, that stands in the other text."""
        return self._share_of(self._words.prose)

    @property
    def own_share(self) -> float:
        """The same of its prose without what was heard."""
        prose = enumerate(self._words.prose)
        return self._share_of([is_prose and n not in self._heard for n, is_prose in prose])

    def _share_of(self, words: Sequence[bool]) -> float:
        """The share of the words marked that is taken."""
        taken: int = sum(map(and_, words, self._taken))
        return taken / max(1, sum(words))

    def sentences(self) -> tuple[int, int]:
        """How many of its sentences stand in the other text, and how many it has."""
        sentences = self._words.sentences
        same = sum(
            sum(self._taken[sentence.start : sentence.stop]) >= _SENTENCE * len(sentence)
            for sentence in sentences
        )
        return same, len(sentences)
