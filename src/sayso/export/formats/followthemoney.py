"""FollowTheMoney entities: reports, actors, ties, deeds and words for investigators' databases.

The model: https://followthemoney.tech/explorer. Actors are those of one report, as in the ledger:
whether two of one name are one is for nomenklatura, or whoever dedupes, to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sayso.export.claims import Readings
from sayso.export.formats.codes import three_letter_language, two_letter_country
from sayso.export.formats.days import first_and_last
from sayso.export.formats.iris import address
from sayso.export.formats.readings import readings
from sayso.export.formats.streamed import write_lines
from sayso.export.formats.voices import Voices
from sayso.export.happening import how_many, parties
from sayso.export.signs import HELD
from sayso.export.telling import file_name, one_line
from sayso.ledger import Ledger
from sayso.model import (
    Actor,
    ActorKind,
    Claim,
    Event,
    EventTime,
    Reading,
    Relation,
    RelationKind,
    Report,
    Statement,
)

Entity = dict[str, object]

_SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.SECURITY_FORCES: "PublicBody",
    ActorKind.ARMED_GROUP: "Organization",
    ActorKind.MEDIA: "Organization",
}
"""What each kind of actor is; the others are legal entities of no known sort."""

_ORGANISATIONS = frozenset(["Organization", "PublicBody", "Company"])

_TIES = {
    RelationKind.MEMBER_OF: ("Membership", "member", "organization"),
    RelationKind.LEADS: ("Directorship", "director", "organization"),
    RelationKind.SPEAKS_FOR: ("Representation", "agent", "client"),
}
_ANY_TIE = ("UnknownLink", "subject", "object")

_LONGEST_NAME = 200
"""Characters of a name that is made of words; the model cuts what has over 384."""


def write_followthemoney(ledger: Ledger, stream: BinaryIO) -> None:
    """Write the reports of `ledger` and what they tell as entities, one a line, then the claims."""
    for reading in readings(ledger):
        write_lines(stream, _entities(reading))
    looked_up = Readings(ledger)
    write_lines(stream, (_claim(claim, looked_up) for claim in ledger.claims()))


def _entities(reading: Reading) -> Iterator[Entity]:
    telling = _Telling(reading)
    yield _article(reading.report)
    for actor in reading.actors:
        yield from telling.actor(actor)
    yield from (telling.note(one) for one in reading.statements if one.depth)
    yield from map(telling.event, reading.events)
    yield from map(telling.tie, reading.relations)


def _entity(record: str, schema: str, /, **properties: Iterable[str | None]) -> Entity:
    """An entity; a property without values is left out, and a value stands once."""
    told = {key: list(dict.fromkeys(filter(None, each))) for key, each in properties.items()}
    return {
        "id": record,
        "schema": schema,
        "properties": {key: each for key, each in told.items() if each},
    }


def _article(report: Report) -> Entity:
    published, _ = first_and_last(report.published)
    updated, _ = first_and_last(report.updated)
    return _entity(
        report.id,
        "Article",
        title=[report.title],
        fileName=[file_name(report)],
        author=report.authors,
        publisher=[report.publisher],
        publishedAt=[published],
        modifiedAt=[updated],
        retrievedAt=[report.retrieved and report.retrieved[:10]],
        sourceUrl=[address(report)],
        mimeType=[report.media_type],
        language=[three_letter_language(report.language)],
        bodyText=[report.text],
        notes=[f"SHA-256 {report.sha256}"],
    )


class _Telling:
    """What a reading tells, as entities."""

    def __init__(self, reading: Reading) -> None:
        self._report = reading.report.id
        self._voices = Voices(reading)
        self._schemata = {actor.id: _schema(actor) for actor in reading.actors}
        self._heard = {one.source.actor for one in reading.statements}

    def actor(self, actor: Actor) -> Iterator[Entity]:
        """An actor, that its report names it, and that it is documented there."""
        schema = self._schemata[actor.id]
        yield _entity(
            actor.id,
            schema,
            name=[_name(actor.name) or actor.id],
            country=[_country(actor.country)],
            classification=actor.roles,
            proof=[self._report],
        )
        yield _entity(
            f"{actor.id}-mention",
            "Mention",
            document=[self._report],
            resolved=[actor.id],
            name=[_name(actor.name) or actor.id],
            detectedSchema=[schema],
        )
        yield _entity(
            f"{actor.id}-documentation",
            "Documentation",
            document=[self._report],
            entity=[actor.id],
            role=["source" if actor.id in self._heard else "mentioned"],
        )

    def note(self, said: Statement) -> Entity:
        """What somebody is credited with."""
        fields = (said.act, said.stance, said.certainty, said.polarity, said.quote)
        names = ("act", "stance", "certainty", "polarity", "quote")
        return _entity(
            said.id,
            "Note",
            name=[_name(f"{self._voices.heard(said.id)}: {said.act}")],
            entity=[said.source.actor],
            description=[one_line(said.content)],
            summary=[one_line([said.span])],
            keywords=[f"{name}:{value}" for name, value in zip(names, fields, strict=True)],
            proof=[self._report],
        )

    def event(self, event: Event) -> Entity:
        """A deed, as it was told: its status stands in its name."""
        taking_part = [one.actor for one in (*event.actors, *event.recipients)]
        place = event.place
        return _entity(
            event.id,
            "Event",
            name=[_name(f"{event.code}, {event.status}: {one_line([event.trigger])}")],
            involved=taking_part,
            location=[place.name if place else None],
            country=[_country(place.country if place else None)],
            **_when(event.time),
            summary=[parties(event, self._voices.names), how_many(event)],
            description=[self._on_whose_word(event.statement)],
            keywords=[event.code, event.mode, event.context, f"status:{event.status}"],
            proof=[self._report],
        )

    def tie(self, tie: Relation) -> Entity:
        """A tie; one that is not told to hold is a note on its two ends."""
        if tie.status not in HELD:
            return self._no_tie(tie)
        schema, one, other = _TIES.get(tie.kind, _ANY_TIE)
        if other == "organization" and self._schemata[tie.to] not in _ORGANISATIONS:
            schema, one, other = _ANY_TIE
        return _entity(
            tie.id,
            schema,
            **{one: [tie.from_], other: [tie.to]},
            role=[tie.kind],
            status=[tie.status],
            recordId=[tie.statement],
            **_when(tie.time),
            **self._words(tie),
        )

    def _no_tie(self, tie: Relation) -> Entity:
        return _entity(
            tie.id,
            "Note",
            name=[_name(f"{tie.kind}, {tie.status}: {self._ends(tie)}")],
            entity=[tie.from_, tie.to],
            keywords=[tie.kind, f"status:{tie.status}"],
            proof=[self._report],
            **self._words(tie),
        )

    def _ends(self, tie: Relation) -> str:
        return f"{self._voices.names[tie.from_]} → {self._voices.names[tie.to]}"

    def _words(self, tie: Relation) -> dict[str, list[str]]:
        return {
            "summary": [one_line(tie.spans)],
            "description": [self._on_whose_word(tie.statement)],
        }

    def _on_whose_word(self, statement: str) -> str:
        said = self._voices.statements[statement]
        return f"{self._voices.heard(statement)}: {one_line(said.content)}"


def _claim(claim: Claim, looked_up: Readings) -> Entity:
    """A claim, as a note on those who hold a stance to it."""
    said = [looked_up.statement(one.statement) for one in claim.members]
    stances = [f"{one.stance} {one.statement}" for one in claim.members]
    return _entity(
        claim.id,
        "Note",
        name=[_name(f"claim, {claim.standing}: {one_line([claim.gist_at.span])}")],
        entity=[one.source.actor for one in said],
        description=[one_line([claim.gist_at.span])],
        summary=[f"origins: {len(claim.origins)}", *stances],
        keywords=["claim", f"standing:{claim.standing}"],
        proof=[one.report for one in said],
    )


def _schema(actor: Actor) -> str:
    if actor.kind is ActorKind.ORGANISATION and "BUS" in actor.roles:
        return "Company"
    return _SCHEMATA.get(actor.kind, "LegalEntity")


def _country(code: str | None) -> str | None:
    short = two_letter_country(code)
    return short and short.lower()


def _when(time: EventTime | None) -> dict[str, list[str | None]]:
    first, last = first_and_last(time.value if time else None)
    return {"date": [first]} if first == last else {"startDate": [first], "endDate": [last]}


def _name(words: str) -> str:
    short = " ".join(words.split())
    return short if len(short) <= _LONGEST_NAME else short[: _LONGEST_NAME - 1] + "…"
