"""An assertion: one proposition on somebody's word, as far as it can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.links.entity import Entity
from sayso.model import About, Act, Counted, EventType, SourceKind, Span, Stance, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something is: the name, and the place of GeoNames as far as it was resolved.

    `country` is an ISO 3166-1 alpha-3 code, `latitude` and `longitude` are degrees (WGS 84).
    """

    name: str
    geonameid: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """When something was: the first and the last day that it may cover, ISO 8601 (YYYY-MM-DD)."""

    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many: from `low` to `high`, null where it has no end.

    `whom` is the stem of the noun for those counted, null where it leaves open who they were
    ("people", "dead"), or is not asked for.
    """

    of: Counted
    low: int | None
    high: int | None
    span: Span
    whom: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event as it can be compared with another report's."""

    event: str
    trigger: Span
    stem: str
    code: EventType
    mode: str | None
    status: Status
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    place: Spot | None
    when: Stretch | None
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """That somebody is somewhere: "the presence of X in Y", "X's cells in Y"."""

    who: Entity
    where: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whose word something is: who that is where known, how it is given, and in which words."""

    entity: Entity | None
    kind: SourceKind
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What words say, and what they name, count and date, which tells like ones apart.

    `core` are the stems up to where the clause turns to where, when or how ("soldiers unloaded
    crates | at the pier before it blew up"), `details` those from there on, both without words of
    time.
    `names` are the words of names, as keys, also of those whom a pronoun stands for. `numbers` are
    the counts that are told, without those of names ("Silo 4"), days and hours. `when` is the time
    that is given, where it is just one. `negated` are the stems of what a negation says is not so.
    `counts` tell how many were killed, injured, arrested …, where they are not part of more.
    `mishap` are the stems of an accident that is said to have been the cause, or not.
    """

    core: frozenset[str]
    details: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[int]
    when: Stretch | None
    negated: frozenset[str] = frozenset()
    counts: tuple[Count, ...] = ()
    mishap: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One proposition on the word of one statement.

    `spans` are the words that assert it, in place. `stance` is the source's to the proposition put
    positively: "there is no X" affirmed is a denial of X. `stems` are the stems of the content
    words of `spans`, without negations, for comparing by words. `source` is null for the author
    and for sources that no actor stands for; `outlet` is the publication (or credited agency) of
    the report, `published` its day, ISO 8601, both null where not known. Exactly what `about` says
    is given of `happening`, `presence` and `wording`. `negative` tells whether the words of a WORDS
    assertion are themselves a negation.

    `passed_by` are those through whom the report has it, from the one next to the source outwards,
    without the author; `told_to` is the outlet that the source told it to, where that is said, and
    `on_behalf` the body that the source speaks for. `of_before` tells whether it was stated on an
    earlier occasion ("last year, officials said"). `story` are the few stems that tell what the
    report as a whole is about. `told_in` is the statement in whose words the statement stands.
    `not_said_by` is whoever is said not to have said this ("denied that the mayor had said …"): who
    says so takes no stance to it. `telling` are the words that tell so.
    """

    id: str
    report: str
    statement: str
    about: About
    spans: tuple[Span, ...]
    stance: Stance
    act: Act
    negative: bool
    source: Entity | None
    source_kind: SourceKind
    outlet: str | None
    published: str | None
    stems: frozenset[str]
    happening: Happening | None = None
    presence: Presence | None = None
    wording: Wording | None = None
    passed_by: tuple[Voice, ...] = ()
    told_to: Entity | None = None
    on_behalf: Entity | None = None
    of_before: bool = False
    story: frozenset[str] = frozenset()
    told_in: str | None = None
    not_said_by: Entity | None = None
    telling: tuple[Span, ...] = ()

    def __hash__(self) -> int:
        """By its id alone: to hash all that it holds takes longer than most uses of it."""
        return hash(self.id)
