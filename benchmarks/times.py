"""Time expressions on TimeBank and AQUAINT: which are found, and how many have the right value.

python -m benchmarks.times PATH/timebank/timebank.jsonl.gz

Measured on the third of the documents that nothing was tuned on: those where the SHA-256 of the
id, as a number, is divisible by three. As in TempEval-3, an expression is found when it overlaps
an annotated one (strict: when the spans are the same), one to one, and its value F1 counts those
found that also have the right value; `benchmarks.timeml` says which values are the same.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks import figures
from benchmarks.timeml import answers
from sayso.acquire import report_from_text
from sayso.model import Time, TimePrecision
from sayso.reader import load_reader
from sayso.times import read_times
from training.corpora import corpus_rows

_PARTS: Final = 3
TYPES: Final = ("DATE", "TIME", "DURATION", "SET")
_TYPE_OF: Final = {
    TimePrecision.DURATION: "DURATION",
    TimePrecision.SET: "SET",
    TimePrecision.INSTANT: "TIME",
    TimePrecision.MORNING: "TIME",
    TimePrecision.AFTERNOON: "TIME",
    TimePrecision.EVENING: "TIME",
    TimePrecision.NIGHT: "TIME",
}
"""The TimeML type that a precision stands for; every other is a DATE."""


@dataclass(frozen=True, slots=True)
class Timex:
    """An annotated time expression."""

    start: int
    end: int
    type: str
    value: str

    def overlaps(self, time: Time) -> bool:
        """Whether the two share a character."""
        return self.start < time.span.end and time.span.start < self.end

    def is_at(self, time: Time) -> bool:
        """Whether the two have the same span."""
        return (self.start, self.end) == (time.span.start, time.span.end)


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated document: its text, the day it was created, its time expressions in order."""

    text: str
    created: date
    timexes: tuple[Timex, ...]

    def is_right(self, time: Time, partners: Sequence[Timex]) -> bool:
        """Whether the value of `time` is that of its partner; of two partners, the ends of it."""
        ends = [replace(time, value=end) for end in (time.value or "").split("/")]
        told = [time] if len(partners) == 1 else ends
        return all(self._is_answer(*pair) for pair in zip(told, partners, strict=True))

    def _is_answer(self, time: Time, timex: Timex) -> bool:
        right = answers(timex.type, timex.value, self.created)
        return any(answer.is_of(time) for answer in right)


@dataclass(slots=True)
class Counts:
    """What is counted over all documents, by TimeML type; what nobody annotated by its own."""

    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    """Those of the right ones that have a value."""

    def add(self, article: Article, times: Iterable[Time]) -> None:
        """Count one document."""
        self.gold.update(timex.type for timex in article.timexes)
        left = list(article.timexes)
        for time in times:
            partners = _partners(time, left)
            for timex in partners:
                left.remove(timex)
                self._add_found(time, timex, right=article.is_right(time, partners))
            if not partners:
                self.predicted[_TYPE_OF.get(time.precision, "DATE")] += 1

    def _add_found(self, time: Time, timex: Timex, *, right: bool) -> None:
        self.predicted[timex.type] += 1
        self.found[timex.type] += 1
        self.exact[timex.type] += timex.is_at(time)
        self.right[timex.type] += right
        self.known[timex.type] += right and time.value is not None

    def figures(self) -> dict[str, float]:
        """The figures, by name."""
        by_type = {f"{name} value F1": self._f1(self.right, name) for name in TYPES}
        return {
            "relaxed F1": self._f1(self.found, *TYPES),
            "strict F1": self._f1(self.exact, *TYPES),
            "value F1": self._f1(self.right, *TYPES),
            "value F1, no value counted as wrong": self._f1(self.known, *TYPES),
            "value right, of those found": self.right.total() / self.found.total(),
            **by_type,
        }

    def _f1(self, hits: Counter[str], *types: str) -> float:
        hit, predicted, gold = (
            sum(counts[name] for name in types) for counts in (hits, self.predicted, self.gold)
        )
        return 2 * hit / (predicted + gold) if hit else 0.0


def _partners(time: Time, timexes: Iterable[Timex]) -> list[Timex]:
    """The annotated expression at the span of `time`, else the first that overlaps it.

    Of an interval of two dates, both of them when both are annotated.
    """
    overlapping = [timex for timex in timexes if timex.overlaps(time)]
    exact = [timex for timex in overlapping if timex.is_at(time)]
    is_range = len(overlapping) == len((time.value or "").split("/")) == 2  # noqa: PLR2004 two ends
    return overlapping if is_range else (exact or overlapping)[:1]


def held_out(path: Path) -> Iterator[Article]:
    """The documents that nothing is tuned on."""
    for document in corpus_rows(path):
        number = int(hashlib.sha256(document["id"].encode()).hexdigest(), 16)
        if number % _PARTS == 0:
            timexes = (
                Timex(each["start"], each["end"], each["type"], each["value"])
                for each in document["timexes"]
            )
            created = date.fromisoformat(document["dct"][:10])
            yield Article(document["text"], created, tuple(timexes))


def measure(path: Path) -> dict[str, float]:
    """The figures over the held-out documents."""
    reader, counts = load_reader(), Counts()
    for article in held_out(path):
        report = report_from_text(article.text, published=article.created.isoformat())
        counts.add(article, read_times(report, reader.annotate(article.text)))
    return counts.figures()


def main(path: Path) -> None:
    """Measure, print the table, write the figures."""
    measured = measure(path)
    figures.publish(
        "Times on the held-out third of TimeBank and AQUAINT",
        {f"times: {name}": round(figure, 3) for name, figure in measured.items()},
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
