"""What is told beside a text besides who speaks: its events, lasting ties, places and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from sayso.export.telling import one_line
from sayso.model import Event, Place, Reading, Relation, Time
from sayso.web import words
from sayso.web.told import described, when

LayerKind = Literal["event", "tie", "place", "time"]
KINDS: tuple[LayerKind, ...] = get_args(LayerKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A record of a report in a few words, and where its own words begin.

    `name` is what it is, `told` what is known of it, `status` whether it is told to be so.
    """

    kind: LayerKind
    record: Event | Relation | Place | Time
    start: int
    name: str
    told: str
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What of one kind can be shown in a text: how much; `is_on` when a person came for one."""

    kind: LayerKind
    noun: str
    count: int
    is_on: bool


_NOUNS: Mapping[LayerKind, str] = {
    "event": "event",
    "tie": "lasting tie",
    "place": "place",
    "time": "time",
}


def layers_of(asides: tuple[Aside, ...], at: str | None) -> tuple[Layer, ...]:
    """The layers of a report of which these are the `asides`, opened at the record `at`."""
    return tuple(_layer(kind, asides, at) for kind in KINDS)


def _layer(kind: LayerKind, asides: tuple[Aside, ...], at: str | None) -> Layer:
    own = [one.record.id for one in asides if one.kind == kind]
    return Layer(kind=kind, noun=_NOUNS[kind], count=len(own), is_on=at in own)


def asides_of(reading: Reading) -> tuple[Aside, ...]:
    """Everything that is told beside the text of `reading`: kind by kind, as it stands there."""
    names = {actor.id: actor.name for actor in reading.actors}
    found = (*_happening(reading, names), *_setting(reading))
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.start, one.record.id)))


def _happening(reading: Reading, names: Mapping[str, str]) -> Iterator[Aside]:
    for event in reading.events:
        yield _aside("event", event, event.trigger.start, names)
    for tie in reading.relations:
        yield _aside("tie", tie, tie.spans[0].start, names)


def _aside(
    kind: LayerKind, record: Event | Relation, start: int, names: Mapping[str, str]
) -> Aside:
    name, told, status = described(record, names)
    told = ", ".join(filter(None, (told, when(record))))
    return Aside(kind=kind, record=record, start=start, name=name or "", told=told, status=status)


def _setting(reading: Reading) -> Iterator[Aside]:
    for place in reading.places:
        start = place.span.start
        yield Aside(
            kind="place", record=place, start=start, name=place.name, told=_whereabouts(place)
        )
    for time in reading.times:
        name = one_line([time.span])
        told = words.day(time.value) if time.value else "not known when"
        yield Aside(kind="time", record=time, start=time.span.start, name=name, told=told)


def _whereabouts(place: Place) -> str:
    if place.latitude is None or place.longitude is None:
        return "not known where"
    north, east = f"{place.latitude:.2f}", f"{place.longitude:.2f}"
    return ", ".join(filter(None, (place.precision, place.country, f"{north}, {east}")))
