"""A report written sentence by sentence, with the records that a reader would find in it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Certainty,
    Counted,
    Cue,
    Event,
    EventPlace,
    EventTime,
    EventType,
    Mention,
    Participant,
    Place,
    PlacePrecision,
    Polarity,
    PublishedFrom,
    Quantity,
    Quote,
    Reading,
    Relation,
    RelationKind,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Status,
    Time,
    TimePrecision,
    cover,
)
from sayso.model.ids import (
    actor_id,
    event_id,
    place_id,
    relation_id,
    report_id,
    sha256_hex,
    statement_id,
    time_id,
)

_CUES = {
    "said": (Act.SAY, Stance.AFFIRMS),
    "believed": (Act.BELIEVE, Stance.AFFIRMS),
    "denied": (Act.DENY, Stance.DENIES),
    "doubted": (Act.DOUBT, Stance.UNCERTAIN),
}
_OFTEN = ("said",) * 14 + ("believed", "believed", "denied", "denied", "doubted")
_PLACED = 0.5
_DATED = 0.3
_BROKEN = 0.3
"""So many sentences tell a place, so many a day, so many end a paragraph."""
_WITH_DATE = 0.98


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who speaks and acts in reports."""

    name: str
    kind: ActorKind
    country: str | None
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A place of an invented country."""

    name: str
    geonameid: int
    latitude: float
    longitude: float
    country: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """What may be said: somebody did something, with some number, somewhere."""

    actor: Party
    trigger: str
    code: EventType
    number: int
    words: str
    site: Site


@dataclass(frozen=True, slots=True)
class _Voice:
    """Somebody credited with what follows: where his name and the cue stand."""

    who: Party
    source: Span
    cue: Span


class Writing:
    """A report by one outlet as it is written, and the records of what is written already."""

    def __init__(self, name: str, publisher: str, chance: random.Random) -> None:
        self._chance = chance
        self._publisher = publisher
        self._sha256 = sha256_hex(name.encode())
        self.id = report_id(self._sha256)
        self.published = f"{chance.randint(2021, 2024)}-{chance.randint(1, 12):02}-15"
        self._text = ""
        self._mentions: dict[Party, list[Span]] = {}
        self._statements: list[Statement] = []
        self._events: list[Event] = []
        self._relations: list[tuple[Statement, Party, Span, Party]] = []
        self._places: list[Place] = []
        self._times: list[Time] = []

    def tell(self, told: Proposition, through: Sequence[Party]) -> Statement:
        """Write `told` in the words of the last of `through`, whom the one before him credits."""
        start = len(self._text)
        voices = [self._voice(who) for who in through]
        begin, actor = len(self._text), self._name(told.actor)
        trigger, number = self._write(told.trigger), self._write(str(told.number))
        self._write(told.words)
        place, time = self._place(told.site), self._time()
        end = len(self._text) - 1
        statement = self._spoken(start, voices, Span.of(self._text, begin, end))
        counted = Quantity(span=number, of=Counted.KILLED, low=told.number, high=told.number)
        event = Event(
            id=event_id(self.id, trigger, told.code),
            report=self.id,
            statement=statement.id,
            trigger=trigger,
            code=told.code,
            mode=None,
            context=None,
            actors=(Participant(span=actor, actor=self._actor_id(told.actor)),),
            recipients=(),
            instruments=(),
            place=place,
            time=time,
            status=Status.NEGATED if statement.stance is Stance.DENIES else Status.REPORTED,
            quantities=(counted,) if told.code is EventType.ASSAULT else (),
            score=0.8,
        )
        self._events.append(event)
        self._end()
        return statement

    def tie(self, from_: Party, to: Party) -> None:
        """Write that somebody leads another, on the author's word."""
        start = len(self._text)
        self._name(from_)
        leads = self._write("leads")
        self._name(to)
        said = self._spoken(start, [], Span.of(self._text, start, len(self._text) - 1))
        self._relations.append((said, from_, leads, to))
        self._end()

    def reading(self) -> Reading:
        """Everything that is written."""
        return Reading(
            report=self._report(),
            statements=tuple(self._statements),
            events=tuple(self._events),
            relations=tuple(self._relation(*each) for each in self._relations),
            actors=tuple(self._actor(*each) for each in self._mentions.items()),
            places=tuple(self._places),
            times=tuple(self._times),
        )

    def _voice(self, who: Party) -> _Voice:
        voice = _Voice(who, self._name(who), self._write(self._chance.choice(_OFTEN)))
        self._write("that")
        return voice

    def _spoken(self, start: int, voices: Sequence[_Voice], told: Span) -> Statement:
        """The statements of a sentence, from the author's inwards; the last one of them."""
        statement = self._statement(None, None, Span.of(self._text, start, told.end))
        for number, voice in enumerate(voices, start=1):
            begin = voices[number].source.start if number < len(voices) else told.start
            content = Span.of(self._text, begin, told.end)
            statement = self._statement(statement, voice, content)
        return statement

    def _statement(self, parent: Statement | None, voice: _Voice | None, told: Span) -> Statement:
        source, cue = ((voice.source,), (voice.cue,)) if voice else ((), ())
        act, stance = _CUES[voice.cue.text] if voice else (Act.SAY, Stance.AFFIRMS)
        made = Statement(
            id=statement_id(self.id, source, cue, (told,)),
            report=self.id,
            span=cover(self._text, [*source, *cue, told]),
            source=Source(
                spans=source,
                kind=SourceKind.NAMED if voice else SourceKind.AUTHOR,
                actor=self._actor_id(voice.who) if voice else None,
            ),
            cue=Cue(spans=cue) if voice else None,
            content=(told,),
            act=act,
            stance=stance,
            polarity=Polarity.POSITIVE,
            certainty=Certainty.UNSTATED,
            hedges=(),
            quote=Quote.INDIRECT if voice else Quote.NONE,
            parent=parent.id if parent else None,
            depth=parent.depth + 1 if parent else 0,
            said_at=None,
            score=round(self._chance.uniform(0.3, 1), 3),
        )
        self._statements.append(made)
        return made

    def _report(self) -> Report:
        dated = self._chance.random() < _WITH_DATE
        return Report(
            id=self.id,
            sha256=self._sha256,
            media_type="text/plain",
            uri=f"https://news.example/{self._sha256[:12]}",
            retrieved="2025-01-01T00:00:00Z",
            title=" ".join(self._text.split()[3:12]),
            publisher=self._publisher,
            authors=(),
            language="en",
            published=self.published if dated else None,
            published_from=PublishedFrom.METADATA if dated else None,
            text=self._text,
            reader="benchmark 1",
        )

    def _actor(self, who: Party, named: Sequence[Span]) -> Actor:
        return Actor(
            id=self._actor_id(who),
            name=who.name,
            kind=who.kind,
            country=who.country,
            roles=who.roles,
            mentions=tuple(
                Mention(report=self.id, start=span.start, end=span.end, text=span.text)
                for span in named
            ),
        )

    def _relation(self, said: Statement, from_: Party, leads: Span, to: Party) -> Relation:
        ends = self._actor_id(from_), self._actor_id(to)
        return Relation(
            id=relation_id(self.id, RelationKind.LEADS, ends, (leads,)),
            report=self.id,
            statement=said.id,
            kind=RelationKind.LEADS,
            from_=ends[0],
            to=ends[1],
            spans=(leads,),
            status=Status.REPORTED,
            time=None,
            score=0.7,
        )

    def _place(self, site: Site) -> EventPlace | None:
        if self._chance.random() > _PLACED:
            return None
        self._write("in")
        span = self._write(site.name)
        told = EventPlace(
            span=span,
            name=site.name,
            geonameid=site.geonameid,
            latitude=site.latitude,
            longitude=site.longitude,
            country=site.country,
            precision=PlacePrecision.TOWN,
        )
        self._places.append(Place(id=place_id(self.id, span), report=self.id, **_fields(told)))
        return told

    def _time(self) -> EventTime | None:
        if self._chance.random() > _DATED:
            return None
        self._write("on")
        span = self._write("that day")
        value = f"{self.published[:8]}{self._chance.randint(1, 14):02}"
        told = EventTime(span=span, value=value, precision=TimePrecision.DAY)
        self._times.append(Time(id=time_id(self.id, span), report=self.id, **_fields(told)))
        return told

    def _actor_id(self, who: Party) -> str:
        return actor_id(self.id, self._mentions[who][0])

    def _name(self, who: Party) -> Span:
        words = self._write(who.name)
        self._mentions.setdefault(who, []).append(words)
        return words

    def _write(self, words: str) -> Span:
        start = len(self._text)
        self._text += f"{words} "
        return Span(start, start + len(words), words)

    def _end(self) -> None:
        gap = "\n\n" if self._chance.random() < _BROKEN else "\n"
        self._text = f"{self._text[:-1]}.{gap}"


def _fields(told: EventPlace | EventTime) -> dict[str, Any]:
    return {name: getattr(told, name) for name in told.__slots__}
