"""News that nobody has annotated, with what the networks at hand make of it.

The last network learns it beside the annotated articles (noisy student: Xie, Luong, Hovy and Le,
2020): the mean of several networks errs less than any one, and on more texts than were annotated.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from sayso.reader import Document, load_reader
from sayso.reader.ways import ways_as_numbers
from training.corpora import corpus_rows
from training.reader.batches import SIZE, batch
from training.reader.examples import Example, Floats, Pairs, Targets, examples
from training.reader.network import Batch, Network
from training.reader.tasks import Task
from training.reader.training import SEED

LIKELY = 0.3
"""What is a cue with at least this chance, its parts are learned too."""


def news(corpora: Path) -> Iterator[Document]:
    """The articles of the Fake News Challenge's training part, parsed."""
    for row in corpus_rows(corpora / "stance/fnc1-train-bodies.jsonl.gz"):
        if row["split"] == "train":
            yield load_reader().annotate(row["text"])


def labelled(docs: Iterable[Document], networks: Sequence[Network]) -> Iterator[Example]:
    """The windows of `docs`; targets are the mean of what `networks` make of each."""
    for doc in docs:
        blank = Targets(Task.ATTRIBUTION, np.zeros((len(doc), 2), np.float32))
        windows = list(examples(doc, blank))
        for at in range(0, len(windows), SIZE):
            yield from _labelled(doc, windows[at : at + SIZE], networks)


def _labelled(
    doc: Document, windows: Sequence[Example], networks: Sequence[Network]
) -> Iterator[Example]:
    chances, _ = _mean(networks, _batch(windows))
    asked = [_asking(doc, one, of) for one, of in zip(windows, chances.numpy(), strict=True)]
    chosen = _batch(asked)
    _, parts = _mean(networks, chosen)
    places = zip(chosen.window.tolist(), chosen.chosen.tolist(), strict=True)
    best = dict(zip(places, parts.argmax(-1).numpy(), strict=True))
    for row, one in enumerate(asked):
        pairs = (
            replace(pair, targets=best[row, pair.word][: len(pair.targets)])
            for pair in one.pairs
            if (row, pair.word) in best
        )
        yield replace(one, pairs=tuple(pairs))


def _asking(doc: Document, one: Example, chances: Floats) -> Example:
    """`one` with the chances of its words, and with a pair target to be told for each cue."""
    words = one.window.words
    chances = chances[: len(words)]
    nothing = np.zeros(len(words), np.int64)
    pairs = (
        Pairs(place, ways_as_numbers(doc, words.start + place, words), nothing)
        for place in np.flatnonzero(chances[:, 0] >= LIKELY).tolist()
    )
    return replace(one, word_targets=chances, pairs=tuple(pairs))


def _batch(windows: Sequence[Example]) -> Batch:
    return batch(windows, random.Random(SEED))  # noqa: S311 - reproducible, not secret


@torch.no_grad()
def _mean(networks: Sequence[Network], b: Batch) -> tuple[Tensor, Tensor]:
    """The networks' mean chances: of the word head's questions, and of the pair head's labels."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answers = [network(b) for network in networks]
    words = torch.stack([words.float().sigmoid() for words, _ in answers]).mean(0)
    pairs = torch.stack([pairs.float().softmax(-1) for _, pairs in answers]).mean(0)
    return words, pairs
