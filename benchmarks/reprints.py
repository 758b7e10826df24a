"""Reprints on pairs of FNC-1 and ECB+ texts judged by hand, and the cost of finding them.

python -m benchmarks.reprints PATH/corpora

`reprint_pairs.tsv` has the pairs in four parts (docs/reprints.md tells how they were drawn and
judged). The first three were looked at while building; the fourth was judged with the code settled
and is held out. F1 is of the label `reprint`, and of the label `partial`. Candidates found are the
pairs with either label that share a key. For the cost, news texts are cut into pieces as long as a
short report: how many keys and candidates has one, among a thousand pieces and ten thousand?
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import figures
from sayso.links.reprints import compare, shingle_bands
from sayso.model.ids import sha256_hex
from training.corpora import corpus_rows

PAIRS = Path(__file__).with_name("reprint_pairs.tsv")
HELD_OUT = "fourth"
COPIED = ("reprint", "partial")
CORPORA = (
    "stance/fnc1-train-bodies.jsonl.gz",
    "events/ecbplus.jsonl.gz",
    "polnear/train.jsonl.gz",
    "muc4/muc4.jsonl.gz",
)
PIECE = 250
"""Words of a piece."""
FEW, MANY = 1_000, 10_000


@dataclass(frozen=True, slots=True)
class Judged:
    """Two texts, which part of the pairs they are of, and what a person and sayso say of them."""

    part: str
    a: str
    b: str
    label: str
    told: str | None


@dataclass(frozen=True, slots=True)
class Cost:
    """What finding candidates takes among so many texts."""

    texts: int
    keys: float
    """Of one text."""
    candidates: float
    """Other texts that one shares a key with."""
    largest: int
    """The most texts that share one key."""
    speed: float
    """Texts a second that keys are made for."""


def judge(texts: dict[str, str]) -> Iterator[Judged]:
    """Each pair, compared."""
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            part, first, second, label = line.split("\t")
            found = compare(texts[first], texts[second])
            told = None if found is None else found.kind
            yield Judged(part, texts[first], texts[second], label, told)


def f1(pairs: list[Judged], kind: str) -> float:
    """The F1 of one kind over `pairs`."""
    both = sum(pair.label == kind == pair.told for pair in pairs)
    return 2 * both / sum((pair.label == kind) + (pair.told == kind) for pair in pairs)


def candidates_found(pairs: list[Judged]) -> float:
    """The share of the copies among `pairs` that share a key."""
    copies = [pair for pair in pairs if pair.label in COPIED]
    return sum(bool(shingle_bands(pair.a) & shingle_bands(pair.b)) for pair in copies) / len(copies)


def read_texts(folder: Path) -> dict[str, str]:
    """The texts that were judged, by their names in the table of pairs."""
    bodies, documents = CORPORA[:2]
    texts = {f"fnc-{row['id']}": row["text"] for row in corpus_rows(folder / bodies)}
    return texts | {row["id"]: row["text"] for row in corpus_rows(folder / documents)}


def pieces(folder: Path) -> list[str]:
    """Pieces of news, in an order that mixes the corpora and is always the same."""
    cut = {
        " ".join(words[start : start + PIECE])
        for corpus in CORPORA
        for row in corpus_rows(folder / corpus)
        for words in [row["text"].split(" ")]
        for start in range(0, len(words), PIECE)
    }
    return sorted(cut, key=lambda piece: sha256_hex(piece.encode()))


def cost(texts: list[str]) -> Cost:
    """What the keys of `texts` cost, and what they bring together."""
    started = time.perf_counter()
    keys = [shingle_bands(text) for text in texts]
    seconds = time.perf_counter() - started
    blocks = Counter(key for each in keys for key in each)
    return Cost(
        texts=len(texts),
        keys=sum(map(len, keys)) / len(texts),
        candidates=_candidates(keys) / len(texts),
        largest=max(blocks.values()),
        speed=len(texts) / seconds,
    )


def _candidates(keys: list[frozenset[int]]) -> int:
    """How often a text shares a key with an earlier one, counted for both."""
    holders: dict[int, list[int]] = {}
    pairs = 0
    for number, each in enumerate(keys):
        pairs += len({holder for key in each for holder in holders.get(key, ())})
        for key in each:
            holders.setdefault(key, []).append(number)
    return 2 * pairs


def measure_pairs(folder: Path) -> dict[str, float]:
    """The figures of the judged pairs."""
    started = time.perf_counter()
    pairs = list(judge(read_texts(folder)))
    speed = len(pairs) / (time.perf_counter() - started)
    held_out = [pair for pair in pairs if pair.part == HELD_OUT]
    tuned = [pair for pair in pairs if pair.part != HELD_OUT]
    measured = {
        "reprints: held out, reprint F1": f1(held_out, "reprint"),
        "reprints: held out, partial F1": f1(held_out, "partial"),
        "reprints: tuned, reprint F1": f1(tuned, "reprint"),
        "reprints: tuned, partial F1": f1(tuned, "partial"),
        "reprints: candidates found": candidates_found(pairs),
        "reprints: pairs a second": speed,
    }
    return {name: round(figure, 3) for name, figure in measured.items()}


def measure_cost(folder: Path) -> dict[str, float]:
    """The figures of the cost; prints them as they grow."""
    texts = pieces(folder)
    table = Table(*Cost.__slots__, title="Keys")
    costs = [cost(list(islice(texts, size))) for size in (FEW, MANY)]
    for one in costs:
        table.add_row(*(f"{getattr(one, name):,.1f}" for name in Cost.__slots__))
    Console().print(table)
    few, many = costs
    return {
        "reprints: keys a text": round(many.keys, 1),
        "reprints: candidates a text, 1,000 texts": round(few.candidates, 2),
        "reprints: candidates a text, 10,000 texts": round(many.candidates, 2),
        "reprints: largest block, 10,000 texts": many.largest,
        "reprints: texts a second": round(many.speed),
    }


if __name__ == "__main__":
    corpora = Path(sys.argv[1])
    figures.publish("Reprints", measure_pairs(corpora) | measure_cost(corpora))
