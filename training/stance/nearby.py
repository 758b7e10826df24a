"""Claims beside sentences of reports on other stories that share words with them.

Unrelated pairs of the Fake News Challenge were drawn at random and hardly share a word. In a
ledger the reports that are asked about a claim do: they name the same people and places.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.links.stance import stems
from sayso.model import ReportStance
from training.stance.rewording import Passage

OWN = 0.3
"""The share of sentences that are set beside their own report, so that short ones can agree."""
_TRIES = 20
_LONGEST = 4
"""Sentences of a passage."""
_FEWEST, _MOST = 7, 30
"""Words of a sentence that is taken for a claim."""
_SAME_MATTER = 0.6
"""The share of a claim's words that another story has not."""


@dataclass(frozen=True, slots=True)
class _Place:
    body: int
    sentence: int


class Nearby:
    """The sentences of bodies by how their words begin."""

    def __init__(self, sentences: Mapping[int, Sequence[str]], stories: Mapping[int, int]) -> None:
        self._sentences, self._stories = sentences, stories
        self._holding: defaultdict[str, set[_Place]] = defaultdict(set)
        for body, those in sentences.items():
            for at, sentence in enumerate(those):
                for stem in stems(sentence):
                    self._holding[stem].add(_Place(body, at))
        self._order = {stem: sorted(at, key=_text_order) for stem, at in self._holding.items()}

    def of_claims(self, claims: Sequence[tuple[str, int]], rng: random.Random) -> Iterator[Passage]:
        """Claims, each with its story, beside another story."""
        for claim, story in claims:
            yield from self._beside(claim, story, rng)

    def of_sentences(self, number: int, rng: random.Random) -> Iterator[Passage]:
        """So many sentences as claims, beside another story, or some beside their own report."""
        for body in rng.choices(sorted(self._sentences), k=number):
            fitting = [
                at
                for at, sentence in enumerate(self._sentences[body])
                if _FEWEST <= len(sentence.split()) <= _MOST
            ]
            for at in rng.sample(fitting, min(1, len(fitting))):
                claim = self._sentences[body][at]
                if rng.random() < OWN:
                    said = self._passage(_Place(body, at), rng)
                    yield Passage(claim, said, ReportStance.AGREES)
                else:
                    yield from self._beside(claim, self._stories[body], rng)

    def _beside(self, claim: str, story: int, rng: random.Random) -> Iterator[Passage]:
        about = sorted(stem for stem in stems(claim) if stem in self._order)
        for _ in range(_TRIES if len(about) > 1 else 0):
            one, other = rng.sample(about, 2)
            place = rng.choice(self._order[min(one, other, key=lambda stem: len(self._order[stem]))])
            if self._stories[place.body] == story or not {place} <= (
                self._holding[one] & self._holding[other]
            ):
                continue
            said = self._passage(place, rng)
            if len(stems(" ".join(said)) & set(about)) < _SAME_MATTER * len(about):
                yield Passage(claim, said, ReportStance.UNRELATED)
                return

    def _passage(self, place: _Place, rng: random.Random) -> tuple[str, ...]:
        """A sentence and up to three around it."""
        first = place.sentence - rng.randint(0, 1)
        end = place.sentence + rng.randint(1, _LONGEST - 1)
        return tuple(self._sentences[place.body][max(first, 0) : end])


def _text_order(place: _Place) -> tuple[int, int]:
    return place.body, place.sentence
