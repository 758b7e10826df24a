"""What the network is shown: pairs of texts in numbers, and which answers are right."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.links.stance import Verdict, denies
from sayso.model import ReportStance
from sayso.reader.network import Integers
from sayso.reader.stance import pair_inputs
from training.reader.batches import BLIND, padded

SIZE = 24
"""Pairs in a batch."""
NEAR = 30 * SIZE
"""Batches of pairs that are alike in length are made of so many at a time."""
ANSWERS: tuple[ReportStance | Verdict, ...] = (*ReportStance, *Verdict)
"""What the network's answers are the chances of, in their order."""


@dataclass(frozen=True, slots=True)
class Example:
    """The pieces and kinds of a pair [t], and which of ANSWERS are right [7]."""

    pieces: Integers
    kinds: Integers
    right: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples padded to the longest: `pieces`, `kinds` [b, t], `blind` [b, 1, 1, t], `right`."""

    pieces: Tensor
    kinds: Tensor
    blind: Tensor
    right: Tensor


def example(claim: str, text: str, *right: ReportStance | Verdict) -> Example:
    """The pair as the network sees it; one of the `right` answers is so."""
    pieces, kinds = pair_inputs(claim, text, denies=denies(claim))
    return Example(pieces, kinds, np.array([answer in right for answer in ANSWERS]))


def batch(examples: Sequence[Example]) -> Batch:
    """Pad `examples` to the longest of them."""
    return Batch(
        pieces=padded([one.pieces for one in examples]),
        kinds=padded([one.kinds for one in examples]),
        blind=padded([np.zeros_like(one.pieces) for one in examples], fill=1)[:, None, None]
        * BLIND,
        right=torch.from_numpy(np.stack([one.right for one in examples])),
    )


def shuffled(examples: Iterable[Example], rng: random.Random) -> Iterator[list[Example]]:
    """All `examples` in random order, in batches that are alike in length."""
    order = list(examples)
    rng.shuffle(order)
    for start in range(0, len(order), NEAR):
        near = sorted(order[start : start + NEAR], key=lambda one: len(one.pieces))
        batches = [near[at : at + SIZE] for at in range(0, len(near), SIZE)]
        rng.shuffle(batches)
        yield from batches
