"""Attribution on PolNeAR: precision, recall, F1, source and cue right given a hit, exact spans.

python -m benchmarks.attribution PATH/polnear/dev.jsonl.gz
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

import sayso
from benchmarks import figures, polnear
from benchmarks.matching import Credited, Exact, Tally, credited, exact, pairs, tally
from sayso.model import Statement

SPEECH_CUES = frozenset(
    "according acknowledge add admit allege announce argue assert call cite claim comment confirm "
    "contend criticise criticize declare deny describe emphasize explain insist joke mention note "
    "observe point quip quote recall recount remark reiterate reply report respond say speak "
    "state stress suggest talk tell testify tout tweet urge warn write".split()
)
"""Cues of speech: an attribution is one of speech when a form of these is among its cue's words."""
_ENDINGS = ("", "s", "d", "ed", "es", "ing", "n")
_IRREGULAR = frozenset(
    "said told wrote written spoke spoken spoken denied denies replied replies testified testifies "
    "writing describing citing urging declaring quoting arguing".split()
)
_FORMS = _IRREGULAR | {cue + ending for cue in SPEECH_CUES for ending in _ENDINGS}
BINS = 10
PARTS: dict[str, Callable[[Credited], frozenset[int]]] = {
    "source": lambda one: one.source,
    "cue": lambda one: one.cue,
    "content": lambda one: one.content,
}


@dataclass(slots=True)
class Measured:
    """What is counted over all articles."""

    all: Tally = field(default_factory=Tally)
    speech: Tally = field(default_factory=Tally)
    exact: dict[str, Exact] = field(default_factory=lambda: dict.fromkeys(PARTS, Exact()))
    scores: list[tuple[float, bool]] = field(default_factory=list)
    """The score of each attribution that was read, and whether it is a hit."""

    def add(self, text: str, statements: Sequence[Statement], gold: list[Credited]) -> None:
        """Count one article."""
        read = [credited(one) for one in statements]
        self.all += tally(read, gold)
        self.speech += tally(_of_speech(text, read), _of_speech(text, gold))
        for name, part in PARTS.items():
            self.exact[name] += exact([part(one) for one in read], [part(one) for one in gold])
        hits = {i for i, _ in pairs(read, gold)}
        self.scores += [(one.score, i in hits) for i, one in enumerate(statements)]

    def calibration_error(self) -> float:
        """The expected calibration error of the scores, in ten bins of equal width."""
        scores, hits = np.array(self.scores, float).T
        places = np.minimum((scores * BINS).astype(int), BINS - 1)
        gaps = [
            abs(scores[places == place].mean() - hits[places == place].mean())
            * (places == place).mean()
            for place in np.unique(places)
        ]
        return float(sum(gaps))


def _of_speech(text: str, attributions: Iterable[Credited]) -> list[Credited]:
    return [one for one in attributions if _FORMS & _words(text, one.cue)]


def _words(text: str, characters: frozenset[int]) -> set[str]:
    if not characters:
        return set()
    return set(text[min(characters) : max(characters) + 1].lower().split())


def measure(corpus: Path) -> Measured:
    """Measure over all articles of `corpus`; only what the author himself credits counts."""
    measured = Measured()
    for text, gold in polnear.articles(corpus):
        outermost = [one for one in sayso.read(text).statements if one.depth == 1]
        measured.add(text, outermost, gold)
    return measured


def main(corpus: Path) -> None:
    """Measure, print the tables, write the figures."""
    measured = measure(corpus)
    table = Table("PolNeAR", "P", "R", "F1", "source right", "cue right", title="Attribution")
    for name, total in (("sayso (dev)", measured.all), ("  speech cues", measured.speech)):
        shown = (total.precision, total.recall, total.f1, total.source_right, total.cue_right)
        table.add_row(name, *(f"{figure:.3f}" for figure in shown))
    for name, (f1, source_right, _) in polnear.RIVALS.items():
        table.add_row(f"{name} (test)", "", "", f"{f1:.3f}", f"{source_right:.2f}", "")
    Console().print(table)
    new = {
        "precision": measured.all.precision,
        "recall": measured.all.recall,
        "F1": measured.all.f1,
        "source right": measured.all.source_right,
        "cue right": measured.all.cue_right,
        "speech cues F1": measured.speech.f1,
        "calibration error": measured.calibration_error(),
    }
    new |= {f"exact {name} F1": part.f1 for name, part in measured.exact.items()}
    for name in ("exact source F1", "exact cue F1", "exact content F1", "calibration error"):
        Console().print(f"{name}: {new[name]:.3f}")
    figures.write({f"polnear dev: {name}": round(figure, 3) for name, figure in new.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
