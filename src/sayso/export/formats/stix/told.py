"""What one report tells, as STIX objects."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.formats.codes import two_letter_country
from sayso.export.formats.iris import address, page
from sayso.export.formats.stix.objects import (
    Object,
    confidence,
    identifier,
    labels,
    made,
    published,
    reference,
    stamp,
)
from sayso.export.formats.voices import Voices, title
from sayso.export.happening import how_many, parties
from sayso.export.signs import HELD
from sayso.export.telling import one_line, published_by
from sayso.model import (
    Actor,
    ActorKind,
    Event,
    EventPlace,
    Place,
    Reading,
    Relation,
    Report,
    Statement,
    Status,
)

_CLASSES = {
    ActorKind.PERSON: "individual",
    ActorKind.ORGANISATION: "organization",
    ActorKind.GOVERNMENT: "organization",
    ActorKind.SECURITY_FORCES: "organization",
    ActorKind.ARMED_GROUP: "group",
    ActorKind.MEDIA: "organization",
    ActorKind.PUBLIC: "class",
    ActorKind.OTHER: "unknown",
}


def reading_objects(reading: Reading, placed: set[str]) -> Iterator[Object]:
    """The objects of what a report tells, then the report, which refers to all of them.

    Each place is one object, with the first report that names it; `placed` are those there already.
    """
    telling = _Telling(reading)
    refers = []
    for each in telling.objects():
        refers.append(each["id"])
        if each["type"] != "location" or str(each["id"]) not in placed:
            yield each
        if each["type"] == "location":
            placed.add(str(each["id"]))
    yield _report(reading.report, list(dict.fromkeys(refers)))


def authors_of(report: Report) -> list[str]:
    """Those whose word is the author's: by name, else who published it."""
    return [*report.authors] or [published_by(report)]


def _report(report: Report, refers: list[object]) -> Object:
    return made(
        "report",
        report.id,
        report,
        name=title(report),
        published=stamp(published(report)),
        lang=report.language,
        object_refs=refers,
        external_references=[_source(report)],
    )


def _source(report: Report) -> dict[str, object]:
    told = reference(report.id, report.publisher or "sayso")
    if url := address(report):
        told["url"] = url
    if page(report.uri):
        told["hashes"] = {"SHA-256": report.sha256}
    return told


class _Telling:
    """What a reading tells, as objects."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._report = reading.report
        self._voices = Voices(reading)

    def objects(self) -> Iterator[Object]:
        """The objects, those before that others refer to; the author is always among them."""
        reading = self._reading
        yield self._author()
        yield from map(self._identity, reading.actors)
        yield from (self._location(one) for one in reading.places if _placed(one))
        yield from (self._note(one) for one in reading.statements if one.depth)
        yield from map(self._event, reading.events)
        yield from map(self._tie, reading.relations)

    def _author(self) -> Object:
        report = self._report
        return made(
            "identity",
            f"{report.id} author",
            report,
            name=", ".join(authors_of(report)),
            identity_class="individual" if len(report.authors) == 1 else "unknown",
            labels=["author"],
            external_references=[reference(report.id)],
        )

    def _identity(self, actor: Actor) -> Object:
        return made(
            "identity",
            actor.id,
            self._report,
            name=actor.name,
            identity_class=_CLASSES[actor.kind],
            roles=list(actor.roles),
            labels=labels(kind=actor.kind, country=actor.country),
        )

    def _location(self, place: Place) -> Object:
        return made(
            "location",
            _place_key(place),
            self._report,
            name=place.name,
            latitude=place.latitude,
            longitude=place.longitude,
            country=two_letter_country(place.country),
            labels=labels(precision=place.precision),
            external_references=[_gazetteer(place)],
        )

    def _note(self, said: Statement) -> Object:
        return made(
            "note",
            said.id,
            self._report,
            abstract=f"{self._voices.heard(said.id)}: {said.act}",
            content=one_line(said.content) or said.id,
            authors=[self._voices.who(said.id)],
            object_refs=[self._speaker(said.id)],
            lang=self._report.language,
            confidence=confidence(said.score),
            labels=labels(
                act=said.act,
                stance=said.stance,
                polarity=said.polarity,
                certainty=said.certainty,
                quote=said.quote,
                said_at=said.said_at.value if said.said_at else None,
            ),
        )

    def _event(self, event: Event) -> Object:
        taking_part = [one.actor for one in (*event.actors, *event.recipients) if one.actor]
        refers = [identifier("identity", actor) for actor in taking_part]
        if event.place and _placed(event.place):
            refers.append(identifier("location", _place_key(event.place)))
        return self._told(
            event,
            content=self._deed(event),
            object_refs=list(dict.fromkeys(refers)) or [self._speaker(event.statement)],
            labels=labels(
                event=event.code, mode=event.mode, context=event.context, status=event.status
            ),
        )

    def _deed(self, event: Event) -> str:
        told = [
            parties(event, self._voices.names),
            how_many(event),
            event.place.name if event.place else None,
            event.time.value if event.time else None,
        ]
        first = f"{event.code} ({event.status}): {one_line([event.trigger])}"
        return "; ".join([first, *filter(None, told)])

    def _tie(self, tie: Relation) -> Object:
        """A tie; one that is not told to hold is a note on its two ends."""
        ends = identifier("identity", tie.from_), identifier("identity", tie.to)
        told = labels(relation=tie.kind, status=tie.status)
        if tie.status not in HELD:
            names = f"{self._voices.names[tie.from_]} → {self._voices.names[tie.to]}"
            content = f"{tie.kind} ({tie.status}): {names}"
            return self._told(tie, content=content, object_refs=[*dict.fromkeys(ends)], labels=told)
        over = tie.status is Status.HISTORICAL
        return made(
            "relationship",
            tie.id,
            self._report,
            relationship_type=tie.kind.replace("_", "-"),
            description=f"{self._on_whose_word(tie.statement)} [{one_line(tie.spans)}]",
            source_ref=ends[0],
            target_ref=ends[1],
            stop_time=stamp(published(self._report)) if over else None,
            confidence=confidence(tie.score),
            labels=told,
        )

    def _told(self, record: Event | Relation, **properties: object) -> Object:
        """A note of what is told on somebody's word."""
        return made(
            "note",
            record.id,
            self._report,
            abstract=self._on_whose_word(record.statement),
            authors=[self._voices.who(record.statement)],
            lang=self._report.language,
            confidence=confidence(record.score),
            **properties,
        )

    def _speaker(self, statement: str) -> str:
        actor = self._voices.actor(statement)
        return identifier("identity", actor or f"{self._report.id} author")

    def _on_whose_word(self, statement: str) -> str:
        said = self._voices.statements[statement]
        return f"{self._voices.heard(statement)}: {one_line(said.content)}"


def _placed(place: Place | EventPlace) -> bool:
    """Whether a place is at a known spot, as far as a location has to be."""
    return place.latitude is not None and place.longitude is not None


def _gazetteer(place: Place) -> dict[str, object]:
    if place.geonameid is None:
        return reference(place.name)
    return reference(str(place.geonameid), "GeoNames")


def _place_key(place: Place | EventPlace) -> str:
    return f"{place.geonameid} {place.name} {place.latitude} {place.longitude}"
