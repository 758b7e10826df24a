"""Who is who in a text against gold: mentions that both sides have, links and LEA."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

SPEAKING = "I, we"
"""The form of the first person."""


class Mention(NamedTuple):
    """A mention that was read and is in the gold: its form, and of whom it speaks on each side.

    `read` is None when nobody was found behind it.
    """

    form: str
    gold: Hashable
    read: Hashable | None


@dataclass(frozen=True, slots=True)
class Links:
    """Mentions that take up an earlier one: in the gold, as read, and both with it right.

    A link is right when the nearest earlier mention of the party that was read is one of the
    gold's party.
    """

    gold: int = 0
    read: int = 0
    right: int = 0

    def __add__(self, other: Links) -> Links:
        return Links(self.gold + other.gold, self.read + other.read, self.right + other.right)

    @property
    def precision(self) -> float:
        """Right links among those read."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Right links among those of the gold."""
        return self.right / self.gold if self.gold else 0.0


def links(mentions: Sequence[Mention]) -> list[Links]:
    """What each mention of one text, in the order of the text, adds to the links.

    "I" and "we" are told by who speaks, before them or after: they lead to others, none to them.
    """
    others = [mention for mention in mentions if mention.form != SPEAKING]
    first = {mention.read: mention.gold for mention in reversed(others)}
    somewhere = {mention.gold for mention in others}
    told: set[Hashable] = set()
    latest: dict[Hashable, Hashable] = {}
    counts = []
    for mention in mentions:
        speaking = mention.form == SPEAKING
        known = mention.gold in (somewhere if speaking else told)
        before = latest.get(mention.read, first.get(mention.read) if speaking else None)
        before = before if mention.read is not None else None
        counts.append(Links(known, before is not None, before == mention.gold))
        if not speaking:
            told.add(mention.gold)
            latest[mention.read] = mention.gold
    return counts


@dataclass(frozen=True, slots=True)
class Lea:
    """Precision, recall and F1 by links, each chain weighing as much as it has mentions.

    The link-based entity-aware measure (Moosavi and Strube, ACL 2016). A mention that stands alone
    has no link and does not count.
    """

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def lea(texts: Iterable[Sequence[Mention]]) -> Lea:
    """The measure over the mentions of many texts."""
    gold: list[set[int]] = []
    read: list[set[int]] = []
    first = 0
    for mentions in texts:
        numbered = list(enumerate(mentions, first))
        gold += _chains((number, mention.gold) for number, mention in numbered)
        read += _chains((number, mention.read) for number, mention in numbered)
        first += len(mentions)
    return Lea(precision=_resolved(read, gold), recall=_resolved(gold, read))


def _chains(mentions: Iterable[tuple[int, Hashable | None]]) -> Iterator[set[int]]:
    """The chains of at least two mentions."""
    chains: defaultdict[Hashable, set[int]] = defaultdict(set)
    for number, who in mentions:
        if who is not None:
            chains[who].add(number)
    return (chain for chain in chains.values() if len(chain) > 1)


def _resolved(chains: Sequence[set[int]], by: Sequence[set[int]]) -> float:
    """The share of the links in `chains` that `by` has too, weighed by the size of each chain."""
    chain_of = {mention: number for number, chain in enumerate(by) for mention in chain}
    total = sum(map(len, chains))
    return sum(len(chain) * _kept(chain, chain_of) for chain in chains) / total if total else 0.0


def _kept(chain: set[int], chain_of: dict[int, int]) -> float:
    sizes: defaultdict[int, int] = defaultdict(int)
    for mention in chain & chain_of.keys():
        sizes[chain_of[mention]] += 1
    return sum(map(_pairs, sizes.values())) / _pairs(len(chain))


def _pairs(size: int) -> int:
    return size * (size - 1) // 2
