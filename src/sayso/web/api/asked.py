"""What the lists of the API may be asked: the queries of the ledger, a page at a time."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from sayso.ledger import (
    ActorQuery,
    AnyQuery,
    ClaimQuery,
    EventQuery,
    HitQuery,
    JudgementQuery,
    LinkQuery,
    PlaceQuery,
    RejectQuery,
    RelationQuery,
    ReportQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.model import (
    About,
    Act,
    ActorKind,
    Certainty,
    EventType,
    JudgementKind,
    LinkKind,
    PlacePrecision,
    RelationKind,
    Stance,
    Standing,
    Status,
    TimePrecision,
)
from sayso.web.asking import RecordId, Words

_MOST = 200

Day = Annotated[str, Field(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$")]
Report = Annotated[RecordId | None, Field(description="The id of a report, or how it begins.")]
Since = Annotated[Day | None, Field(description="Published on or after 2024, 2024-03 or a day.")]
Until = Annotated[Day | None, Field(description="Published on or before then.")]
Happened = Annotated[Day | None, Field(description="Of what happened from or until then.")]
Country = Annotated[str | None, Field(description="An ISO 3166-1 alpha-3 code.", max_length=3)]


class Paged(BaseModel):
    """How many records, after which."""

    model_config = ConfigDict(extra="forbid")

    size: Annotated[int, Field(ge=1, le=_MOST, description="Records in a page.")] = 50
    after: Annotated[
        RecordId | None, Field(description="The id of the last record that was seen.")
    ] = None

    def conditions(self) -> dict[str, Any]:
        """What is asked of the records."""
        return self.model_dump(exclude={"size", "after"})


class Reports(Paged):
    """Which reports."""

    title: Words | None = None
    publisher: Words | None = None
    language: Words | None = None
    report: Report = None
    since: Since = None
    until: Until = None
    newest: bool = False


class Statements(Paged):
    """Which statements."""

    act: list[Act] = []
    stance: Stance | None = None
    by_author: bool | None = None
    depth: Annotated[int | None, Field(ge=0)] = None
    report: Report = None
    since: Since = None
    until: Until = None


class Events(Paged):
    """Which events."""

    code: list[EventType] = []
    status: list[Status] = []
    country: Country = None
    report: Report = None
    since: Happened = None
    until: Happened = None


class Relations(Paged):
    """Which relations."""

    kind: list[RelationKind] = []
    status: list[Status] = []
    report: Report = None


class Actors(Paged):
    """Which actors."""

    kind: list[ActorKind] = []
    country: Country = None
    role: Annotated[list[str], Field(description="PLOVER sector codes.")] = []
    resolved: bool | None = None
    report: Report = None
    since: Since = None
    until: Until = None


class Places(Paged):
    """Which places."""

    country: Country = None
    precision: list[PlacePrecision] = []
    resolved: bool | None = None
    report: Report = None
    since: Since = None
    until: Until = None


class Times(Paged):
    """Which times."""

    value: Annotated[Words | None, Field(description="How the EDTF value begins.")] = None
    precision: list[TimePrecision] = []
    resolved: bool | None = None
    report: Report = None
    since: Since = None
    until: Until = None


class Claims(Paged):
    """Which claims."""

    standing: list[Standing] = []
    about: list[About] = []
    text: Annotated[Words | None, Field(description="Words of its members, all of them.")] = None
    min_members: Annotated[int | None, Field(ge=0)] = None


class Links(Paged):
    """Which links."""

    kind: list[LinkKind] = []
    record: Annotated[RecordId | None, Field(description="A record at either end.")] = None
    min_score: Annotated[float | None, Field(ge=0, le=1)] = None


class Judgements(Paged):
    """Which judgements."""

    target: Annotated[RecordId | None, Field(description="The record that was judged.")] = None
    claim: RecordId | None = None
    by: Words | None = None
    kind: list[JudgementKind] = []
    newest: bool = False


class Rejects(Paged):
    """Which rejects."""

    stage: Words | None = None


class Looking(Paged):
    """Which statements are looked for: conditions as the facets of an answer name them."""

    text: Annotated[Words, Field(description='Words, "a phrase", or begin* of words.')] = ""
    source: Annotated[RecordId | None, Field(description="The party that says it.")] = None
    act: Act | None = None
    stance: Stance | None = None
    certainty: Certainty | None = None
    actor: Annotated[RecordId | None, Field(description="A party that takes part.")] = None
    place: Annotated[Words | None, Field(description="The name of a place in it.")] = None
    standing: Annotated[Standing | None, Field(description="Of a claim it is on.")] = None
    report: Report = None
    since: Since = None
    until: Until = None

    def query(self) -> HitQuery:
        """The query for them."""
        return HitQuery(**self.conditions())


LISTS: tuple[tuple[str, type[Paged], type[AnyQuery]], ...] = (
    ("report", Reports, ReportQuery),
    ("statement", Statements, StatementQuery),
    ("event", Events, EventQuery),
    ("relation", Relations, RelationQuery),
    ("actor", Actors, ActorQuery),
    ("place", Places, PlaceQuery),
    ("time", Times, TimeQuery),
    ("claim", Claims, ClaimQuery),
    ("link", Links, LinkQuery),
    ("judgement", Judgements, JudgementQuery),
    ("reject", Rejects, RejectQuery),
)
"""The type of record of each list, what may be asked of it, and the query for that."""
