"""How much two sets of stems share, the rare ones counting more; those of names have capitals."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

from sayso.links.assertions.words import rarity

Stems = frozenset[str]


@lru_cache(maxsize=4_096)
def likeness(one: Stems, other: Stems) -> float:
    """The cosine of two sets of stems, each stem weighing its rarity: 0 to 1."""
    both = one & other
    return _weight(both) / sqrt(_weight(one) * _weight(other)) if both else 0.0


def shared(one: Stems, other: Stems) -> float:
    """The share of the smaller of two sets, by weight, that the other has too: 0 to 1."""
    both = one & other
    return _weight(both) / min(_weight(one), _weight(other)) if both else 0.0


def rarest(stems: Stems, most: int) -> list[str]:
    """The rarest of `stems`, at most so many, the rarest first."""
    return sorted(stems, key=lambda each: (-rarity(each.lower()), each))[:most]


@lru_cache(maxsize=16_384)
def names_in(stems: Stems) -> Stems:
    """The stems of names."""
    return frozenset(each for each in stems if each[0].isupper())


@lru_cache(maxsize=16_384)
def _weight(stems: Stems) -> float:
    return sum(rarity(each.lower()) ** 2 for each in stems)
