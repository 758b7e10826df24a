"""Assertions about events, made up for tests: only what a test says of them differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.links.assertions import Assertion, Count, Happening, Spot, Stretch
from sayso.links.assertions.words import stems_of
from sayso.links.entity import Entity
from sayso.model import About, Act, ActorKind, Counted, EventType, SourceKind, Span, Stance, Status

STORY = frozenset(("Karven", "Silo", "terminal", "blast"))


def person(name: str) -> Entity:
    return Entity(name=name, kind=ActorKind.PERSON, country=None, named=True)


def group(name: str) -> Entity:
    return Entity(name=name, kind=ActorKind.ARMED_GROUP, country=None, named=True)


def described(phrase: str) -> Entity:
    return Entity(name=phrase, kind=ActorKind.OTHER, country=None, named=False)


def spot(
    name: str, north: float, east: float, precision: str = "town", country: str = "KAR"
) -> Spot:
    return Spot(
        name=name,
        geonameid=None,
        latitude=north,
        longitude=east,
        country=country,
        precision=precision,
    )


def day(first: str, last: str | None = None) -> Stretch:
    return Stretch(first=first, last=last or first)


def count(of: Counted, low: int | None, high: int | None) -> Count:
    return Count(of=of, low=low, high=high, span=Span(0, 1, "x"))


def event(words: str, trigger: str, report: str = "r-1", **parts: Any) -> Assertion:
    """An assertion of `words`, whose event is told by `trigger`.

    `parts` are fields of the happening, or of the assertion.
    """
    start = words.index(trigger)
    happening = Happening(
        event=f"e-{report}-{words}",
        trigger=Span(start, start + len(trigger), trigger),
        stem=trigger,
        code=EventType.ASSAULT,
        mode=None,
        status=Status.REPORTED,
        actors=(),
        recipients=(),
        place=None,
        when=None,
        counts=(),
    )
    own = {name: parts.pop(name) for name in list(parts) if name in Happening.__slots__}
    span = Span(0, len(words), words)
    told = Assertion(
        id=f"n-{report}-{words}",
        report=report,
        statement=f"s-{report}-{words}",
        about=About.EVENT,
        spans=(span,),
        stance=Stance.AFFIRMS,
        act=Act.SAY,
        negative=False,
        source=None,
        source_kind=SourceKind.AUTHOR,
        outlet=None,
        published=None,
        stems=stems_of([span]),
        happening=replace(happening, **own),
        story=STORY,
    )
    return replace(told, **parts)
