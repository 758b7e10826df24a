"""Attacks on MUC-4 TST1 and TST2: who plays which role in them, over a text as a whole.

python -m benchmarks.incidents PATH

Measured as Du et al. (2021, "GRIT: Generative Role-filler Transformers for Document-level Event
Entity Extraction") do, on the two parts that are for development by convention: in each text and
role, those told are put to at most one annotated entity each, so that as many as possible are
right (CEAF-REE). One is right when its name is one of the entity's, in small letters and without
punctuation and articles. All templates of a text count together, optional ones as any other;
texts without an incident count too. As in GRIT one mention of each is looked at, here the
clearest; victims are those told by name. The sums over all texts and roles give the micro average.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from rich.console import Console
from rich.table import Table
from scipy.optimize import linear_sum_assignment

from benchmarks import figures
from sayso.events.incidents import read_incidents
from sayso.reader import load_encoder, load_reader
from training.muc4 import SCORED, Entity, Text, entities, plain, read_muc4

PUBLISHED: Final = "TST3 and TST4: GRIT .545 (CEAF-REE); GTT .502, IterX .530 (templates)"
MICRO: Final = "micro average"


@dataclass(frozen=True, slots=True)
class Counts:
    """Entities that are right, told and annotated."""

    right: int = 0
    told: int = 0
    there: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.told + other.told, self.there + other.there)

    @property
    def precision(self) -> float:
        """The share of those told that are right."""
        return self.right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        """The share of those annotated that are told."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.told + self.there) if self.right else 0.0


def ceaf(told: Sequence[Entity], there: Sequence[Entity]) -> Counts:
    """The counts of one role of one text: an entity told is right if it is part of one there."""
    fits = np.array([[one <= other for other in there] for one in told]).reshape(
        len(told), len(there)
    )
    right = int(fits[linear_sum_assignment(fits, maximize=True)].sum())
    return Counts(right, len(told), len(there))


def measure(texts: Iterable[Text]) -> dict[str, Counts]:
    """The counts of each role, and of all together."""
    counts = dict.fromkeys(SCORED, Counts())
    for text in texts:
        told = read(text.text)
        for role in SCORED:
            counts[role] += ceaf(told[role], entities(text, role))
    return counts | {MICRO: sum(counts.values(), Counts())}


def read(text: str) -> dict[str, list[Entity]]:
    """Whom sayso tells of in each role, each by its clearest mention."""
    doc = load_reader().annotate(text)
    incidents = read_incidents(doc, load_encoder().encode(doc))
    return {
        role: [frozenset([plain(doc.span(one.clearest).text)]) for one in incidents.of(role)]
        for role in SCORED
    }


def main(corpora: Path) -> None:
    """Measure, print the table, write the figures."""
    counts = measure(read_muc4(corpora, "tst1", "tst2"))
    table = Table("role", "precision", "recall", "F1", title="Incidents", caption=PUBLISHED)
    for role, one in counts.items():
        table.add_row(role, f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}")
    Console().print(table)
    figures.write(
        {f"muc-4 tst1+tst2: {role}, F1": round(one.f1, 3) for role, one in counts.items()}
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
