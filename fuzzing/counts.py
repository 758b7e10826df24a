"""The record of runs: how many inputs each reader was given, and what was found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = Path(__file__).with_name("counts.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One run: the version that was tried, inputs and failures by reader, and how long it took."""

    version: str
    day: str
    seed: int
    seconds: int
    inputs: Mapping[str, int]
    failures: Mapping[str, int]


def record(count: Count, file: Path = FILE) -> None:
    """Add a run to those on record."""
    runs = [asdict(one) for one in (*recorded(file), count)]
    file.write_text(json.dumps(runs, indent=1) + "\n", encoding="utf-8")


def recorded(file: Path = FILE) -> list[Count]:
    """The runs on record, in their order."""
    if not file.exists():
        return []
    return [Count(**run) for run in json.loads(file.read_text(encoding="utf-8"))]


def inputs_in_all(runs: list[Count]) -> dict[str, int]:
    """How many inputs each reader was given in all these runs."""
    total: Counter[str] = Counter()
    for run in runs:
        total.update(run.inputs)
    return dict(total)
