"""Places on LGL and GeoVirus: which names are found, and how near they are put.

python -m benchmarks.places PATH/places

Measured on the part that nothing was tuned on (`training.places`): a third of LGL's papers, a
third of GeoVirus' texts. A name is found when its span is the annotated one. LGL also annotates
words for people ("Russian"), which sayso takes as telling of a country and not as places: they
count neither way, and a further row counts them as missed. Of the names found that the annotators
gave a point, those are right that sayso puts within 161 km (100 miles) of it, as is the custom.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import figures
from sayso.acquire import report_from_text
from sayso.model import Place
from sayso.places import read_places
from sayso.reader import load_reader
from training.places import CORPORA, Text, Toponym, kilometres, read_texts

NEAR = 161.0
PUBLISHED = "Mordecai 3 (LGL, a split of its own): 0.827 within 161 km"


@dataclass(frozen=True, slots=True)
class Told:
    """A text and the places that sayso reads in it."""

    text: Text
    places: tuple[Place, ...]

    def pairs(self) -> Iterator[tuple[Toponym, Place]]:
        """What was annotated and found."""
        found = {(place.span.start, place.span.end): place for place in self.places}
        for gold in self.text.toponyms:
            if (gold.start, gold.end) in found:
                yield gold, found[gold.start, gold.end]


@dataclass(frozen=True, slots=True)
class Score:
    """How well places are told: precision, recall, F1 of finding; the share put near enough."""

    precision: float
    recall: float
    f1: float
    f1_with_demonyms: float
    near: float
    near_of_all: float
    """Of all annotated names with a point, found or not."""


def score(told: Iterable[Told]) -> Score:
    """The score over all of `told`."""
    told = list(told)
    pairs = [pair for one in told for pair in one.pairs()]
    hits = sum(not gold.is_demonym() for gold, _ in pairs)
    given = [gold for one in told for gold in one.text.toponyms]
    names = [gold for gold in given if not gold.is_demonym()]
    said = sum(len(one.places) for one in told)
    distances = [(gold, _away(gold, place)) for gold, place in pairs if gold.point is not None]
    near = sum(distance < NEAR for _, distance in distances)
    return Score(
        precision=hits / said,
        recall=hits / len(names),
        f1=2 * hits / (said + len(names)),
        f1_with_demonyms=2 * hits / (said + len(given)),
        near=near / len(distances),
        near_of_all=near / sum(gold.point is not None for gold in names),
    )


def _away(gold: Toponym, place: Place) -> float:
    """How far off a place is put, in km; infinitely far if nowhere."""
    if gold.point is None or place.latitude is None or place.longitude is None:
        return float("inf")
    return kilometres((place.latitude, place.longitude), gold.point)


def read(texts: Iterable[Text]) -> Iterator[Told]:
    """What sayso reads in `texts`."""
    reader = load_reader()
    for text in texts:
        report = report_from_text(text.text)
        yield Told(text, read_places(report, reader.annotate(text.text)))


def main(folder: Path) -> None:
    """Measure, print the table, write the figures."""
    told = list(read(text for text in read_texts(folder) if text.held_out))
    table = Table("held out", *Score.__slots__, title="Places", caption=PUBLISHED)
    measured = {}
    for part in (*CORPORA, "both"):
        found = score(one for one in told if part in (one.text.corpus, "both"))
        table.add_row(part, *(f"{getattr(found, name):.3f}" for name in Score.__slots__))
        measured[f"places held out: {part}, F1"] = round(found.f1, 3)
        measured[f"places held out: {part}, within 161 km"] = round(found.near, 3)
    Console().print(table)
    figures.write(measured)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
