"""How two assertions were held against each other: small named features, and what they add up to.

After the matchers of nomenklatura (logic_v2): a score is a visible sum, and says what it is of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp
from typing import Self


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that two assertions share, or in which they differ.

    `name` is how the table of features calls it, `weight` its weight there, `value` how far it
    holds, from 0 to 1. `reason` tells it for these two, as a clause in small letters: "both name
    Silo 4". It is empty when there is nothing to tell.
    """

    name: str
    weight: float
    value: float
    reason: str

    @property
    def points(self) -> float:
        """What this adds to the sum: its weight, as far as it holds."""
        return self.weight * self.value


@dataclass(frozen=True, slots=True)
class Match:
    """Two assertions that were found to be of one thing, and what for.

    `score` is a probability between 0 and 1, as the features make it.
    """

    score: float
    features: tuple[Feature, ...]

    @classmethod
    def of(cls, start: float, features: Iterable[Feature]) -> Self:
        """The match that `features` make: the logistic function of `start` and their points."""
        kept = tuple(features)
        return cls(likelihood(start + sum(feature.points for feature in kept)), kept)

    @property
    def reason(self) -> str:
        """What speaks for it and then what speaks against it, the weightiest first: a sentence."""
        told = [one for one in self.features if one.reason and one.points]
        ranked = sorted(told, key=lambda one: (-abs(one.points), one.name))
        for_it = ", ".join(one.reason for one in ranked if one.points > 0)
        against = ", ".join(one.reason for one in ranked if one.points < 0)
        sentence = "; but ".join(part for part in (for_it, against) if part)
        return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else "The words fit each other."


def likelihood(points: float) -> float:
    """The probability that so many points stand for: 0.5 at none, towards 0 and 1 at the ends."""
    return 1 / (1 + exp(-points)) if points >= 0 else exp(points) / (1 + exp(points))
