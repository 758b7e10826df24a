"""Two texts read together by one network: what the second makes of the first."""

from __future__ import annotations

from functools import cache

import numpy as np

from sayso.reader.encoder import load_pieces
from sayso.reader.network import Floats, Integers, Network

_OPENING, _CLOSING = 101, 102
LONGEST_CLAIM, LONGEST_TEXT = 60, 144
"""Word pieces of the claim and of the text that are read; what is longer is cut at its end."""
_LONGEST_WORD = 100
_OF_CLAIM, _OF_TEXT, _SHARED, _DENYING = 1, 3, 1, 5
_STANCES = 4


class PairNetwork:
    """A MiniLM encoder (Wang et al., 2020) trained to read a claim and a text together.

    Each method is also told whether the words of the claim deny something.
    """

    def __init__(self) -> None:
        self._network = Network("sayso.reader", "stance.onnx")
        self.name = self._network.notes["name"]

    def stance(self, claim: str, text: str, *, denies: bool) -> Floats:
        """The chances that `text` agrees, disagrees, discusses the claim, is unrelated [4]."""
        return self._chances(claim, text, denies=denies)[:_STANCES]

    def verdict(self, hypothesis: str, premise: str, *, denies: bool) -> Floats:
        """The chances that `premise` entails the hypothesis, contradicts it, does neither [3]."""
        return self._chances(hypothesis, premise, denies=denies)[_STANCES:]

    def _chances(self, claim: str, text: str, *, denies: bool) -> Floats:
        pieces, kinds = pair_inputs(claim, text, denies=denies)
        return self._network(pieces=pieces, kinds=kinds)


def pair_inputs(claim: str, text: str, *, denies: bool) -> tuple[Integers, Integers]:
    """The pieces of both texts with the marks at their ends [t], and their kinds [t].

    A kind is 0 for a mark, 1 for the claim, 3 for the text, and one more where the other has the
    same piece; the first mark is of kind 5 when the claim `denies`.
    """
    one, other = _cut(claim, LONGEST_CLAIM), _cut(text, LONGEST_TEXT)
    shared = set(one) & set(other)
    pieces = [_OPENING, *one, _CLOSING, *other, _CLOSING]
    kinds = [
        _DENYING if denies else 0,
        *(_OF_CLAIM + _SHARED * (piece in shared) for piece in one),
        0,
        *(_OF_TEXT + _SHARED * (piece in shared) for piece in other),
        0,
    ]
    return np.array(pieces), np.array(kinds)


def _cut(text: str, longest: int) -> list[int]:
    """The ids of the first word pieces of `text`, so many at most."""
    pieces, cut = load_pieces(), list[int]()
    for word in text.split():
        cut += pieces(word[:_LONGEST_WORD])
        if len(cut) >= longest:
            break
    return cut[:longest]


@cache
def load_pair_network() -> PairNetwork:
    """The network of this process; raises ReaderError when it cannot be loaded."""
    return PairNetwork()
