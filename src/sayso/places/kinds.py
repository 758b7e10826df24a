"""What sorts of places there are, and what else a name may be."""

from __future__ import annotations

from enum import IntEnum, IntFlag
from typing import Final

from sayso.model import PlacePrecision


class Kind(IntEnum):
    """What a place of the gazetteer is."""

    COUNTRY = 0
    DIVISION = 1
    """A first-level part of a country: a state, a province, a governorate."""
    DISTRICT = 2
    """A second-level part: a county, a district."""
    TOWN = 3
    """Any settlement but a country's capital."""
    AREA = 4
    """A region that is no division: historical, contested, geographical."""
    CONTINENT = 5
    WATER = 6
    POINT = 7
    """A landmark: a square, a crossing, a mountain, a base."""
    CAPITAL = 8
    """The town that a country is governed from."""


TOWNS: Final = frozenset({Kind.TOWN, Kind.CAPITAL})


PRECISION: Final = {
    Kind.COUNTRY: PlacePrecision.COUNTRY,
    Kind.DIVISION: PlacePrecision.REGION,
    Kind.DISTRICT: PlacePrecision.DISTRICT,
    Kind.TOWN: PlacePrecision.TOWN,
    Kind.AREA: PlacePrecision.REGION,
    Kind.CONTINENT: PlacePrecision.REGION,
    Kind.WATER: PlacePrecision.REGION,
    Kind.POINT: PlacePrecision.POINT,
    Kind.CAPITAL: PlacePrecision.TOWN,
}


class Sense(IntFlag):
    """What a word may be besides a place."""

    GIVEN_NAME = 1
    SURNAME = 2
    WORD = 4
    """A verb, an adjective or an adverb."""
