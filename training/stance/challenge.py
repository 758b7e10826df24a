"""The Fake News Challenge (FNC-1): headlines, bodies, and what each body makes of each headline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.model import ReportStance
from training.corpora import corpus_rows

_STANCES: Final = {
    "agree": ReportStance.AGREES,
    "disagree": ReportStance.DISAGREES,
    "discuss": ReportStance.DISCUSSES,
    "unrelated": ReportStance.UNRELATED,
}


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article, and the number of the story that it is about."""

    id: int
    story: int
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A headline, the id of a body, and what the body makes of the headline.

    `cross` where the headline's story is in another part.
    """

    headline: str
    body: int
    stance: ReportStance
    cross: bool


def read_bodies(corpora: Path, part: str) -> Iterator[Body]:
    """The bodies of "train" or "dev"."""
    for row in corpus_rows(corpora / "stance/fnc1-train-bodies.jsonl.gz"):
        if row["split"] == part:
            yield Body(row["id"], row["story"], row["text"])


def read_pairs(corpora: Path, part: str) -> Iterator[Pair]:
    """The pairs of "train" or "dev"."""
    for row in corpus_rows(corpora / "stance/fnc1-train-pairs.jsonl.gz"):
        if row["split"] == part:
            yield Pair(row["headline"], row["body"], _STANCES[row["stance"]], row["cross"])
