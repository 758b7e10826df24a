"""Weigh stems by how few texts hold them, for comparing what reports assert.

    python -m training.stem_weights PATH

Counts the texts in the folder PATH (see TEXTS) in which a stem stands and writes
`src/sayso/links/assertions/stem_weights.tsv`: a weight, and the stems of that weight. The weight is
the natural logarithm of texts by texts with the stem (inverse document frequency: Sparck Jones
1972), to a half. Numbers and stems in fewer texts than FEWEST are not listed.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log
from pathlib import Path

from sayso.links.assertions.words import stems_of
from sayso.model import Span
from training.corpora import corpus_rows

TABLE = Path(__file__).parents[1] / "src/sayso/links/assertions/stem_weights.tsv"
HEADER = """\
# How much a stem tells of what a sentence is about, by how few news texts hold it: a weight and its
# stems. What is not listed weighs {most}. Made by training/stem_weights.py.
"""
TEXTS = (
    "roles/masc.jsonl.gz",
    "polnear/train.jsonl.gz",
    "timebank/timebank.jsonl.gz",
    "places/lgl.jsonl.gz",
    "places/geovirus.jsonl.gz",
    "events/ecbplus.jsonl.gz",
)
FEWEST = 4


def texts(corpora: Path) -> Iterator[str]:
    """The texts to count."""
    for name in TEXTS:
        yield from (row["text"] for row in corpus_rows(corpora / name))


def counted(given: Iterator[str]) -> tuple[Counter[str], int]:
    """In how many texts each stem stands, and how many texts there are."""
    seen: Counter[str] = Counter()
    number = 0
    for text in given:
        number += 1
        seen.update(stem for stem in stems_of([Span(0, len(text), text)]) if stem.isalpha())
    return seen, number


def main(corpora: Path) -> None:
    """Write the table."""
    seen, number = counted(texts(corpora))
    by_weight: defaultdict[float, list[str]] = defaultdict(list)
    for stem, times in seen.items():
        if times >= FEWEST:
            by_weight[_weight(number, times)].append(stem)
    rows = [f"{weight}\t{' '.join(sorted(by_weight[weight]))}\n" for weight in sorted(by_weight)]
    most = _weight(number, FEWEST - 1)
    TABLE.write_text(HEADER.format(most=most) + "".join(rows), encoding="utf-8")


def _weight(number: int, times: int) -> float:
    return round(2 * log(number / times)) / 2


if __name__ == "__main__":
    main(Path(sys.argv[1]))
