"""Examples in padded batches."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.reader.encoder import network_inputs
from training.reader.examples import UNKNOWN, Example
from training.reader.network import Batch

SIZE = 9
"""Windows in a batch."""
NEAR = 60 * SIZE
"""Batches of windows that are alike are made of so many at a time."""
MOST_CHOSEN = 96
"""Of the chosen words of a batch no more are asked about: they take the most memory."""
BLIND = -1e4
"""Added to the attention that padding would get."""


def batch(examples: Sequence[Example], rng: random.Random) -> Batch:
    """Pad `examples`, all of one task, to the longest of them."""
    inputs = [network_inputs(one.window, one.tags, one.deps) for one in examples]
    pieces, tags, deps, firsts = (
        [each[name] for each in inputs] for name in ("pieces", "tags", "deps", "firsts")
    )
    chosen = [(row, number) for row, one in enumerate(examples) for number in range(len(one.pairs))]
    chosen = sorted(rng.sample(chosen, min(len(chosen), MOST_CHOSEN)))
    pairs = [examples[row].pairs[number] for row, number in chosen]
    longest = max(map(len, firsts))
    return Batch(
        task=examples[0].task,
        pieces=padded(pieces),
        tags=padded(tags),
        deps=padded(deps),
        blind=padded([np.zeros_like(one) for one in pieces], fill=1)[:, None, None] * BLIND,
        firsts=padded(firsts),
        word_tags=padded([one.tags for one in examples]),
        word_deps=padded([one.deps for one in examples]),
        heads=padded([one.heads for one in examples]),
        word_targets=padded([one.word_targets for one in examples], fill=np.nan),
        window=torch.tensor([row for row, _ in chosen], dtype=torch.long),
        chosen=torch.tensor([one.word for one in pairs], dtype=torch.long),
        relation=padded([one.relation for one in pairs], longest, shape=(4,)),
        pair_targets=padded([one.targets for one in pairs], longest, fill=UNKNOWN),
    )


def shuffled(examples: Sequence[Example], rng: random.Random) -> Iterator[list[Example]]:
    """All `examples` in random order, in batches that are alike in task and length."""
    order = rng.sample(range(len(examples)), len(examples))
    for start in range(0, len(order), NEAR):
        near = [examples[i] for i in order[start : start + NEAR]]
        batches = list(alike(near))
        rng.shuffle(batches)
        yield from batches


def alike(examples: Iterable[Example]) -> Iterator[list[Example]]:
    """All `examples` in batches of one task, the shortest of each first."""
    ordered = sorted(examples, key=lambda one: (one.task, len(one.window.pieces)))
    for _, of_task in groupby(ordered, key=lambda one: one.task):
        rows = list(of_task)
        yield from (rows[at : at + SIZE] for at in range(0, len(rows), SIZE))


def padded(
    rows: Sequence[NDArray[Any]],
    longest: int = 0,
    *,
    fill: float = 0,
    shape: tuple[int, ...] = (),
) -> Tensor:
    """The rows one above the other, filled up to `longest` or to the longest of them."""
    length = longest or max(map(len, rows))
    inner, kind = (rows[0].shape[1:], rows[0].dtype) if rows else (shape, np.int64)
    table = np.full((len(rows), length, *inner), fill, kind)
    for row, numbers in zip(table, rows, strict=True):
        row[: len(numbers)] = numbers
    return torch.from_numpy(table)
