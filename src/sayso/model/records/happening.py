"""What happened, and what holds, on somebody's word."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.records.statement import Quantity
from sayso.model.spans import Span
from sayso.model.vocabulary import (
    EventType,
    PlacePrecision,
    RelationKind,
    Status,
    TimePrecision,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part in an event: the words that tell of him, and who that is."""

    span: Span
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where an event happened: what the report's Place at the same span says."""

    span: Span
    name: str
    geonameid: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: PlacePrecision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """When something happened or held: what the report's Time at the same span says."""

    span: Span
    value: str | None
    precision: TimePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, when and where, on the word of `statement`.

    `code` is the PLOVER event type, `mode` and `context` as the PLOVER manual defines them.
    `trigger` are the words that tell of the event: they stand in the content of `statement`, and
    in that of no statement inside it. `score` is a probability between 0 and 1.
    """

    id: str
    report: str
    statement: str
    trigger: Span
    code: EventType
    mode: str | None
    context: str | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    instruments: tuple[Span, ...]
    place: EventPlace | None
    time: EventTime | None
    status: Status
    quantities: tuple[Quantity, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A lasting tie from one actor to another, on the word of `statement`.

    `spans` are the words that say so; `from_` is called `from` in all output. `score` is a
    probability between 0 and 1.
    """

    id: str
    report: str
    statement: str
    kind: RelationKind
    from_: str
    to: str
    spans: tuple[Span, ...]
    status: Status
    time: EventTime | None
    score: float
