"""How those who take part in two happenings go together."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Final

from sayso.links.assertions.words import stem
from sayso.links.entity import Entity, name_words, same_entity
from sayso.links.happenings.likeness import Stems, shared
from sayso.model import ActorKind

Parties = tuple[Entity, ...]

_PERSON: Final = "person"
_BODY: Final = "body"
_SORT: Final = {
    ActorKind.PERSON: _PERSON,
    ActorKind.ARMED_GROUP: _BODY,
    ActorKind.GOVERNMENT: _BODY,
    ActorKind.ORGANISATION: _BODY,
    ActorKind.SECURITY_FORCES: _BODY,
}
"""Who can be told apart by name: one person from another, one body from another."""


def common(some: Parties, others: Parties) -> str | None:
    """The name of a party of both sides: the fullest, where there are several."""
    pairs = (pair for pair in product(some, others) if same_entity(*pair))
    names = {each.name for pair in pairs for each in pair}
    return min(names, key=lambda name: (-len(name), name), default=None)


def clash(some: Parties, others: Parties) -> tuple[str, str] | None:
    """The names of a person or a body of each side, where the sides' names share no word.

    A described party ("two gunmen") may be anybody whom the other side names, and a person may have
    acted for a body: these do not clash.
    """
    if not (some and others) or not all(one.named for one in (*some, *others)):
        return None
    if words_of(some) & words_of(others):
        return None
    apart = (pair for pair in product(some, others) if _can_be_told_apart(*pair))
    return min(map(_names_of, apart), default=None)


def _names_of(pair: tuple[Entity, Entity]) -> tuple[str, str]:
    first, second = sorted(one.name for one in pair)
    return first, second


def alike(some: Parties, others: Parties) -> float:
    """How far two sides are told in the same words: "a police officer", "the officer"."""
    return shared(words_of(some), words_of(others)) if some and others else 0.0


@lru_cache(maxsize=16_384)
def words_of(parties: Parties) -> Stems:
    """The stems of the words by which these are told."""
    return frozenset(stem(word) for one in parties for word in name_words(one))


def _can_be_told_apart(one: Entity, other: Entity) -> bool:
    sort = _SORT.get(one.kind)
    return sort is not None and sort == _SORT.get(other.kind) and not same_entity(one, other)
