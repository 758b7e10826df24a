"""Rows of tables: a text, and the places that sayso reads in it."""

from __future__ import annotations

from functools import lru_cache

from sayso.model import Place
from sayso.places import read_places
from sayso.reader import load_reader
from tests.samples import report


@lru_cache(maxsize=256)
def places(text: str) -> tuple[Place, ...]:
    return read_places(report(text), load_reader().annotate(text))


def told(text: str) -> dict[str, str]:
    """Each place's words with the name, country and precision that they were resolved to."""
    return {place.span.text: where(place) for place in places(text)}


def where(place: Place) -> str:
    if place.precision is None:
        return "unknown"
    return ", ".join(filter(None, (place.name, place.country, place.precision.value)))
