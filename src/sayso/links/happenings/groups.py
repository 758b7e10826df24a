"""From pairs that match to groups of one event each.

The best matches come first. Two groups become one when three quarters of the pairs across them
match: so a chain of likenesses, each good enough, does not tie together what is not alike, while a
mention that tells little more than "the attack" may miss a few of its fellows. What comes out does
not depend on the order of anything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

Pair = tuple[str, str]
"""The ids of two assertions."""
_MOST: Final = 0.75
"""The share of the pairs across two groups that must match."""


def event_groups(scores: Mapping[Pair, float]) -> tuple[frozenset[str], ...]:
    """The groups of two and more assertions that are of one event, by the pairs that match.

    `scores` are those of their matches; a pair that has none does not match. In the order of
    their ids.
    """
    clusters = _Clusters(scores)
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], sorted(pair))):
        clusters.join(one, other)
    return tuple(sorted(clusters.all(), key=min))


class _Clusters:
    """Which assertions are together so far, and how many pairs match across each two clusters."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._of: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._across: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for one, other in pairs:
            self._across[one][other] += 1
            self._across[other][one] += 1
        for each in self._across:
            self._of[each], self._members[each] = each, [each]

    def join(self, one: str, other: str) -> None:
        """Put the clusters of two assertions together if most of one match most of the other."""
        kept, moved = sorted((self._of[one], self._of[other]))
        size = len(self._members[kept]) * len(self._members[moved])
        if kept == moved or self._across[kept][moved] < _MOST * size:
            return
        self._of.update(dict.fromkeys(self._members[moved], kept))
        self._members[kept] += self._members.pop(moved)
        del self._across[kept][moved]
        for near, count in self._across.pop(moved).items():
            if near != kept:
                self._across[kept][near] += count
                self._across[near][kept] += self._across[near].pop(moved)

    def all(self) -> Iterator[frozenset[str]]:
        """The clusters of two and more."""
        return (frozenset(each) for each in self._members.values() if len(each) > 1)
