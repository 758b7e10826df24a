"""How certain predicates are on the author's word: Pearson r and mean absolute error on UW.

python -m benchmarks.factuality PATH/factuality/uw.jsonl.gz

Measured on the development part; each sentence is read by itself.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import correlation, fmean

from rich.console import Console
from rich.table import Table

from benchmarks import figures
from sayso.statements.wording.factuality import CERTAIN
from training.factuality import labelled

PUBLISHED = {"Stanovsky et al. 2017 (test)": ("0.668", "0.399"), "3 always (test)": ("", "0.781")}
"""Pearson r and mean absolute error of others, on the test part."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How the values told go with those that people gave."""

    r: float
    error: float
    error_of_always_certain: float


def measure(corpus: Path) -> Agreement:
    """The agreement over all predicates of the development part."""
    labels = list(labelled(corpus, "dev"))
    given = [one.value for one in labels]
    told = [one.read.of(one.predicate).value for one in labels]
    return Agreement(
        r=correlation(told, given),
        error=_error(told, given),
        error_of_always_certain=_error([CERTAIN] * len(given), given),
    )


def _error(told: Sequence[float], given: Sequence[float]) -> float:
    return fmean(abs(ours - theirs) for ours, theirs in zip(told, given, strict=True))


def main(corpus: Path) -> None:
    """Measure, print the table, write the figures."""
    found = measure(corpus)
    table = Table("UW", "Pearson r", "mean absolute error", title="Factuality")
    table.add_row("sayso (dev)", f"{found.r:.3f}", f"{found.error:.3f}")
    table.add_row("3 always (dev)", "", f"{found.error_of_always_certain:.3f}")
    for name, shown in PUBLISHED.items():
        table.add_row(name, *shown)
    Console().print(table)
    figures.write(
        {
            "uw dev: Pearson r": round(found.r, 3),
            "uw dev: mean absolute error": round(found.error, 3),
        }
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
