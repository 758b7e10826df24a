"""Claims and texts reworded so that they disagree: annotated disagreements are few.

Of a claim and a text that agree, either can be turned into its opposite in words; so can the claim
of a pair that disagrees. A denial of something else, put into the text, changes nothing: that
keeps the network from going by the words of denial alone.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.links.stance import denies
from sayso.model import ReportStance

WAYS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("rewordings.toml").read_text(encoding="utf-8")
)
OF_ANOTHER = 0.25
"""The share of rewordings that deny something else."""
_OPPOSITE = {
    ReportStance.AGREES: ReportStance.DISAGREES,
    ReportStance.DISAGREES: ReportStance.AGREES,
    ReportStance.DISCUSSES: ReportStance.DISCUSSES,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim, sentences of a report, and what they make of it."""

    claim: str
    sentences: tuple[str, ...]
    stance: ReportStance


def reworded(one: Passage, others: Sequence[str], rng: random.Random) -> Passage:
    """`one` changed in words; `others` are claims about other things."""
    if denies(one.claim) or one.stance not in _OPPOSITE or rng.random() < OF_ANOTHER:
        return _with(one, rng.choice(WAYS["text_denies_another"]), rng.choice(others), rng)
    way = rng.choice(("claim", "text", "both"))
    claim = one.claim
    if one.stance is ReportStance.AGREES and way != "claim":
        one = _opposite(_with(one, rng.choice(WAYS["text_denies"]), claim, rng))
    elif way == "text":
        return one
    if way != "text":
        one = _opposite(replace(one, claim=rng.choice(WAYS["claim_denied"]).format(claim)))
    return one


def _opposite(one: Passage) -> Passage:
    return replace(one, stance=_OPPOSITE[one.stance])


def _with(one: Passage, sentence: str, about: str, rng: random.Random) -> Passage:
    """`one` with a sentence more, somewhere in its text."""
    at = rng.randint(0, min(4, len(one.sentences)))
    said = (*one.sentences[:at], sentence.format(about), *one.sentences[at:])
    return replace(one, sentences=said)
