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
    "pages: characters mapped": 0.99,
    "pages: mapped characters that decode right": 1.0,
    "pages: speed against bare_extraction": 0.4,
    "pages: speed against extract": 0.4,
    "polnear dev: F1": 0.775,
    "polnear dev: source right": 0.932,
    "polnear dev: speech cues F1": 0.875,
    "polnear dev: exact source F1": 0.795,
    "polnear dev: exact cue F1": 0.725,
    "polnear dev: exact content F1": 0.658,
    "nested: F1": 0.88,
    "nested: recall of depth 2": 0.78,
    "nested: recall of depth 3": 0.73,
    "nested: parent right": 0.915,
    "nested: act right": 0.985,
    "nested: stance right": 0.985,
    "nested: denials found": 0.85,
    "web: 200 ms to the slowest page's median": 1.0,
    "web: 500 ms to the slowest page's 95th percentile": 1.0,
    "speed: words a second, one process": 4_000,
    "speed: disk to ledger, 2 jobs, words a second": 6_000,
    "places held out: both, F1": 0.855,
    "places held out: both, within 161 km": 0.86,
    "places held out: lgl, F1": 0.825,
    "places held out: lgl, within 161 km": 0.855,
    "uw dev: Pearson r": 0.78,
    "status: macro F1": 0.675,
    "muc-4 tst1+tst2: micro average, F1": 0.46,
    "plover: tuned, type found": 0.88,
    "plover: tuned, main event's type right": 0.84,
    "plover: tuned, actor right": 0.88,
    "plover: tuned, recipient right": 0.79,
    "plover: held out, type found": 0.78,
    "plover: held out, main event's type right": 0.775,
    "plover: held out, actor right": 0.785,
    "plover: held out, recipient right": 0.69,
    "plover: PETRARCH, code right": 0.76,
    "times: relaxed F1": 0.92,
    "times: strict F1": 0.825,
    "times: value F1": 0.795,
    "coreference: own gold, actor right": 0.95,
    "roles: verbs, F1": 0.79,
    "roles: nouns, F1": 0.565,
    "roles: QA-SRL, who": 0.755,
    "claims: pairs, precision": 0.93,
    "claims: pairs, recall": 0.28,
    "claims: stance right": 0.98,
    "claims: claims found": 0.82,
    "claims: sides right": 0.96,
    "contradictions: precision": 0.9,
    "contradictions: right still found": 0.97,
    "linking: citations: precision": 0.95,
    "linking: citations: recall": 0.99,
    "linking: claims: found": 0.86,
    "linking: claims: origins right": 0.8,
    "linking: claims: standing right": 0.84,
    "linking: contradictions: planted found": 0.98,
    "linking: contradictions: precision": 0.98,
    "linking: reprints: precision": 0.99,
    "linking: reprints: recall": 0.99,
    "same event: CoNLL F1": 0.195,
    "same event: CoNLL F1, mentions of both": 0.765,
    "same event: pairs precision": 0.88,
    "same event: pairs recall": 0.53,
    "relations: F1": 0.89,
    "relations: precision": 0.94,
    "relations: recall": 0.85,
    "relations: status right": 0.96,
    "relations: time right": 0.97,
    "relations: whose word right": 0.88,
    "relations: F1, odd passages": 0.85,
    "events: F1": 0.91,
    "events: mode right": 0.96,
    "events: context right": 0.9,
    "events: actors right": 0.93,
    "events: recipients right": 0.93,
    "events: instruments right": 0.95,
    "events: status right": 0.9,
    "events: time right": 0.955,
    "events: quantities right": 0.98,
    "events: whose word right": 0.96,
    "reprints: held out, reprint F1": 0.95,
    "reprints: held out, partial F1": 0.87,
    "reprints: tuned, reprint F1": 0.97,
    "reprints: tuned, partial F1": 0.91,
    "reprints: candidates found": 0.98,
    "reprints: pairs a second": 40,
    "reprints: texts a second": 150,
    "stance dev: macro F1": 0.7,
    "stance dev: disagrees, F1": 0.5,
    "stance dev: agrees, F1": 0.59,
    "rte-3: accuracy": 0.62,
    "examples: F1": 0.89,
    "examples: act right": 0.99,
    "examples: stance right": 0.99,
    "examples: polarity right": 0.99,
    "examples: certainty right": 0.99,
    "examples: quote right": 0.99,
    "examples: source kind right": 0.96,
    "examples: depth right": 0.97,
    "examples: actor right": 0.95,
    "archives: pages a second, taken apart": 500,
    "archives: pages a second, articles found": 10,
    "archives: MiB to spare of 500": 300,
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
