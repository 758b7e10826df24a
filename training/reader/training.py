"""One training run, which can be stopped and goes on where it last saved."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn

from training.reader.batches import batch, shuffled
from training.reader.examples import Example
from training.reader.losses import LOSSES
from training.reader.network import Network

SEED = 1
ENCODER_RATE, HEAD_RATE = 2e-4, 5e-4
WARM_UP = 0.08
SLOWEST = 0.02
"""The last step's share of the learning rate."""
AVERAGED = 0.998
"""How much of the running average of the weights is kept at each step."""
SAVED_EVERY = 500


Kind = TypeVar("Kind", bound=nn.Module)
Step = Callable[[], dict[str, Tensor]]
"""Has the network answer a batch, and gives the losses by their names."""


class Training:
    """A run: a network with an `encoder`, the running average of its weights, how far it is.

    Everything is in the file `checkpoint`; a run that is there goes on.
    """

    def __init__(self, network: nn.Module, checkpoint: Path) -> None:
        self._network, self._checkpoint = network, checkpoint
        self._average = {n: p.detach().clone() for n, p in network.named_parameters()}
        self._optimiser = _optimiser(network)
        self._done = 0
        self._resume()

    def run(self, steps: Sequence[Step]) -> None:
        """Take those of the steps that are left."""
        self._network.train()
        began, first = time.monotonic(), self._done
        for number in range(first, len(steps)):
            losses = self._step(steps[number], _share(number, len(steps)))
            if self._done % 50 == 0:
                pace = (time.monotonic() - began) / (self._done - first)
                shown = " ".join(f"{name} {loss:.3f}" for name, loss in losses.items())
                left = pace * (len(steps) - self._done) / 60
                print(
                    f"{self._checkpoint.stem}: step {self._done} of {len(steps)}, {shown}, "
                    f"{left:.0f} min left",
                    flush=True,
                )
            if self._done % SAVED_EVERY == 0 or self._done == len(steps):
                self._save()

    def _step(self, step: Step, share: float) -> dict[str, float]:
        for group, rate in zip(
            self._optimiser.param_groups, (ENCODER_RATE, HEAD_RATE), strict=True
        ):
            group["lr"] = rate * share
        losses = step()
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


def steps(network: Network, examples: Sequence[Example], epochs: int) -> list[Step]:
    """So many passes over the examples."""
    rng = random.Random(SEED)  # noqa: S311 - reproducible, not secret
    every = [chosen for _ in range(epochs) for chosen in shuffled(examples, rng)]
    return [partial(_losses, network, chosen, number) for number, chosen in enumerate(every)]


def _losses(network: Network, examples: Sequence[Example], number: int) -> dict[str, Tensor]:
    chosen = batch(examples, random.Random(number))  # noqa: S311 - reproducible, not secret
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words, pairs = network(chosen)
    return LOSSES[chosen.task](words.float(), pairs.float(), chosen)


def trained(network: Kind, checkpoint: Path) -> Kind:
    """`network` with the running average of the weights in `checkpoint`, ready to be asked."""
    state = torch.load(checkpoint)
    network.load_state_dict(state["network"] | state["average"])
    return network.eval()


def _optimiser(network: nn.Module) -> torch.optim.Optimizer:
    groups: tuple[list[nn.Parameter], list[nn.Parameter]] = ([], [])
    for name, parameter in network.named_parameters():
        groups[not name.startswith("encoder.")].append(parameter)
    chosen = [{"params": group} for group in groups]
    return torch.optim.AdamW(chosen, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _share(done: int, steps: int) -> float:
    """The share of the learning rate at a step: a short rise, then a straight fall."""
    return min(1, (done + 1) / (WARM_UP * steps)) * max(SLOWEST, 1 - done / steps)
