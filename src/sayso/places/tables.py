"""The tables that people can read and extend: countries, regions, short forms.

Each is a file of this package, one entry a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.places.kinds import Kind
from sayso.reader.tables import read_rows, read_weights

_PACKAGE = "sayso.places"


@dataclass(frozen=True, slots=True)
class Country:
    """A country: a point in its middle, its other names, and the words for its people."""

    latitude: float
    longitude: float
    others: tuple[str, ...]
    demonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A region, water or landmark of ours: `where` is a country's code or a division's, or ""."""

    name: str
    kind: Kind
    latitude: float
    longitude: float
    where: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form of a division; `anywhere` is false where it is one only after a name."""

    division: str
    anywhere: bool


@cache
def countries() -> dict[str, Country]:
    """The countries by ISO 3166-1 alpha-3."""
    return {
        iso3: Country(float(latitude), float(longitude), _names(others), _names(demonyms))
        for iso3, latitude, longitude, others, demonyms in read_rows(_PACKAGE, "countries.tsv")
    }


def regions() -> Iterator[Region]:
    """The regions of ours, with what we know better of countries' first divisions."""
    for name, kind, latitude, longitude, where, others in read_rows(_PACKAGE, "regions.tsv"):
        yield Region(
            name, Kind[kind.upper()], float(latitude), float(longitude), where, _names(others)
        )


@cache
def short_forms() -> dict[str, ShortForm]:
    """The short forms of divisions by the letters they are printed in."""
    rows = read_rows(_PACKAGE, "abbreviations.tsv")
    return {form: ShortForm(division, where == "anywhere") for form, division, where in rows}


@cache
def weights(task: str) -> dict[str, float]:
    """The weights of the features for "recognition" or "resolution", by the feature's name."""
    return read_weights(_PACKAGE, f"{task}_weights.tsv")


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split(";") if name)
