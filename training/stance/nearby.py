"""Claims beside sentences of reports on other stories that share words with them.

The unrelated pairs of the Fake News Challenge were drawn at random and hardly share a word. In a
ledger the reports that are asked about a claim do: they name the same people and places.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sayso.links.stance import stems
from sayso.model import ReportStance
from training.stance.rewording import Passage

OWN: Final = 0.3
"""The share of sentences that are set beside their own report: short texts can agree too."""
_TRIES: Final = 20
_SAME_MATTER: Final = 0.6
"""Another story that has this share of a claim's words may be on the same matter."""
_AFTER: Final = 3
"""Sentences of a passage after its first one or two, at most."""
_FEWEST, _MOST = 7, 30
"""Words of a sentence that is taken for a claim."""
_Place = tuple[int, int]
"""A body and the number of a sentence in it."""


class Nearby:
    """The sentences of the bodies by how their words begin, and the `stories` of the bodies."""

    def __init__(self, sentences: Mapping[int, Sequence[str]], stories: Mapping[int, int]) -> None:
        self._sentences, self._stories = sentences, stories
        self._holding: defaultdict[str, list[_Place]] = defaultdict(list)
        for body, those in sorted(sentences.items()):
            for number, sentence in enumerate(those):
                for stem in stems(sentence):
                    self._holding[stem].append((body, number))

    def claims(self, of: Iterable[tuple[str, int]], rng: random.Random) -> Iterator[Passage]:
        """Claims, each with its story, beside other stories."""
        for claim, story in of:
            yield from self._beside_another(claim, story, rng)

    def sentences(self, number: int, rng: random.Random) -> Iterator[Passage]:
        """So many sentences as claims, beside other stories or their own report."""
        bodies = sorted(self._sentences)
        for place in map(self._fitting, rng.choices(bodies, k=number), [rng] * number):
            if place is None:
                continue
            body, sentence = place
            claim = self._sentences[body][sentence]
            if rng.random() < OWN:
                yield Passage(claim, self._around(place, rng), ReportStance.AGREES)
            else:
                yield from self._beside_another(claim, self._stories[body], rng)

    def _fitting(self, body: int, rng: random.Random) -> _Place | None:
        """A sentence of a body that can be a claim, if there is one."""
        lengths = [len(sentence.split()) for sentence in self._sentences[body]]
        fitting = [at for at, length in enumerate(lengths) if _FEWEST <= length <= _MOST]
        return (body, rng.choice(fitting)) if fitting else None

    def _beside_another(self, claim: str, story: int, rng: random.Random) -> Iterator[Passage]:
        """`claim` beside sentences of another story that share some of its words, if there are."""
        about = sorted(stems(claim) & self._holding.keys())
        for _ in range(_TRIES if about else 0):
            place = rng.choice(self._holding[rng.choice(about)])
            text = self._around(place, rng)
            shared = stems(" ".join(text)) & set(about)
            near = 1 < len(shared) < _SAME_MATTER * len(about)
            if near and self._stories[place[0]] != story:
                yield Passage(claim, text, ReportStance.UNRELATED)
                return

    def _around(self, place: _Place, rng: random.Random) -> tuple[str, ...]:
        """A sentence, and up to three around it."""
        body, sentence = place
        first = max(sentence - rng.randint(0, 1), 0)
        return tuple(self._sentences[body][first : sentence + rng.randint(1, _AFTER)])
