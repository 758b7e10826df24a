"""What reports make of claims, and sentences of sentences.

    python -m benchmarks.stance PATH/corpora

Stance is measured on the development part of the Fake News Challenge (FNC-1): the claim is a
headline, the report a body; none of their stories was trained on. Most pairs that are unrelated
were drawn at random, most of them from another part ("cross"): without these the task is stricter,
and its figures stand apart. Contradiction is measured on RTE-3 with three labels and on ANLI's
development part; neither was trained on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from statistics import fmean
from typing import Generic, TypeVar

from rich.console import Console

from benchmarks import figures
from sayso.links.stance import Verdict, judge, relevant, stance_chances
from sayso.model import ReportStance
from training.corpora import corpus_rows
from training.stance.challenge import read_bodies, read_pairs
from training.stance.material import sentences

PUBLISHED = "FNC-1 test, three winning systems: macro F1 .58 to .60, disagrees .03 to .13"
Label = TypeVar("Label", bound=StrEnum)
LABELS = {
    "entailment": Verdict.ENTAILS,
    "contradiction": Verdict.CONTRADICTS,
    "neutral": Verdict.NEITHER,
}


@dataclass(frozen=True, slots=True)
class Answer(Generic[Label]):
    """What was told and what annotators said."""

    told: Label
    right: Label


def f1(answers: Sequence[Answer[Label]], label: Label) -> float:
    """The F1 of one label."""
    hits = sum(one.told == one.right == label for one in answers)
    marked = sum((one.told == label) + (one.right == label) for one in answers)
    return 2 * hits / marked if marked else 0.0


def challenge(corpora: Path) -> Iterator[tuple[Answer[ReportStance], bool]]:
    """Each development pair of the challenge, and whether its headline is from another part."""
    reports = {body.id: sentences(body) for body in read_bodies(corpora, "dev")}
    for pair in read_pairs(corpora, "dev"):
        those = reports[pair.body]
        chosen = [those[at] for at in relevant(pair.headline, those)]
        told = list(ReportStance)[int(stance_chances(pair.headline, chosen).argmax())]
        yield Answer(told, pair.stance), pair.cross


def inference(path: Path, label: str) -> Iterator[Answer[Verdict]]:
    """The pairs of a file whose field `label` is one of three."""
    rows = [row for row in corpus_rows(path) if row.get(label)]
    judged = judge((row["premise"], row["hypothesis"]) for row in rows)
    for row, one in zip(rows, judged, strict=True):
        yield Answer(one.verdict, LABELS[row[label]])


def scores(answers: Sequence[Answer[Label]], labels: type[Label]) -> dict[str, float]:
    """The F1 of each label, their mean, and the share of right answers."""
    of_each = {f"{label}, F1": f1(answers, label) for label in labels}
    right = fmean(one.told == one.right for one in answers)
    return of_each | {"macro F1": fmean(of_each.values()), "accuracy": right}


def measure(corpora: Path) -> dict[str, dict[str, float]]:
    """The figures of each corpus."""
    answers = list(challenge(corpora))
    folder = corpora / "inference"
    near = [answer for answer, cross in answers if not cross]
    return {
        "stance dev": scores([answer for answer, _ in answers], ReportStance),
        "stance dev without cross": scores(near, ReportStance),
        "rte-3": scores(list(inference(folder / "rte.jsonl.gz", "label3")), Verdict),
        "anli dev": scores(list(inference(folder / "anli-dev.jsonl.gz", "label")), Verdict),
    }


def main(corpora: Path) -> None:
    """Measure, print the tables, write the figures."""
    for name, measured in measure(corpora).items():
        figures.publish(name, {f"{name}: {part}": round(one, 3) for part, one in measured.items()})
    Console().print(PUBLISHED)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
