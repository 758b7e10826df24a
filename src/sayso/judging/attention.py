"""How much a look at a statement would matter: a small formula, and each row's reasons.

The weights are chosen, not measured: what changes the picture most comes first (a claim that is
affirmed and denied), then what stands on one source alone though many repeat it, then what the
machine is least sure of.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

from sayso.model import Standing

_CONTESTED = 1.0
_ONE_ORIGIN = 0.5
_DOUBLING = 0.25
_DOUBT = 2.0
_UNSURE = 0.6
"""A score below this is told as a reason."""
_MANY = 4
"""So many members of a claim are told as a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement that nobody judged yet, and the claim on which it matters most, if any."""

    statement: str
    score: float
    claim: str | None = None
    standing: Standing | None = None
    members: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """How much a look would matter, and why, in words for people."""

    candidate: Candidate
    weight: float
    reasons: tuple[str, ...]


def attention(one: Candidate) -> Attention:
    """Twice (1 - score), 1 for a contested claim, ½ for one origin told again, ¼ for each doubling.

    The last is of the members of the claim: 2 members add ¼, 4 add ½, 8 add ¾.
    """
    contested = one.standing in (Standing.DISPUTED, Standing.DENIED)
    repeated = one.standing is Standing.REPEATED
    weight = _DOUBT * (1 - one.score) + _CONTESTED * contested + _ONE_ORIGIN * repeated
    reasons = (
        (contested, "its claim is contested"),
        (repeated, "several reports repeat one origin"),
        (one.members >= _MANY, f"{one.members} statements are on its claim"),
        (one.score < _UNSURE, f"the machine is unsure ({one.score:.2f})"),
    )
    return Attention(
        candidate=one,
        weight=round(weight + _DOUBLING * log2(max(one.members, 1)), 3),
        reasons=tuple(told for holds, told in reasons if holds) or (f"score {one.score:.2f}",),
    )
