"""Attribution on PolNeAR: precision, recall, F1, and source and cue right given a hit.

python -m benchmarks.attribution PATH/polnear/dev.jsonl.gz
"""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

import sayso
from benchmarks import figures, polnear
from benchmarks.matching import Tally, outermost, tally


def measure(corpus: Path) -> Tally:
    """The tally over all articles of `corpus`; only what the author himself credits counts."""
    total = Tally()
    for text, gold in polnear.articles(corpus):
        total += tally(outermost(sayso.read(text)), gold)
    return total


def main(corpus: Path) -> None:
    """Measure, print the table, write the figures."""
    total = measure(corpus)
    table = Table("PolNeAR", "P", "R", "F1", "source right", "cue right", title="Attribution")
    shown = (total.precision, total.recall, total.f1, total.source_right, total.cue_right)
    table.add_row("sayso (dev)", *(f"{figure:.3f}" for figure in shown))
    for name, (f1, source_right, _) in polnear.RIVALS.items():
        table.add_row(f"{name} (test)", "", "", f"{f1:.3f}", f"{source_right:.2f}", "")
    Console().print(table)
    figures.write(
        {
            "polnear dev: precision": round(total.precision, 3),
            "polnear dev: recall": round(total.recall, 3),
            "polnear dev: F1": round(total.f1, 3),
            "polnear dev: source right": round(total.source_right, 3),
            "polnear dev: cue right": round(total.cue_right, 3),
        }
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
