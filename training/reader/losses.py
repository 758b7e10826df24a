"""How wrong the heads are: the losses of each task."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import Tensor
from torch.nn import functional

from training.reader.examples import UNKNOWN
from training.reader.network import Batch
from training.reader.roles import EVENT, FACTUALITY, PREDICATE
from training.reader.tasks import Task

Losses = Callable[[Tensor, Tensor, Batch], dict[str, Tensor]]
"""Of the logits of the word head and the pair head: losses by name, to be added up."""

ANYWHERE_WEIGHT, OUTERMOST_WEIGHT = 4, 8
"""Of the two questions about cues, beside the pair loss: cues are rare among words."""
PREDICATE_WEIGHT, FACTUALITY_WEIGHT = 2, 0.3
INCIDENT_WEIGHT = 10


def attribution_losses(words: Tensor, pairs: Tensor, b: Batch) -> dict[str, Tensor]:
    """Cross entropy of both questions about cues (targets may be chances), and of their parts."""
    known = ~b.word_targets.isnan()
    targets = b.word_targets.nan_to_num()
    each = functional.binary_cross_entropy_with_logits(words, targets, reduction="none") * known
    anywhere, outermost = each.sum((0, 1)) / known.sum((0, 1))
    return {
        "cues": ANYWHERE_WEIGHT * anywhere + OUTERMOST_WEIGHT * outermost,
        "parts": _pair_loss(pairs, b),
    }


def role_losses(words: Tensor, pairs: Tensor, b: Batch) -> dict[str, Tensor]:
    """Cross entropy of predicates, events and roles; absolute error of factuality."""
    predicate, event, factuality = words[..., 0], words[..., 1:-1], 3 * words[..., -1].tanh()
    known = ~b.word_targets.isnan()
    return {
        "predicates": PREDICATE_WEIGHT
        * _mean(
            functional.binary_cross_entropy_with_logits(
                predicate, b.word_targets[..., PREDICATE].nan_to_num(), reduction="none"
            ),
            known[..., PREDICATE],
        ),
        "events": PREDICATE_WEIGHT
        * _mean(
            functional.cross_entropy(
                event.transpose(1, 2),
                b.word_targets[..., EVENT].nan_to_num().long(),
                reduction="none",
            ),
            known[..., EVENT],
        ),
        "roles": _pair_loss(pairs, b),
        "factuality": FACTUALITY_WEIGHT
        * _mean(
            (factuality - b.word_targets[..., FACTUALITY].nan_to_num()).abs(),
            known[..., FACTUALITY],
        ),
    }


def incident_losses(words: Tensor, pairs: Tensor, b: Batch) -> dict[str, Tensor]:
    """Cross entropy of whether a word belongs to a perpetrator, target, victim or weapon."""
    del pairs
    each = functional.binary_cross_entropy_with_logits(
        words, b.word_targets.nan_to_num(), reduction="none"
    )
    return {"incidents": INCIDENT_WEIGHT * _mean(each, ~b.word_targets.isnan())}


LOSSES: Mapping[Task, Losses] = {
    Task.ATTRIBUTION: attribution_losses,
    Task.ROLES: role_losses,
    Task.INCIDENTS: incident_losses,
}


def _pair_loss(pairs: Tensor, b: Batch) -> Tensor:
    each = functional.cross_entropy(
        pairs.transpose(1, 2), b.pair_targets, ignore_index=UNKNOWN, reduction="none"
    )
    return _mean(each, b.pair_targets != UNKNOWN)


def _mean(each: Tensor, known: Tensor) -> Tensor:
    """The mean of those that are `known`; 0 when none is."""
    return torch.where(known, each, 0).sum() / known.sum().clamp(min=1)
