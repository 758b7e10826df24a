"""One training run, which can be stopped and goes on where it last saved."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from training.reader.batches import batch, shuffled
from training.reader.examples import Example
from training.reader.losses import LOSSES
from training.reader.network import Batch, Network

SEED = 1
ENCODER_RATE, HEAD_RATE = 2e-4, 5e-4
WARM_UP = 0.08
SLOWEST = 0.02
"""The last step's share of the learning rate."""
AVERAGED = 0.998
"""How much of the running average of the weights is kept at each step."""
SAVED_EVERY = 500


class Training:
    """A run over `examples`: the network, the running average of its weights, how far it is.

    Everything is in the file `checkpoint`; a run that is there goes on.
    """

    def __init__(self, network: Network, examples: Sequence[Example], checkpoint: Path) -> None:
        self._network, self._examples, self._checkpoint = network, examples, checkpoint
        self._average = {n: p.detach().clone() for n, p in network.named_parameters()}
        self._optimiser = _optimiser(network)
        self._done = 0
        self._resume()

    def run(self, epochs: int) -> None:
        """Take the steps that are left of so many passes over the examples."""
        self._network.train()
        rng = random.Random(SEED)  # noqa: S311 - reproducible, not secret
        every = [chosen for _ in range(epochs) for chosen in shuffled(self._examples, rng)]
        steps = len(every)
        began, first = time.monotonic(), self._done
        for number in range(first, steps):
            chosen = batch(every[number], random.Random(number))  # noqa: S311 - as above
            losses = self._step(chosen, _share(number, steps))
            if self._done % 50 == 0:
                pace = (time.monotonic() - began) / (self._done - first)
                shown = " ".join(f"{name} {loss:.3f}" for name, loss in losses.items())
                left = pace * (steps - self._done) / 60
                print(
                    f"{self._checkpoint.stem}: step {self._done} of {steps}, {shown}, "
                    f"{left:.0f} min left",
                    flush=True,
                )
            if self._done % SAVED_EVERY == 0 or self._done == steps:
                self._save()

    def _step(self, chosen: Batch, share: float) -> dict[str, float]:
        for group, rate in zip(
            self._optimiser.param_groups, (ENCODER_RATE, HEAD_RATE), strict=True
        ):
            group["lr"] = rate * share
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words, pairs = self._network(chosen)
        losses = LOSSES[chosen.task](words.float(), pairs.float(), chosen)
        self._optimiser.zero_grad(set_to_none=True)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimiser.step()
        self._done += 1
        self._update_average()
        return {name: loss.item() for name, loss in losses.items()}

    @torch.no_grad()
    def _update_average(self) -> None:
        kept = min(AVERAGED, self._done / (9 + self._done))
        weights = [weight.detach() for weight in self._network.parameters()]
        torch._foreach_lerp_(list(self._average.values()), weights, 1 - kept)

    def _save(self) -> None:
        self._checkpoint.parent.mkdir(parents=True, exist_ok=True)
        state = {
            "done": self._done,
            "network": self._network.state_dict(),
            "average": self._average,
            "optimiser": self._optimiser.state_dict(),
        }
        unfinished = self._checkpoint.with_suffix(".part")
        torch.save(state, unfinished)
        unfinished.replace(self._checkpoint)

    def _resume(self) -> None:
        if self._checkpoint.exists():
            state = torch.load(self._checkpoint)
            self._done, self._average = state["done"], state["average"]
            self._network.load_state_dict(state["network"])
            self._optimiser.load_state_dict(state["optimiser"])


def trained(network: Network, checkpoint: Path) -> Network:
    """`network` with the running average of the weights in `checkpoint`, ready to be asked."""
    state = torch.load(checkpoint)
    network.load_state_dict(state["network"] | state["average"])
    return network.eval()


def _optimiser(network: Network) -> torch.optim.Optimizer:
    encoder = list(network.encoder.parameters())
    heads = list(network.heads.parameters())
    groups = [{"params": encoder}, {"params": heads}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _share(done: int, steps: int) -> float:
    """The share of the learning rate at a step: a short rise, then a straight fall."""
    return min(1, (done + 1) / (WARM_UP * steps)) * max(SLOWEST, 1 - done / steps)
