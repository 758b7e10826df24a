"""What speaks for an attribution, and the chance that it is right."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from sayso.statements.attribution.decoding import Parts

_SUREST = 1e-3
"""No probability counts as nearer to 0 or 1 than this."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure the network is of an attribution.

    `cue` are the log-odds that its word heads a cue, `content` the mean log-probability that the
    words of its content belong there, `length` the logarithm of their number, `coverage` that of
    their share of all words that are expected there.
    """

    cue: float
    content: float
    length: float
    coverage: float

    @classmethod
    def of(cls, cue: float, parts: Parts) -> Self:
        """The evidence of `parts` whose cue is so probable."""
        cue = min(max(cue, _SUREST), 1 - _SUREST)
        words = sum(map(len, parts.content))
        return cls(
            cue=math.log(cue / (1 - cue)),
            content=parts.sureness,
            length=math.log(max(words, 1)),
            coverage=parts.coverage,
        )


@dataclass(frozen=True, slots=True)
class Scoring:
    """A logistic regression of "this attribution is right" on its evidence."""

    cue: float
    content: float
    length: float
    coverage: float
    offset: float

    @classmethod
    def read(cls, notes: Mapping[str, str]) -> Self:
        """The one that was settled in training."""
        return cls(*(float(notes[f"score_{name}"]) for name in cls.__slots__))

    def __call__(self, evidence: Evidence) -> float:
        """The calibrated chance (0 to 1) that an attribution with this evidence is right."""
        weighed = (
            self.cue * evidence.cue
            + self.content * evidence.content
            + self.length * evidence.length
            + self.coverage * evidence.coverage
        )
        return round(1 / (1 + math.exp(-self.offset - weighed)), 3)
