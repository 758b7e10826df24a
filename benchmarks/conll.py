"""Chains against chains: MUC, B-cubed and entity-based CEAF, and their mean, the CoNLL score.

Vilain et al. (1995), Bagga and Baldwin (1998) and Luo (2005), for mentions that were read and so
may be missing or in excess: as the reference scorer of Pradhan et al. (ACL 2014) has them, which
leaves each mention as it is. Chains of one mention count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

Chain = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(gold: Sequence[Chain], read: Sequence[Chain]) -> Score:
    """The share of the links that a side needs for its chains that the other side keeps."""
    return Score(_links_kept(read, gold), _links_kept(gold, read))


def b_cubed(gold: Sequence[Chain], read: Sequence[Chain]) -> Score:
    """For each mention, the share of its chain on one side that is in its chain on the other."""
    return Score(_chains_kept(read, gold), _chains_kept(gold, read))


def ceaf_e(gold: Sequence[Chain], read: Sequence[Chain]) -> Score:
    """The likeness of the chains of both sides, each put to at most one of the other's."""
    likeness = np.zeros((len(gold), len(read)))
    place = _chain_of(read)
    for row, chain in enumerate(gold):
        for column, shared in _parts(chain, place).items():
            likeness[row, column] = 2 * shared / (len(chain) + len(read[column]))
    total = float(likeness[linear_sum_assignment(likeness, maximize=True)].sum())
    return Score(_share(total, len(read)), _share(total, len(gold)))


def conll(gold: Sequence[Chain], read: Sequence[Chain]) -> float:
    """The mean F1 of the three."""
    return sum(measure(gold, read).f1 for measure in (muc, b_cubed, ceaf_e)) / 3


def _links_kept(chains: Sequence[Chain], by: Sequence[Chain]) -> float:
    place = _chain_of(by)
    kept = needed = 0
    for chain in chains:
        parts = _parts(chain, place)
        loose = len(chain) - parts.total()
        kept += len(chain) - len(parts) - loose
        needed += len(chain) - 1
    return _share(kept, needed)


def _chains_kept(chains: Sequence[Chain], by: Sequence[Chain]) -> float:
    place = _chain_of(by)
    kept = (
        sum(shared**2 for shared in _parts(chain, place).values()) / len(chain) for chain in chains
    )
    return _share(sum(kept), sum(map(len, chains)))


def _parts(chain: Chain, place: Mapping[Hashable, int]) -> Counter[int]:
    """How many of the mentions of `chain` stand in each chain of the other side."""
    return Counter(place[mention] for mention in chain if mention in place)


def _chain_of(chains: Sequence[Chain]) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
