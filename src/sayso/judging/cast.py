"""Who is who in a reading, as people judged it: actors that are one, and those that are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.model import Actor, Event, Mention, Participant, Reading, Relation, Span, Statement
from sayso.model.ids import actor_id

_Who = Callable[[str, Iterable[Span]], str]
"""Who the actor with an id is now, where these words speak of him."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A mention taken out of the actor `of`, who stands there as `actor` now."""

    of: str
    actor: Actor

    @property
    def span(self) -> Span:
        """Where the mention stands."""
        return self.actor.mentions[0].span


def one_name(merged: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each actor that is one with others, the one of them that all are called by.

    That is the first by id of those that others were merged with, and that were themselves merged
    with no one.
    """
    pairs = sorted(merged)
    others = {other for _, other in pairs}
    called: dict[str, str] = {}
    for together in _together(pairs):
        named = together - others or together
        called |= dict.fromkeys(together, min(named))
    return called


def put_together(
    reading: Reading, merged: Iterable[tuple[str, str]], known: Mapping[str, Actor]
) -> Reading:
    """`reading` with the actors that are one put together.

    They have the name, kind and country of the one they are called by, which `known` has if it is
    an actor of another report. A tie of an actor to itself is left out.
    """
    called = one_name(merged)
    if not any(actor.id in called for actor in reading.actors):
        return reading
    return _merged(reading, called, known)


def _together(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    found: list[set[str]] = []
    for pair in pairs:
        touched = [each for each in found if not each.isdisjoint(pair)]
        found = [each for each in found if each.isdisjoint(pair)]
        found.append(set(pair).union(*touched))
    return found


def taken_apart(reading: Reading, split: Iterable[tuple[str, str]]) -> Reading:
    """`reading` with mentions taken out of actors, each an actor of its own."""
    actors = {actor.id: actor for actor in reading.actors}
    taken = []
    for name, place in sorted(split):
        actor = actors.get(name)
        mention = _mention_at(actor, place) if actor else None
        if actor and mention and len(actor.mentions) > 1:
            left = tuple(one for one in actor.mentions if one != mention)
            actors[name] = replace(actor, mentions=left)
            taken.append(_Taken(name, _alone(actor, mention)))
    if not taken:
        return reading

    def who(actor: str, spans: Iterable[Span]) -> str:
        words = tuple(spans)
        here = (one for one in taken if one.of == actor and any(map(one.span.overlaps, words)))
        found = next(here, None)
        return found.actor.id if found else actor

    everybody = (*actors.values(), *(one.actor for one in taken))
    return replace(_pointing(reading, who), actors=everybody)


def _mention_at(actor: Actor, place: str) -> Mention | None:
    return next((one for one in actor.mentions if f"{one.start}-{one.end}" == place), None)


def _alone(actor: Actor, mention: Mention) -> Actor:
    return Actor(
        id=actor_id(actor.id, mention.span),
        name=" ".join(mention.text.split()),
        kind=actor.kind,
        country=None,
        roles=(),
        mentions=(mention,),
    )


def _merged(reading: Reading, called: Mapping[str, str], known: Mapping[str, Actor]) -> Reading:
    groups: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in reading.actors:
        groups[called.get(actor.id, actor.id)].append(actor)
    kept: dict[str, str] = {}
    actors = []
    for name, together in groups.items():
        stays = next((one for one in together if one.id == name), min(together, key=_by_id))
        kept |= {one.id: stays.id for one in together}
        alone = len(together) == 1 and name == stays.id
        actors.append(stays if alone else _as_one(stays, together, known.get(name, stays)))
    pointed = _pointing(reading, lambda actor, _: kept.get(actor, actor))
    return replace(
        pointed,
        actors=tuple(actors),
        relations=tuple(one for one in pointed.relations if one.from_ != one.to),
    )


def _by_id(actor: Actor) -> str:
    return actor.id


def _as_one(stays: Actor, together: Iterable[Actor], named: Actor) -> Actor:
    mentions = {mention for one in together for mention in one.mentions}
    return replace(
        stays,
        name=named.name,
        kind=named.kind,
        country=named.country,
        roles=named.roles,
        mentions=tuple(sorted(mentions)),
    )


def _pointing(reading: Reading, who: _Who) -> Reading:
    """`reading` with everything pointing at the actors who it is now."""
    return replace(
        reading,
        statements=tuple(_said_by(one, who) for one in reading.statements),
        events=tuple(_done_by(one, who) for one in reading.events),
        relations=tuple(_tying(one, who) for one in reading.relations),
    )


def _said_by(one: Statement, who: _Who) -> Statement:
    actor = one.source.actor
    if actor is None:
        return one
    return replace(one, source=replace(one.source, actor=who(actor, one.source.spans)))


def _done_by(one: Event, who: _Who) -> Event:
    return replace(
        one,
        actors=tuple(_taking_part(one.actors, who)),
        recipients=tuple(_taking_part(one.recipients, who)),
    )


def _taking_part(participants: Iterable[Participant], who: _Who) -> Iterator[Participant]:
    for one in participants:
        yield replace(one, actor=who(one.actor, (one.span,))) if one.actor else one


def _tying(one: Relation, who: _Who) -> Relation:
    return replace(one, from_=who(one.from_, ()), to=who(one.to, ()))
