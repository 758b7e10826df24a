"""Every word by which one party is told to speak of, act on, deny or be tied to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sayso.export.claims import Readings
from sayso.export.formats.told import Telling, Word, tellings
from sayso.export.signs import HELD, Sign, sign_of_event, sign_of_relation
from sayso.ledger import Ledger
from sayso.model import (
    Clash,
    Event,
    EventTime,
    Link,
    Reading,
    Relation,
    Span,
    Stance,
    Statement,
    Status,
)
from sayso.model.parties import party_id
from sayso.model.spoken import spoken_of


class Sort(StrEnum):
    """What a tie consists in."""

    SPEECH = "speech"
    DEED = "deed"
    RELATION = "relation"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That one party does something to another or stands to it so, on somebody's word.

    `kind` is `speaks_of`, `denies`, a PLOVER type or a kind of relation; `words` say so. `status`
    and `time` are null for what is said.
    """

    id: str
    from_: str
    to: str
    sort: Sort
    kind: str
    sign: Sign
    words: tuple[Span, ...]
    score: float
    word: Word
    status: Status | None = None
    time: EventTime | None = None

    @property
    def is_held(self) -> bool:
        """Whether it is told to be so, not denied, supposed or to come."""
        return self.status is None or self.status in HELD


def ties(ledger: Ledger) -> Iterator[Tie]:
    """The ties that the reports tell of, report by report, but for those of a party to itself."""
    readings = Readings(ledger)
    for told in tellings(ledger):
        found = (
            *_deeds(told),
            *_relations(told),
            *_speech(told),
            *_denials(told, ledger, readings),
        )
        yield from (tie for tie in found if tie.from_ != tie.to)


def _parties(reading: Reading) -> Mapping[str, str]:
    """The ids of the parties that the actors of a reading are, by theirs."""
    return {actor.id: party_id(actor.kind, actor.name) for actor in reading.actors}


def _deeds(told: Telling) -> Iterator[Tie]:
    party = _parties(told.reading)
    for event in told.reading.events:
        for number, (one, other) in enumerate(_pairs(event)):
            yield Tie(
                id=f"{event.id}-{number}",
                from_=party[one],
                to=party[other],
                sort=Sort.DEED,
                kind=event.code,
                sign=sign_of_event(event),
                words=(event.trigger,),
                score=event.score,
                word=told.word(event.statement, event.trigger),
                status=event.status,
                time=event.time,
            )


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    """Everybody known who acts, with everybody known on whom he does."""
    for one in event.actors:
        for other in event.recipients:
            if one.actor is not None and other.actor is not None:
                yield one.actor, other.actor


def _relations(told: Telling) -> Iterator[Tie]:
    party = _parties(told.reading)
    for relation in told.reading.relations:
        yield _relation(relation, party, told.word(relation.statement, *relation.spans))


def _relation(relation: Relation, party: Mapping[str, str], word: Word) -> Tie:
    return Tie(
        id=relation.id,
        from_=party[relation.from_],
        to=party[relation.to],
        sort=Sort.RELATION,
        kind=relation.kind,
        sign=sign_of_relation(relation),
        words=relation.spans,
        score=relation.score,
        word=word,
        status=relation.status,
        time=relation.time,
    )


def _speech(told: Telling) -> Iterator[Tie]:
    party = _parties(told.reading)
    for one in spoken_of(told.reading, told.reading.statements):
        yield Tie(
            id=f"{one.statement.id}-{one.actor}",
            from_=party[one.source],
            to=party[one.actor],
            sort=Sort.SPEECH,
            kind="speaks_of",
            sign=Sign.NEUTRAL,
            words=(one.words,),
            score=one.statement.score,
            word=told.word(one.statement.id, one.words),
        )


def _denials(told: Telling, ledger: Ledger, readings: Readings) -> Iterator[Tie]:
    """Whose word the sources of a report deny, wherever that stands."""
    here = {one.id: one for one in told.reading.statements if one.source.actor is not None}
    for link in ledger.links_of(*here):
        if link.clash is Clash.DENIAL:
            denying, denied = _sides(link, readings)
            if denying.id in here and denied.source.actor is not None:
                yield _denial(link, told.word(denying.id), denied, readings)


def _sides(link: Link, readings: Readings) -> tuple[Statement, Statement]:
    """The statement that denies, and the one that is denied."""
    one, other = (readings.statement(end) for end in (link.from_, link.to))
    return (one, other) if one.stance is Stance.DENIES else (other, one)


def _denial(link: Link, word: Word, denied: Statement, readings: Readings) -> Tie:
    denying = word.statement
    one, other = (
        _parties(readings.reading(said.report))[said.source.actor or ""]
        for said in (denying, denied)
    )
    return Tie(
        id=link.id,
        from_=one,
        to=other,
        sort=Sort.DENIAL,
        kind="denies",
        sign=Sign.HOSTILE,
        words=denying.content,
        score=link.score,
        word=word,
    )
