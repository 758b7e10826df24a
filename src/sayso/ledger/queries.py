"""Which records are asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import (
    About,
    Act,
    ActorKind,
    Certainty,
    EventType,
    JudgementKind,
    LinkKind,
    PlacePrecision,
    QueryError,
    RelationKind,
    Stance,
    Standing,
    Status,
    TimePrecision,
)

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """How many records are taken."""

    limit: int | None = None

    def __post_init__(self) -> None:
        if self.limit is not None and self.limit < 0:
            raise QueryError(f"the limit is {self.limit}: give 0 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query(Limited):
    """Which reports are looked through."""

    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedQuery(Query):
    """A query that may be narrowed to a time."""

    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        Limited.__post_init__(self)
        for date in (self.since, self.until):
            if date is not None and not _DATE.fullmatch(date):
                raise QueryError(f"{date!r} is no date: give 2024, 2024-03 or 2024-03-05")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportQuery(DatedQuery):
    """Which reports are asked for: those that meet every condition given.

    `title`: part of the title, in any case. `publisher`, `language`: as the reports have them.
    `newest`: the latest report first, not the earliest; those without a date come last either way.
    `report`, `since`, `until` and `limit` are those of `StatementQuery`.

    Raises QueryError when a date or the limit makes no sense.
    """

    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    newest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery(DatedQuery):
    """Which statements are asked for: those that meet every condition given.

    `source`: part of the source's words, of its actor's name or of any mention of that actor,
    in any case. `act`: one act or several. `text`: words of the content, all of them, in any
    case; "a phrase" in double quotes, `begin*` for every word that begins so. `report`: the
    first characters of report ids, or a whole id. `since`, `until`: the first and last date of
    publication, as 2024, 2024-03 or 2024-03-05; reports without a date are left out.
    `by_author`: the author's own word only, or only what others are credited with. `limit`: the
    greatest number of statements.

    Raises QueryError when a date or the limit makes no sense.
    """

    source: str | None = None
    act: Act | Sequence[Act] = ()
    stance: Stance | None = None
    certainty: Certainty | None = None
    text: str | None = None
    depth: int | None = None
    min_score: float | None = None
    by_author: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery(DatedQuery):
    """Which events are asked for: those that meet every condition given.

    `code`, `mode`, `context`, `status`: one or several. `actor`, `recipient`: part of the words for
    somebody on that side, of the actor's name or of any of its mentions, in any case. `place`: part
    of the name or the words of where it happened; `country`: its ISO 3166-1 alpha-3 code. `since`,
    `until`: from when to when it happened, as 2024, 2024-03 or 2024-03-05; what went on for a while
    is found by any part of it, and events without a date are left out. `source`: who says so, and
    `text`: words of what is said so, both of the innermost statement and as in `StatementQuery`.
    `min_score`: a least score. `report` and `limit` are those of `StatementQuery`.

    Raises QueryError when a date or the limit makes no sense.
    """

    code: EventType | Sequence[EventType] = ()
    mode: str | Sequence[str] = ()
    context: str | Sequence[str] = ()
    status: Status | Sequence[Status] = ()
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    country: str | None = None
    source: str | None = None
    text: str | None = None
    min_score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationQuery(Query):
    """Which relations are asked for: those that meet every condition given.

    `kind`, `status`: one or several. `actor`: part of the name or of any mention of the actor on
    either side, in any case. `source`, `text`, `min_score`, `report` and `limit` are those of
    `EventQuery`.

    Raises QueryError when the limit makes no sense.
    """

    kind: RelationKind | Sequence[RelationKind] = ()
    actor: str | None = None
    status: Status | Sequence[Status] = ()
    source: str | None = None
    text: str | None = None
    min_score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceQuery(DatedQuery):
    """Which places are asked for: those that meet every condition given.

    `name`: part of the place's name or of the report's words for it, in any case. `country`: an
    ISO 3166-1 alpha-3 code. `precision`: one or several. `resolved`: only places with
    coordinates, or only those without. `report`, `since`, `until` and `limit` are those of
    `StatementQuery`.

    Raises QueryError when a date or the limit makes no sense.
    """

    name: str | None = None
    country: str | None = None
    precision: PlacePrecision | Sequence[PlacePrecision] = ()
    resolved: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeQuery(DatedQuery):
    """Which times are asked for: those that meet every condition given.

    `text`: part of the report's words, in any case. `value`: the EDTF value or how it begins, so
    2024-03 finds every day of that March, and every stretch that begins in it. `precision`: one
    or several. `resolved`: only times with a value, or only those without. `report`, `since`,
    `until` and `limit` are those of `StatementQuery`.

    Raises QueryError when a date or the limit makes no sense.
    """

    text: str | None = None
    value: str | None = None
    precision: TimePrecision | Sequence[TimePrecision] = ()
    resolved: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorQuery(DatedQuery):
    """Which actors are asked for: those that meet every condition given.

    `name`: part of the actor's name or of any mention, in any case. `kind`: one or several.
    `country`: an ISO 3166-1 alpha-3 code. `role`: PLOVER sector codes, of which the actor has one.
    `resolved`: only actors with a country or a role, or only those with neither. `report`,
    `since`, `until` and `limit` are those of `StatementQuery`.

    Raises QueryError when a date or the limit makes no sense.
    """

    name: str | None = None
    kind: ActorKind | Sequence[ActorKind] = ()
    country: str | None = None
    role: str | Sequence[str] = ()
    resolved: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery(DatedQuery):
    """Which claims are asked for: those that meet every condition given.

    `standing`: one or several. `about`: what sort of proposition, one or several. `text`: words of
    its members, as in `StatementQuery`. `actor`: part of what a member calls its source, or of a
    name of that source or of somebody whom the members' words speak of, in any case; `party`: the
    ids of parties, one of which is that source or somebody spoken of: found faster. `place`: part
    of the name of a place that they name, or where something that they tell of happened, and
    `country` its ISO 3166-1 alpha-3 code. `report`: how the ids of reports begin, of which one has
    a member; `since`, `until`: when one of its reports was published, as in `StatementQuery`.
    `min_members`: a least number of members. `limit`: the greatest number of claims.

    Raises QueryError when a date or the limit makes no sense.
    """

    standing: Standing | Sequence[Standing] = ()
    about: About | Sequence[About] = ()
    text: str | None = None
    actor: str | None = None
    party: str | Sequence[str] | None = None
    place: str | None = None
    country: str | None = None
    min_members: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkQuery(Query):
    """Which links are asked for: those that meet every condition given.

    `kind`: one or several. `record`: the id of a record at either end. `report`: how the ids of
    reports begin, of which one, or a record read in it, is at either end. `min_score`: a least
    score. `limit`: the greatest number of links.

    Raises QueryError when the limit makes no sense.
    """

    kind: LinkKind | Sequence[LinkKind] = ()
    record: str | None = None
    min_score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementQuery(Limited):
    """Which judgements are asked for: those that meet every condition given.

    `target`: the id of the record that was judged; `claim`: that of the claim that a statement was
    held against; `by`: who decided; `kind`; of target, claim and kind one or several. `newest`: the
    latest first. `limit`: the greatest number of judgements.

    Raises QueryError when the limit makes no sense.
    """

    target: str | Sequence[str] | None = None
    claim: str | Sequence[str] | None = None
    by: str | None = None
    kind: JudgementKind | Sequence[JudgementKind] = ()
    newest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectQuery(Limited):
    """Which rejects are asked for: those of one `stage`, if it is given.

    `limit`: the greatest number of rejects. Raises QueryError when it makes no sense.
    """

    stage: str | None = None
