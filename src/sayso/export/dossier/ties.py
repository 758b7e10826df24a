"""Every word by which one party is told to speak of, act on, deny or be tied to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sayso.export.dossier.topic import Found
from sayso.export.quoting import Quoting
from sayso.export.signs import HELD, Sign, sign_of_event, sign_of_relation
from sayso.ledger import Ledger
from sayso.model import (
    Clash,
    Event,
    Reading,
    Relation,
    Span,
    Stance,
    Statement,
)
from sayso.model.spoken import spoken_of


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
            if one.actor and other.actor and event.status in HELD:
                yield ToldTie(
                    from_=names[one.actor],
                    to=names[other.actor],
                    sign=sign_of_event(event),
                    kind=event.code.lower(),
                    statement=statement,
                    words=(event.trigger,),
                )


def _tied(names: Mapping[str, str], relation: Relation, statement: Statement) -> Iterator[ToldTie]:
    if relation.status in HELD:
        yield ToldTie(
            from_=names[relation.from_],
            to=names[relation.to],
            sign=sign_of_relation(relation),
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
    for one in spoken_of(reading, said):
        yield ToldTie(
            from_=names[one.source],
            to=names[one.actor],
            sign=Sign.NEUTRAL,
            kind="speaks of",
            statement=one.statement,
            words=(one.words,),
        )
