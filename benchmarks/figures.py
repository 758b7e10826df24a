"""The tracked figures: what was measured last, and the floor under each.

A figure may rise freely; `tests/test_floors.py` fails when one falls below its floor. Lowering a
floor is an edit of this file that a reviewer sees.
"""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console
from rich.table import Table

FILE = Path(__file__).with_name("figures.json")

FLOORS = {
    "polnear dev: F1": 0.755,
    "polnear dev: source right": 0.915,
    "polnear dev: speech cues F1": 0.87,
    "polnear dev: exact source F1": 0.785,
    "polnear dev: exact cue F1": 0.71,
    "polnear dev: exact content F1": 0.63,
    "nested: F1": 0.87,
    "nested: recall of depth 2": 0.755,
    "nested: recall of depth 3": 0.70,
    "nested: parent right": 0.92,
    "speed: words a second, one process": 4_000,
    "speed: disk to ledger, 2 jobs, words a second": 4_500,
    "uw dev: Pearson r": 0.78,
    "coreference: own gold, actor right": 0.95,
    "examples: F1": 0.865,
    "examples: act right": 0.945,
    "examples: stance right": 0.96,
    "examples: polarity right": 0.985,
    "examples: certainty right": 0.98,
    "examples: quote right": 0.985,
    "examples: source kind right": 0.955,
    "examples: depth right": 0.97,
    "examples: actor right": 0.895,
}


def read() -> dict[str, float]:
    """The figures measured last, by name."""
    figures: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))
    return figures


def write(new: dict[str, float]) -> None:
    """Replace the figures named in `new`, keep the others."""
    figures = (read() if FILE.exists() else {}) | new
    FILE.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def publish(title: str, measured: dict[str, float]) -> None:
    """Print the figures in a table, less the "group: " of their names, and write them."""
    table = Table("measured", "figure", title=title)
    for name, figure in measured.items():
        table.add_row(name.partition(": ")[2], f"{figure:.3f}")
    Console().print(table)
    write(measured)
