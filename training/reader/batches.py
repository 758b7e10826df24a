"""Examples in padded batches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import torch
from torch import Tensor

from training.reader.examples import UNKNOWN, Example, Integers
from training.reader.network import Batch

OPENING, CLOSING = 101, 102
"""The pieces that mark the ends of a window."""
BLIND = -1e4
"""Added to the attention that padding would get."""


def batch(examples: Sequence[Example]) -> Batch:
    """Pad `examples` to the longest of them."""
    lengths = [np.array(one.window.lengths) for one in examples]
    pieces = [np.array([OPENING, *one.window.pieces, CLOSING]) for one in examples]
    tags = [np.pad(np.repeat(one.tags, n), 1) for one, n in zip(examples, lengths, strict=True)]
    deps = [np.pad(np.repeat(one.deps, n), 1) for one, n in zip(examples, lengths, strict=True)]
    cues = [(row, head) for row, one in enumerate(examples) for head in one.cues]
    longest = max(map(len, lengths))
    return Batch(
        pieces=_padded(pieces),
        tags=_padded(tags),
        deps=_padded(deps),
        blind=_padded([np.zeros_like(one) for one in pieces], fill=1)[:, None, None] * BLIND,
        firsts=_padded([1 + np.cumsum(n) - n for n in lengths]),
        word_tags=_padded([one.tags for one in examples]),
        word_deps=_padded([one.deps for one in examples]),
        heads=_padded([one.heads for one in examples]),
        cue_targets=_padded([one.cue_targets for one in examples], fill=UNKNOWN),
        cue_window=torch.tensor([row for row, _ in cues], dtype=torch.long),
        cue_word=torch.tensor([head for _, head in cues], dtype=torch.long),
        relation=_padded([each for one in examples for each in one.relations], longest, shape=(4,)),
        pair_targets=_padded(
            [each for one in examples for each in one.pair_targets], longest, fill=UNKNOWN
        ),
    )


def _padded(
    rows: Iterable[Integers], longest: int = 0, *, fill: int = 0, shape: tuple[int, ...] = ()
) -> Tensor:
    """The rows one above the other, filled up to `longest` or to the longest of them."""
    rows = list(rows)
    length = longest or max(map(len, rows))
    inner = rows[0].shape[1:] if rows else shape
    table = np.full((len(rows), length, *inner), fill)
    for row, numbers in zip(table, rows, strict=True):
        row[: len(numbers)] = numbers
    return torch.from_numpy(table)
