"""How fast many reports are linked, in how much memory, and how long one more takes.

    python -m benchmarks.linking_speed ../shared/corpora [--reports 10000]

Reads news articles (FNC-1 training bodies, which repeat each other as the news does), and makes
more of them by changing words: so that many reports stand beside each other that are alike in part
only. `sayso link` alone is timed, on a ledger that holds them: of all reports, and of a half, a
quarter and an eighth of them. More reports tell more stories, each as often as before, as day after
day does: what is left is how the time grows with the reports. The exponent is the slope of the
logarithm of the computing time to that of their number, by least squares: 1 is linear, 2 quadratic.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from math import ceil, log
from pathlib import Path
from typing import Any

from benchmarks import figures
from benchmarks.commands import Ran, run
from sayso.ledger import Ledger
from sayso.model import Actor, Event, Place, Reading, Relation, Span, Statement, Time
from sayso.model.ids import (
    actor_id,
    event_id,
    place_id,
    relation_id,
    report_id,
    sha256_hex,
    statement_id,
    time_id,
)
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import read_text
from training.corpora import corpus_rows

_SEED = 5
_TELLINGS = 8
"""So often each article is told: as it is, and in variations."""
_SHARES = (8, 4, 2, 1)
"""So many parts of all reports are linked."""
_CHANGED = 0.3
"""So many of the different words of an article are other words in its variation."""
_NAMES_CHANGED = 0.7
"""And so many of those in capitals: most variations are of other people and places."""
_ONE_MORE = 20
_WORD = re.compile(r"[A-Za-z]{4,}|\d+")


def articles(corpora: Path, count: int) -> Iterator[Reading]:
    """`count` articles of the corpus, read, story by story."""
    rows = corpus_rows(corpora / "stance" / "fnc1-train-bodies.jsonl.gz")
    by_story = sorted(rows, key=lambda row: row["story"])
    for number, row in enumerate(by_story[:count]):
        day = f"2014-{number % 12 + 1:02}-{number % 28 + 1:02}"
        yield read_text(row["text"], published=day)


def variations(readings: Sequence[Reading], numbers: Iterable[int]) -> Iterator[Reading]:
    """The readings of these numbers: each of `readings` in turn, first as it is, then changed."""
    pool = _words_by_length(readings)
    for number in numbers:
        reading = readings[number % len(readings)]
        turn = number // len(readings)
        yield _varied(reading, pool, _chance(number)) if turn else reading


def _chance(number: int) -> random.Random:
    return random.Random(f"{_SEED} {number}")  # noqa: S311 - the same for all who measure


def _words_by_length(readings: Sequence[Reading]) -> dict[tuple[int, bool], list[str]]:
    found: dict[tuple[int, bool], set[str]] = {}
    for reading in readings:
        for word in _WORD.findall(reading.report.text):
            found.setdefault(_shape(word), set()).add(word)
    return {shape: sorted(words) for shape, words in found.items()}


def _shape(word: str) -> tuple[int, bool]:
    """Words of one shape can stand for each other without moving anything."""
    return len(word), word[0].isupper()


def _varied(
    reading: Reading, pool: dict[tuple[int, bool], list[str]], chance: random.Random
) -> Reading:
    """`reading` with some of its words changed for others of the same length throughout."""
    words = sorted(set(_WORD.findall(reading.report.text)))
    names = [word for word in words if word[0].isupper()]
    chosen = chance.sample(words, int(_CHANGED * len(words)))
    chosen += chance.sample(names, int(_NAMES_CHANGED * len(names)))
    other = {word: chance.choice(pool[_shape(word)]) for word in chosen}
    text = _WORD.sub(lambda found: other.get(found[0], found[0]), reading.report.text)
    return _Retold(reading, text).reading()


class _Retold:
    """A reading with another text of the same length: all records with its words and ids."""

    def __init__(self, reading: Reading, text: str) -> None:
        self._old = reading
        self._text = text
        sha256 = sha256_hex(text.encode())
        self._ids = {reading.report.id: report_id(sha256)}
        told = {"text": text, "dateline": self._of(reading.report.dateline)}
        self._report = replace(reading.report, id=report_id(sha256), sha256=sha256, **told)

    def reading(self) -> Reading:
        """The reading of the text."""
        old = self._old
        named: tuple[Actor | Statement, ...] = (*old.actors, *old.statements)
        for each in named:
            self._ids[each.id] = self._id(each)
        return Reading(
            report=self._report,
            statements=tuple(map(self._told, old.statements)),
            events=tuple(map(self._told, old.events)),
            relations=tuple(map(self._told, old.relations)),
            actors=tuple(map(self._told, old.actors)),
            places=tuple(map(self._told, old.places)),
            times=tuple(map(self._told, old.times)),
        )

    def _told(self, record: Any) -> Any:  # noqa: ANN401 - a record of any kind
        self._ids.setdefault(record.id, self._id(record))
        return self._of(record)

    def _of(self, value: Any) -> Any:  # noqa: ANN401 - a field of any kind
        if isinstance(value, Span):
            return Span.of(self._text, value.start, value.end)
        if isinstance(value, tuple):
            return tuple(map(self._of, value))
        if isinstance(value, str):
            return self._ids.get(value, value)
        if is_dataclass(value) and not isinstance(value, type):
            new = {field.name: self._of(getattr(value, field.name)) for field in fields(value)}
            if {"start", "end", "text"} <= new.keys():
                new["text"] = self._text[new["start"] : new["end"]]
            return replace(value, **new)
        return value

    def _id(self, record: Any) -> str:  # noqa: ANN401 - a record of any kind
        report = self._report.id
        match record:
            case Statement():
                cue = record.cue.spans if record.cue else ()
                return statement_id(report, record.source.spans, cue, record.content)
            case Actor():
                return actor_id(report, record.mentions[0].span)
            case Event():
                return event_id(report, record.trigger, record.code)
            case Relation():
                ends = self._ids[record.from_], self._ids[record.to]
                return relation_id(report, record.kind, ends, record.spans)
            case Place():
                return place_id(report, record.span)
            case Time():
                return time_id(report, record.span)
            case _:
                raise TypeError(type(record))


def measure(readings: Sequence[Reading], count: int, folder: Path) -> dict[str, float]:
    """Seconds to link up to `count` reports, how they grow, memory, and seconds for one more."""
    runs = {count // share: _linked(readings, count // share, folder) for share in _SHARES}
    with Ledger(_ledger(folder, count)) as ledger:
        more = variations(readings, range(count, count + _ONE_MORE))
        singles = [_one_more(ledger, reading) for reading in more]
        counts = ledger.counts()
    return {
        **{
            f"linking speed: computing seconds, {reports:,}": round(ran.computing, 1)
            for reports, ran in runs.items()
        },
        "linking speed: exponent": round(_exponent(runs), 3),
        "linking speed: reports": count,
        "linking speed: seconds": round(runs[count].seconds, 1),
        "linking speed: peak MiB": round(runs[count].peak),
        "linking speed: one more, median seconds": round(statistics.median(singles), 3),
        "linking speed: links": counts.links,
        "linking speed: claims": counts.claims,
    }


def _linked(readings: Sequence[Reading], count: int, folder: Path) -> Ran:
    """Link a ledger of its own with `count` reports."""
    path = _ledger(folder, count)
    with Ledger(path) as ledger:
        for reading in variations(readings[: ceil(count / _TELLINGS)], range(count)):
            ledger.add(reading)
    return run("link", "--ledger", str(path), "--quiet")


def _exponent(runs: Mapping[int, Ran]) -> float:
    """By which power of the number of reports the time of computing grows."""
    computing = [log(ran.computing) for ran in runs.values()]
    return statistics.linear_regression(list(map(log, runs)), computing).slope


def _ledger(folder: Path, count: int) -> Path:
    return folder / f"{count}.db"


def _one_more(ledger: Ledger, reading: Reading) -> float:
    ledger.add(reading)
    began = time.monotonic()
    link_reports(ledger)
    return time.monotonic() - began


def main() -> None:
    """Measure, print the table, write the figures."""
    parser = argparse.ArgumentParser(description="Time the linking of many reports.")
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--reports", type=int, default=10_000)
    options = parser.parse_args()
    readings = list(articles(options.corpora, ceil(options.reports / _TELLINGS)))
    with tempfile.TemporaryDirectory() as folder:
        figures.publish("Linking many reports", measure(readings, options.reports, Path(folder)))


if __name__ == "__main__":
    main()
