"""The toponyms of LGL and GeoVirus, which part of them is held out, and our own sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from sayso.places.tables import countries
from training.corpora import corpus_rows

EARTH = 6371.0
"""Its mean radius in kilometres."""
CORPORA = ("lgl", "geovirus")
OWN = Path(__file__).with_suffix(".tsv")

_DEMONYMS = frozenset(word for country in countries().values() for word in country.demonyms)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as annotated; `point` is null where the annotators found no place for it."""

    start: int
    end: int
    text: str
    geonameid: int | None
    point: tuple[float, float] | None

    def is_demonym(self) -> bool:
        """Whether it is a word for people ("Russian"), which LGL annotates and sayso does not."""
        return self.text in _DEMONYMS


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated text."""

    id: str
    corpus: str
    text: str
    toponyms: tuple[Toponym, ...]
    held_out: bool
    """A third of the papers of LGL, a third of the texts of GeoVirus; nothing is tuned on these."""


def read_texts(folder: Path) -> Iterator[Text]:
    """The texts of both corpora, from the files in `folder`."""
    for corpus in CORPORA:
        for row in corpus_rows(folder / f"{corpus}.jsonl.gz"):
            toponyms = tuple(map(_toponym, row["toponyms"]))
            held_out = _third(row["domain" if corpus == "lgl" else "id"])
            yield Text(row["id"], corpus, row["text"], toponyms, held_out)


def read_own() -> Iterator[Text]:
    """Our own sentences, to learn from."""
    for number, line in enumerate(OWN.read_text(encoding="utf-8").splitlines()):
        if not line.startswith("#"):
            text, places = line.split("\t")
            yield Text(f"own-{number}", "own", text, tuple(_own(text, places)), held_out=False)


def _own(text: str, places: str) -> Iterator[Toponym]:
    end = 0
    for place in places.split(";"):
        name, _, point = place.partition("=")
        start = text.index(name, end)
        end = start + len(name)
        north, _, east = point.partition(",")
        yield Toponym(start, end, name, None, (float(north), float(east)))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points, each a latitude and a longitude in degrees."""
    (north, east), (to_north, to_east) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((to_north - north) / 2) ** 2
    half += cos(north) * cos(to_north) * sin((to_east - east) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(half, 1.0)))


def _toponym(row: dict[str, Any]) -> Toponym:
    point = (row["lat"], row["lon"]) if row["lat"] is not None else None
    return Toponym(row["start"], row["end"], row["text"], row["geonameid"], point)


def _third(name: str) -> bool:
    return int(sha256(name.encode()).hexdigest(), 16) % 3 == 0
