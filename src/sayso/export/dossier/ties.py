"""Every word by which one party is told to speak of, act on, deny or be tied to another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sayso.export.dossier.quoting import Quoting
from sayso.export.dossier.topic import Found
from sayso.ledger import Ledger
from sayso.model import (
    Clash,
    Event,
    EventType,
    Reading,
    Relation,
    RelationKind,
    Span,
    Stance,
    Statement,
    Status,
)


class Sign(StrEnum):
    """How one party stands to another in what it does."""

    HOSTILE = "hostile"
    COOPERATIVE = "cooperative"
    NEUTRAL = "neutral"


_COOPERATION = frozenset(
    {
        *(EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE),
        *(EventType.COOPERATE, EventType.AID, EventType.RETREAT),
    }
)
"""The event types that PLOVER counts as verbal or material cooperation."""
_FOR_OR_AGAINST = {
    RelationKind.OPPOSES: Sign.HOSTILE,
    RelationKind.SUPPORTS: Sign.COOPERATIVE,
    RelationKind.ALLIED_WITH: Sign.COOPERATIVE,
}
"""The sign of relations; the rest are neither for nor against anybody."""
_HELD = frozenset({Status.REPORTED, Status.ONGOING, Status.HISTORICAL})
"""The statuses of what is told to be so, or to have been."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTie:
    """One word for a tie from one party to another, by name: the statement, and its words."""

    from_: str
    to: str
    sign: Sign
    kind: str
    statement: Statement
    words: tuple[Span, ...]


def told_ties(ledger: Ledger, quoting: Quoting, found: Found) -> Iterator[ToldTie]:
    """The ties that what was `found` tells of, between parties that have a name."""
    statements = _by_report(found.statements)
    events, relations = _by_report(found.events), _by_report(found.relations)
    for report in found.reports:
        names = quoting.readings.names(report)
        told_by = {one.id: one for one in statements[report]}
        for event in events[report]:
            yield from _acts(names, event, told_by[event.statement])
        for relation in relations[report]:
            yield from _tied(names, relation, told_by[relation.statement])
        yield from _spoken_of(quoting.readings.reading(report), names, statements[report])
    yield from _denials(ledger, quoting, found.statements)


_Told = TypeVar("_Told", Statement, Event, Relation)


def _by_report(told: Iterable[_Told]) -> defaultdict[str, list[_Told]]:
    found = defaultdict(list)
    for one in told:
        found[one.report].append(one)
    return found


def _acts(names: Mapping[str, str], event: Event, statement: Statement) -> Iterator[ToldTie]:
    for one in event.actors:
        for other in event.recipients:
            if one.actor and other.actor and event.status in _HELD:
                yield ToldTie(
                    from_=names[one.actor],
                    to=names[other.actor],
                    sign=_sign(event),
                    kind=event.code.lower(),
                    statement=statement,
                    words=(event.trigger,),
                )


def _sign(event: Event) -> Sign:
    """As PLOVER has it; but asking is not held against anybody, which PLOVER counts as conflict."""
    if event.code is EventType.REQUEST:
        return Sign.NEUTRAL
    return Sign.COOPERATIVE if event.code in _COOPERATION else Sign.HOSTILE


def _tied(names: Mapping[str, str], relation: Relation, statement: Statement) -> Iterator[ToldTie]:
    if relation.status in _HELD:
        yield ToldTie(
            from_=names[relation.from_],
            to=names[relation.to],
            sign=_FOR_OR_AGAINST.get(relation.kind, Sign.NEUTRAL),
            kind=relation.kind.replace("_", " "),
            statement=statement,
            words=relation.spans,
        )


def _denials(
    ledger: Ledger, quoting: Quoting, statements: Iterable[Statement]
) -> Iterator[ToldTie]:
    """Who denies whose word."""
    for link in ledger.links_of(*(one.id for one in statements)):
        if link.clash is Clash.DENIAL:
            ends = [quoting.readings.statement(end) for end in (link.from_, link.to)]
            one, other = sorted(ends, key=lambda each: each.stance is not Stance.DENIES)
            if one.source.spans and (other.source.spans or not other.depth):
                yield ToldTie(
                    from_=quoting.chains.who(one),
                    to=quoting.chains.who(other),
                    sign=Sign.HOSTILE,
                    kind="denies",
                    statement=one,
                    words=one.content,
                )


def _spoken_of(
    reading: Reading, names: Mapping[str, str], said: Iterable[Statement]
) -> Iterator[ToldTie]:
    """Of whom the sources of what was said in a report speak in it, by name."""
    mentions = [(mention.span, actor.id) for actor in reading.actors for mention in actor.mentions]
    mentions.sort()
    starts = [span.start for span, _ in mentions]
    for statement in said:
        source = statement.source.actor
        if source is None:
            continue
        spoken_of = dict(_within(mentions, starts, statement.content))
        for actor, span in sorted(spoken_of.items()):
            if actor != source:
                yield ToldTie(
                    from_=names[source],
                    to=names[actor],
                    sign=Sign.NEUTRAL,
                    kind="speaks of",
                    statement=statement,
                    words=(span,),
                )


def _within(
    mentions: list[tuple[Span, str]], starts: list[int], contents: Iterable[Span]
) -> Iterator[tuple[str, Span]]:
    """The actors that are mentioned in `contents`, with the words; the last mention is last."""
    for content in contents:
        for at in range(bisect_left(starts, content.start), bisect_left(starts, content.end)):
            span, actor = mentions[at]
            if span.end <= content.end:
                yield actor, span
