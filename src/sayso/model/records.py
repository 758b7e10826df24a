"""The nouns of the ledger, as frozen records.

Field names and meanings are the record contract that every output keeps: the same names stand
in the database, in the JSON and in the documentation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from sayso.model.source_map import SourceMap
from sayso.model.spans import Span
from sayso.model.vocabulary import (
    About,
    Act,
    ActorKind,
    Certainty,
    Clash,
    Counted,
    EventType,
    JudgementKind,
    LinkKind,
    PlacePrecision,
    Polarity,
    PublishedFrom,
    Quote,
    RelationKind,
    SourceKind,
    Stance,
    Standing,
    Status,
    TimePrecision,
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Stated:
    """Where an input states a field of its report: `meta og:title`, `json-ld datePublished`."""

    field: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One publication of one text.

    `published` and `updated` are ISO 8601 or EDTF dates; `retrieved` is an ISO 8601 instant in UTC
    (for a local file, when it was last written); `reader` the name and version of what made the
    rows, null until the report is read. `canonical_url` is the address that a page gives itself,
    `credits` are the agencies that it credits, `dateline` the words at the head of the text that
    tell from where and when it was filed. What was not found is null, or empty for `authors` and
    `credits`. `stated` tells where each of these was found, by the name of the field.
    `source_map` leads every offset of `text` back to the raw bytes or the page.
    """

    id: str
    sha256: str
    media_type: str
    uri: str | None
    retrieved: str | None
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    language: str | None
    published: str | None
    published_from: PublishedFrom | None
    text: str
    reader: str | None = None
    updated: str | None = None
    canonical_url: str | None = None
    credits: tuple[str, ...] = ()
    dateline: Span | None = None
    stated: tuple[Stated, ...] = ()
    source_map: SourceMap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whose word a statement is: the words that name it, and who that is after coreference."""

    spans: tuple[Span, ...]
    kind: SourceKind
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that signal the attribution: "said", "denied", "according to"."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAt:
    """When a statement was made: the words, and their value as EDTF."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many were killed, injured, arrested …: a range, null where it has no end.

    "At least 15" is from 15 to null, "dozens" from 24 to 99: docs/events.md has the table.
    """

    span: Span
    of: Counted
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody's word: a source, a cue and a content, each quoted in place.

    `cue` is null for the author's own voice. `parent` is the innermost statement in whose
    content this one stands; `depth` is 0 for the author, else the parent's depth + 1.
    `quantities` are the numbers of killed, injured … that its own words tell, whatever the event.
    `score` is a probability between 0 and 1.
    """

    id: str
    report: str
    span: Span
    source: Source
    cue: Cue | None
    content: tuple[Span, ...]
    act: Act
    stance: Stance
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Span, ...]
    quote: Quote
    parent: str | None
    depth: int
    said_at: SaidAt | None
    score: float
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Passage:
    """Words of a report, in place."""

    report: str
    start: int
    end: int
    text: str

    @classmethod
    def of(cls, report: str, span: Span) -> Self:
        """The words at `span` of `report`."""
        return cls(report=report, start=span.start, end=span.end, text=span.text)

    @property
    def span(self) -> Span:
        """The words, as a span of their report."""
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention(Passage):
    """One place where a report speaks of an actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, group, institution or outlet.

    `country` is an ISO 3166-1 alpha-3 code; `roles` are PLOVER sector codes.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that a report names, and which one of GeoNames it is.

    `name` is the name GeoNames gives it, or the report's own words when it was not resolved: then
    `geonameid`, `latitude`, `longitude` (degrees, WGS 84), `country` (ISO 3166-1 alpha-3) and
    `precision` are null. A region that no gazetteer lists by an id may have coordinates without
    one.
    """

    id: str
    report: str
    span: Span
    name: str
    geonameid: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: PlacePrecision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression, resolved against the day its report was published.

    `value` is EDTF (ISO 8601-2), for a length an ISO 8601 duration, for a set an ISO 8601
    repetition (`R/P1D`); null when it cannot be known.
    """

    id: str
    report: str
    span: Span
    value: str | None
    precision: TimePrecision


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A statement on a claim, its source's stance to the claim's gist, and the words for it.

    `spans` are the pieces of the statement's content that bear on the claim.
    """

    statement: str
    stance: Stance
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Statements on a claim that come from one source, and why they count as one."""

    id: str
    statements: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, with everybody's word on it.

    `gist` are words of one of the members, as they stand at `gist_at`. `origins` are those of the
    members that affirm it, or, where none does, of those that deny it. Two unnamed sources may or
    may not be one: `fewest_origins` and `most_origins` are the ends of what the words allow.
    """

    id: str
    gist: str
    gist_at: Passage
    about: About
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    fewest_origins: int
    most_origins: int
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two records, with its reason and the words on both sides.

    `from_` is called `from` in all output. `score` is a probability between 0 and 1. `clash` tells
    in what two statements contradict each other, null for other links; a correction leads from
    what replaces to what is replaced.
    """

    id: str
    kind: LinkKind
    from_: str
    to: str
    score: float
    reason: str
    evidence: tuple[Passage, ...]
    clash: Clash | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided about the record `target`.

    `by` is the person, `at` an ISO 8601 instant in UTC. `claim` is the claim that a statement was
    held against, null for all judgements but marks in a matrix of competing hypotheses.
    """

    id: str
    target: str
    by: str
    at: str
    kind: JudgementKind
    value: str | None
    note: str | None
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """What was not recorded, at which stage, and why."""

    id: str
    input: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report and everything that was read in it."""

    report: Report
    statements: tuple[Statement, ...]
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]


Record = (
    Report | Statement | Event | Relation | Actor | Claim | Link | Judgement | Place | Time | Reject
)
