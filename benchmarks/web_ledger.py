"""A large ledger that nobody wrote, to measure the reading room on: seeded, the same for all.

Reports come in stories of three to two hundred. Each names some of a few thousand people and
places, the first of them far more often than the last; its words are drawn from the example reports
as often as they stand there, and now and then from a long list of rare ones. What a story's reports
tell in common are its claims.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path

from benchmarks.web_claims import Told, claims_of, links_of
from benchmarks.web_writing import Party, Proposition, Site, Writing
from sayso.ledger import Ledger, Linked
from sayso.model import Act, ActorKind, EventType, Reading

_SEED = 7
_SYLLABLES = "ka lo mi ren sta vor tel nu dra sel pim or bas he qui fen jo ul tar wen".split()
_KINDS = (*(ActorKind.PERSON,) * 6, *ActorKind)
_ROLES = ("GOV", "MIL", "OPP", "MED", "CVL", "REB", "IGO")
_TRIGGERS = {
    "attacked": EventType.ASSAULT,
    "accused": EventType.ACCUSE,
    "met": EventType.CONSULT,
    "arrested": EventType.COERCE,
    "warned": EventType.THREATEN,
    "aided": EventType.AID,
}
_TOLD_IN_STORY = 12
"""Propositions that the reports of a story choose from."""
_TOLD_IN_REPORT = 6
_RARE = 0.08
"""So many of the words are rare ones."""
_BATCH = 20


@dataclass(frozen=True, slots=True)
class _Story:
    """What its reports tell of, and how many of them there are."""

    number: int
    reports: int
    parties: tuple[Party, ...]
    sites: tuple[Site, ...]
    told: tuple[Proposition, ...]


class World:
    """The people, places and words that all reports share."""

    def __init__(self, texts: Sequence[str]) -> None:
        chance = random.Random(_SEED)  # noqa: S311 - the same for all who measure
        self._common = [word for text in texts for word in text.lower().split() if word.isalpha()]
        self._rare = [_name(chance).lower() for _ in range(20_000)]
        self._parties = _Ranked([_party(chance) for _ in range(4_000)])
        self._sites = _Ranked([_site(chance) for _ in range(600)])
        self.outlets = _Ranked([f"{_name(chance)} {_name(chance)}" for _ in range(60)])

    def stories(self) -> Iterator[_Story]:
        """Stories without end."""
        number = 0
        while True:
            chance = random.Random(f"{_SEED} {number}")  # noqa: S311 - as above
            parties = tuple(self._parties.draw(chance) for _ in range(12))
            sites = tuple(self._sites.draw(chance) for _ in range(4))
            told = (self._proposition(chance, parties, sites) for _ in range(_TOLD_IN_STORY))
            size = min(200, int(3 / (1 - chance.random()) ** 0.9))
            yield _Story(number, size, tuple(dict.fromkeys(parties)), sites, tuple(told))
            number += 1

    def readings(self, story: _Story) -> Iterator[tuple[Reading, list[Told]]]:
        """The reports of `story`, with what they tell of its propositions."""
        for number in range(story.reports):
            chance = random.Random(f"{_SEED} {story.number} {number}")  # noqa: S311 - as above
            writing = Writing(story.parties, self.outlets.draw(chance), chance)
            for proposition in chance.sample(story.told, _TOLD_IN_REPORT):
                writing.credited(proposition)
            for depth in (1,) * 14 + (2, 2) + (0,) * 3:
                free = self._proposition(chance, story.parties, story.sites)
                writing.credited(free, depth=depth)
            writing.tied()
            yield writing.reading(), writing.told

    def _proposition(
        self, chance: random.Random, parties: Sequence[Party], sites: Sequence[Site]
    ) -> Proposition:
        trigger = chance.choice(list(_TRIGGERS))
        return Proposition(
            actor=chance.choice(parties),
            trigger=trigger,
            code=_TRIGGERS[trigger],
            number=chance.randint(2, 90),
            words=" ".join(self._word(chance) for _ in range(chance.randint(3, 14))),
            site=chance.choice(sites),
        )

    def _word(self, chance: random.Random) -> str:
        return chance.choice(self._rare if chance.random() < _RARE else self._common)


class _Ranked[T]:
    """Things of which the n-th is drawn 1/n as often as the first (Zipf's law)."""

    def __init__(self, things: Sequence[T]) -> None:
        self._things = things
        self._sums = list(accumulate(1 / rank for rank in range(1, len(things) + 1)))

    def draw(self, chance: random.Random) -> T:
        """One of them."""
        return self._things[bisect(self._sums, chance.random() * self._sums[-1])]
