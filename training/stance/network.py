"""The network in PyTorch: a MiniLM encoder over both texts, and a head for each question."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.reader.network import WIDTH, Dropout, Encoder

HIDDEN = 256
STANCES, VERDICTS = 4, 3
CLAIM, TEXT, DENYING = 1, 3, 5
"""The kinds of pieces, and one more where the other has the same: see pair_inputs."""


class StanceNetwork(nn.Module):
    """Reads the claim and the text at once; both questions are asked of the whole."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.stances = _head(STANCES)
        self.verdicts = _head(VERDICTS)
        self.polarity = nn.Linear(WIDTH, 1)
        nn.init.zeros_(self.polarity.weight)
        nn.init.zeros_(self.polarity.bias)
        self.worded = nn.Parameter(torch.tensor(2.0))

    def forward(self, pieces: Tensor, kinds: Tensor, blind: Tensor) -> tuple[Tensor, Tensor]:
        """`pieces`, `kinds` [b, t], `blind` [b, 1, 1, t]; logits [b, 4] and [b, 3]."""
        return self.answers(self.encoder(pieces, kinds, torch.zeros_like(kinds), blind), kinds)

    def answers(self, x: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """The log chances of both questions, of the vectors `x` [b, t, WIDTH] of the pieces."""
        of_claim = (kinds == CLAIM) | (kinds == CLAIM + 1)
        claim = _mean(x, of_claim)
        summary = torch.cat([x[:, 0], claim, _mean(x, (kinds == TEXT) | (kinds == TEXT + 1))], -1)
        attitude = self.stances(summary).float().log_softmax(-1)
        worded = 2 * (kinds[:, 0] == DENYING).float() - 1
        denied = self.worded * worded + self.polarity(claim)[:, 0].float()
        return _stance(attitude, denied), self.verdicts(summary).float().log_softmax(-1)


def _stance(attitude: Tensor, denied: Tensor) -> Tensor:
    """The log chances of the stances [b, 4].

    `attitude` are those of what the text makes of the matter: affirms, denies, leaves it open, is
    about another; `denied` the logits of the claim's denying the matter itself.
    """
    yes, no = functional.logsigmoid(-denied), functional.logsigmoid(denied)
    affirms, denies, *others = attitude.unbind(-1)
    agrees = torch.logaddexp(affirms + yes, denies + no)
    disagrees = torch.logaddexp(denies + yes, affirms + no)
    return torch.stack([agrees, disagrees, *others], -1)


def _head(labels: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(3 * WIDTH, HIDDEN), nn.GELU(), Dropout(0.2), nn.Linear(HIDDEN, labels)
    )


def _mean(x: Tensor, of: Tensor) -> Tensor:
    weights = of.to(x.dtype)[..., None]
    return (x * weights).sum(1) / weights.sum(1).clamp(min=1)
