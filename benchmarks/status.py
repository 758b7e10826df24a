"""Status against how certain people find predicates: macro F1 of three classes on UW.

python -m benchmarks.status PATH/factuality/uw.jsonl.gz

Measured on the development part; each sentence is read by itself. UW's people gave each predicate
a value from -3 (certainly did not, or will not, happen) to 3 (certainly did, or will): below -1 it
counts as negated, up to 1 as uncertain, above as certain. A status does the same:

- negated is negated, hypothetical is uncertain;
- future is certain: in the training part 9 in 10 of what sayso reads as future is certain to
  them, since they rate what will be as they rate what was;
- all others are certain.

They rated what the author holds to be so, sayso reads what the innermost source says. In news the
two seldom differ: in the training part 85 in 100 predicates in the content of a saying are certain
to them, and 93 in 100 in the author's own words. What a source denies, they find certain or open
more often than not so: there sayso is right by its own meaning, and counts as wrong here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import figures
from sayso.acquire import report_from_text
from sayso.model import Status
from sayso.reader import load_reader
from sayso.statements import Account, read_statements
from sayso.statements.status import status_of
from sayso.times import read_times
from training.corpora import corpus_rows

NEGATED, UNCERTAIN, CERTAIN = CLASSES = ("negated", "uncertain", "certain")
CLASS_OF: Final = {Status.NEGATED: NEGATED, Status.HYPOTHETICAL: UNCERTAIN}
"""The class of a status, where it is not certain."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One predicate: the class that people gave it, and the one of its status."""

    given: str
    told: str


def judged(corpus: Path, split: str) -> Iterator[Judged]:
    """The predicates of one part of UW, read."""
    for row in corpus_rows(corpus):
        if row["split"] == split:
            account = _read(row["sentence"])
            for label in row["predicates"]:
                token = account.run_of(label["start"], label["end"]).end - 1
                told = CLASS_OF.get(status_of(account, token), CERTAIN)
                yield Judged(class_of(label["label"]), told)


def class_of(value: float) -> str:
    """The class of a value from -3 to 3."""
    return NEGATED if value < -1 else UNCERTAIN if value <= 1 else CERTAIN


def f1(found: Iterable[Judged], one: str) -> float:
    """The F1 of one class; 1 where nobody sees it."""
    pairs = [(each.given == one, each.told == one) for each in found]
    either = sum(given + told for given, told in pairs)
    return 2 * sum(given and told for given, told in pairs) / either if either else 1.0


def _read(sentence: str) -> Account:
    report, doc = report_from_text(sentence), load_reader().annotate(sentence)
    return read_statements(report, doc, places=(), times=read_times(report, doc))


def main(corpus: Path) -> None:
    """Measure, print the table, write the figures."""
    found = list(judged(corpus, "dev"))
    by_class = {one: f1(found, one) for one in CLASSES}
    measured = {f"status: {one} F1": round(figure, 3) for one, figure in by_class.items()}
    macro = round(sum(by_class.values()) / len(CLASSES), 3)
    figures.publish("Status on UW dev", measured | {"status: macro F1": macro})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
