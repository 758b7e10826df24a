"""Which things share a key: the group-by over the bands of texts and the keys of what they tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import Final, NamedTuple

from sayso.pipeline.cluster.linking.parts import Place, Sent, part_of
from sayso.pipeline.linking.keyed import MEETS, things_of
from sayso.pipeline.linking.prepared import Prepared


class Key(NamedTuple):
    """A key that something has."""

    kind: str
    key: int
    of: Place


Pair = tuple[Place, Place]
"""Two things to be compared, in their order."""
_REMEMBERED: Final = 500_000
"""So many pairs are remembered, some 100 MB, so as not to be told again."""
_Blocks = Mapping[tuple[str, int], list[Place]]


def keyed(prepared: Iterable[Prepared], parts: int) -> Sent:
    """The keys of reports, all of one number in one part."""
    for one in prepared:
        for kind, thing, keys in things_of(one):
            place = Place(one.report.id, thing.id)
            yield from ((key % parts, Key(kind, key, place)) for key in keys)


def met(keys: Iterable[Key], parts: int) -> Sent:
    """The pairs of things that share one of `keys`, where the first's report is.

    Most come once, however many keys they share. All could only come once if all were remembered,
    which is more than a process can hold where many share one key.
    """
    blocks = defaultdict[tuple[str, int], list[Place]](list)
    for kind, key, place in keys:
        blocks[kind, key].append(place)
    told = set[Pair]()
    for pair in _pairs(blocks):
        if pair not in told:
            yield part_of(pair[0].report, parts), pair
            told.add(pair)
        if len(told) == _REMEMBERED:
            told.clear()


def _pairs(blocks: _Blocks) -> Iterator[Pair]:
    for (kind, key), block in blocks.items():
        if MEETS[kind] == kind:
            yield from combinations(sorted(block), 2)
        elif kind < MEETS[kind]:
            others = blocks.get((MEETS[kind], key), [])
            yield from ((min(pair), max(pair)) for pair in product(block, others))
