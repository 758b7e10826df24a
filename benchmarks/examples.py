"""Our own example reports: statements, nesting, acts, stances and actors against the gold.

python -m benchmarks.examples

The rules were mended with these reports in view: the figures show that nothing got worse, not how
well unseen reports are read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import figures
from benchmarks.matching import Credited, credited, pairs
from sayso.export import from_json
from sayso.model import Actor, Reading, Report, Statement
from sayso.pipeline.reading import read_report

GOLD = Path(__file__).parents[1] / "examples/gold"


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement that was read and the gold one it hits, with the readings they stand in."""

    read: Statement
    gold: Statement
    reading: Reading
    truth: Reading


def gold_readings() -> Iterator[Reading]:
    """The gold of every example report."""
    for path in sorted(GOLD.glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        records = [from_json(json.loads(line)) for line in lines]
        (report,) = (record for record in records if isinstance(record, Report))
        yield Reading(
            report=report,
            statements=tuple(record for record in records if isinstance(record, Statement)),
            actors=tuple(record for record in records if isinstance(record, Actor)),
            places=(),
            times=(),
        )


def measure() -> dict[str, float]:
    """The figures, by name: F1 over credited statements, and each field right given a hit."""
    right: Counter[str] = Counter()
    hits = predicted = expected = 0
    for truth in gold_readings():
        reading = read_report(truth.report)
        read, gold = _credited(reading), _credited(truth)
        matched = pairs([parts for _, parts in read], [parts for _, parts in gold])
        predicted, expected, hits = predicted + len(read), expected + len(gold), hits + len(matched)
        for i, j in matched:
            pair = Pair(read[i][0], gold[j][0], reading, truth)
            right.update(name for name, holds in CHECKS.items() if holds(pair))
    shown = {"F1": 2 * hits / (predicted + expected)}
    shown |= {f"{name} right": right[name] / hits for name in CHECKS}
    return {f"examples: {name}": round(figure, 3) for name, figure in shown.items()}


def _credited(reading: Reading) -> list[tuple[Statement, Credited]]:
    return [(each, credited(each)) for each in reading.statements if each.cue is not None]


def _same_actor(pair: Pair) -> bool:
    """Whether both name nobody, or actors with a mention that begins at the same place.

    How far a mention runs ("Ana Dressel, who runs the harbour") is no matter of who it is.
    """
    read = _mentions(pair.reading, pair.read.source.actor)
    gold = _mentions(pair.truth, pair.gold.source.actor)
    return bool(read & gold) or not read | gold


def _mentions(reading: Reading, actor_id: str | None) -> set[int]:
    """Where the mentions of that actor begin."""
    found = (actor for actor in reading.actors if actor.id == actor_id)
    return {mention.start for actor in found for mention in actor.mentions}


CHECKS: dict[str, Callable[[Pair], bool]] = {
    "act": lambda pair: pair.read.act == pair.gold.act,
    "stance": lambda pair: pair.read.stance == pair.gold.stance,
    "polarity": lambda pair: pair.read.polarity == pair.gold.polarity,
    "certainty": lambda pair: pair.read.certainty == pair.gold.certainty,
    "quote": lambda pair: pair.read.quote == pair.gold.quote,
    "source kind": lambda pair: pair.read.source.kind == pair.gold.source.kind,
    "depth": lambda pair: pair.read.depth == pair.gold.depth,
    "actor": _same_actor,
}


def main() -> None:
    """Measure, print the table, write the figures."""
    figures.publish("Our own gold", measure())


if __name__ == "__main__":
    main()
