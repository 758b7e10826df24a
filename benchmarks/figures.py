"""The tracked figures: what was measured last, and the floor under each.

A figure may rise freely; `tests/test_floors.py` fails when one falls below its floor. Lowering a
floor is an edit of this file that a reviewer sees.
"""

from __future__ import annotations

import json
from pathlib import Path

FILE = Path(__file__).with_name("figures.json")

FLOORS = {
    "polnear dev: F1": 0.69,
    "polnear dev: source right": 0.91,
    "speed: words a second, one process": 4_000,
    "examples: F1": 0.86,
    "examples: act right": 0.975,
    "examples: stance right": 0.98,
    "examples: polarity right": 0.985,
    "examples: certainty right": 0.975,
    "examples: quote right": 0.98,
    "examples: source kind right": 0.965,
    "examples: depth right": 0.965,
    "examples: actor right": 0.93,
}


def read() -> dict[str, float]:
    """The figures measured last, by name."""
    figures: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))
    return figures


def write(new: dict[str, float]) -> None:
    """Replace the figures named in `new`, keep the others."""
    figures = (read() if FILE.exists() else {}) | new
    FILE.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
