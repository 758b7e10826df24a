"""What a dossier is about, and what of a ledger is on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.claims import Readings
from sayso.export.dossier.stretches import Stretches
from sayso.export.quoting import Quoting
from sayso.ledger import ActorQuery, ClaimQuery, Ledger, PlaceQuery, StatementQuery
from sayso.model import Claim, Event, Place, Reading, Relation, Span, Stance, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What is searched for; what is not given sets no condition.

    `words`: all of them stand in what is said, as a `StatementQuery` takes them, or they are part
    of the name of who says it or is spoken of. `actor`: part of such a name. `place`: part of the
    name of a place in what is said. `since`, `until`: the first and last date of publication.
    """

    words: str | None = None
    actor: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is on a topic: statements, events and relations by report and place, claims by weight.

    The events and relations are those that these statements tell, the places those that they name.
    """

    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    places: tuple[Place, ...]
    claims: tuple[Claim, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that have these statements, by publication."""
        return tuple(dict.fromkeys(one.report for one in self.statements))


def find(ledger: Ledger, quoting: Quoting, topic: Topic) -> Found:
    """What `ledger` has on `topic`."""
    ids: dict[str, set[str]] = defaultdict(set)
    for report, statement in _Finding(ledger, quoting.readings, topic).statements():
        ids[report].add(statement)
    told = [_told(quoting.readings.reading(report), ids[report]) for report in sorted(ids)]
    told.sort(key=lambda one: quoting.order(one.statements[0]))
    return Found(
        statements=tuple(each for one in told for each in one.statements),
        events=tuple(each for one in told for each in one.events),
        relations=tuple(each for one in told for each in one.relations),
        places=tuple(each for one in told for each in one.places),
        claims=_claims(ledger, topic),
    )


def _told(reading: Reading, ids: set[str]) -> Found:
    """What the statements of one report with these ids tell."""
    statements = tuple(one for one in reading.statements if one.id in ids)
    contents = Stretches(span for one in statements for span in one.content)
    return Found(
        statements=statements,
        events=tuple(one for one in reading.events if one.statement in ids),
        relations=tuple(one for one in reading.relations if one.statement in ids),
        places=tuple(one for one in reading.places if contents.around(one.span)),
        claims=(),
    )


_Ids = set[tuple[str, str]]
"""Statements, by the ids of their reports and their own."""


@dataclass(frozen=True, slots=True)
class _Finding:
    ledger: Ledger
    readings: Readings
    topic: Topic

    def statements(self) -> _Ids:
        """The statements that meet every condition."""
        topic = self.topic
        conditions = [
            *([self._with_words(topic.words)] if topic.words else ()),
            *([self._naming(topic.actor)] if topic.actor else ()),
            *([self._at(topic.place)] if topic.place else ()),
        ] or [self._query()]
        return set.intersection(*conditions)

    def _with_words(self, words: str) -> _Ids:
        return self._query(text=words) | self._naming(words)

    def _naming(self, name: str) -> _Ids:
        """Those whose source is so called, or that speak of somebody so called."""
        spots = defaultdict(list)
        query = ActorQuery(name=name, since=self.topic.since, until=self.topic.until)
        for actor in self.ledger.actors(query):
            for mention in actor.mentions:
                spots[mention.report].append(mention.span)
        return self._query(source=name) | set(self._around(spots))

    def _at(self, place: str) -> _Ids:
        spots = defaultdict(list)
        query = PlaceQuery(name=place, since=self.topic.since, until=self.topic.until)
        for one in self.ledger.places(query):
            spots[one.report].append(one.span)
        return set(self._around(spots))

    def _around(self, spots: dict[str, list[Span]]) -> Iterator[tuple[str, str]]:
        for report, spans in spots.items():
            there = Stretches(spans)
            for statement in self.readings.reading(report).statements:
                if any(map(there.any_inside, statement.content)):
                    yield report, statement.id

    def _query(self, text: str | None = None, source: str | None = None) -> _Ids:
        query = StatementQuery(
            text=text, source=source, since=self.topic.since, until=self.topic.until
        )
        return {(one.report, one.id) for one in self.ledger.statements(query)}


def _claims(ledger: Ledger, topic: Topic) -> tuple[Claim, ...]:
    """The claims on `topic`, those first on whose weaker side most statements are."""
    asked = [(topic.words, topic.actor)]
    if topic.words and not topic.actor:
        asked.append((None, topic.words))
    found = {
        claim.id: claim
        for words, actor in asked
        for claim in ledger.claims(
            ClaimQuery(
                text=words,
                actor=actor,
                place=topic.place,
                since=topic.since,
                until=topic.until,
            )
        )
    }
    return tuple(sorted(found.values(), key=_weight))


def _weight(claim: Claim) -> tuple[int, int, str]:
    sides = [
        sum(one.stance is side for one in claim.members) for side in (Stance.AFFIRMS, Stance.DENIES)
    ]
    return -min(sides), -len(claim.members), claim.id
