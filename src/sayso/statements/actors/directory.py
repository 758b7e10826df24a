"""Known actors by their names, as they were on the day of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from sayso.known import ActorList, KnownActor, shipped_actors
from sayso.model import ActorKind
from sayso.places.keys import key

_Fact = TypeVar("_Fact", bound=Hashable)
_SHORT = 3
"""An acronym of at most so many letters is one in capitals only: "PAN" is not "Pan"."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of an actor beside its name: null and empty where nothing is."""

    kind: ActorKind | None = None
    country: str | None = None
    roles: tuple[str, ...] = ()


class Directory:
    """Known actors, to be found by any of their names; a user's own go before those shipped."""

    def __init__(self, own: ActorList | None, published: str | None) -> None:
        self._lists = (_shipped(),) if own is None else (_own(own), _shipped())
        self._day = published

    def find(self, name: str) -> Identity | None:
        """Who has this name: what all that may be meant by it have in common, null if nobody.

        Roles are those of the day; kind and country are told of other days too.
        """
        filed = key(name)
        for names in self._lists:
            rows = [actor for actor, called in names.get(filed, ()) if _is_meant(called, name)]
            if rows:
                return _shared([row for row in rows if row.holds_on(self._day)], rows)
        return None

    def kind(self, name: str) -> ActorKind | None:
        """The kind of whoever has this name; of no government, whose names are places' too."""
        known = self.find(name)
        kind = known.kind if known is not None else None
        return kind if kind is not ActorKind.GOVERNMENT else None


_Names = Mapping[str, Sequence[tuple[KnownActor, str]]]
"""By the key of a name, the actors that have it, each with the name as its list spells it."""


@cache
def _shipped() -> _Names:
    return _by_name(shipped_actors())


@lru_cache(maxsize=4)
def _own(given: ActorList) -> _Names:
    return _by_name(given.actors)


def _by_name(actors: Iterable[KnownActor]) -> _Names:
    found: dict[str, list[tuple[KnownActor, str]]] = defaultdict(list)
    for actor in actors:
        for called in (actor.name, *actor.aliases):
            found[key(called)].append((actor, called))
    return dict(found)


def _is_meant(called: str, name: str) -> bool:
    """Whether `name` is in capitals where the list's own is a short acronym."""
    letters = called.replace(".", "")
    return len(letters) > _SHORT or not letters.isupper() or name.isupper()


def _shared(valid: Sequence[KnownActor], rows: Sequence[KnownActor]) -> Identity:
    told = valid or rows
    return Identity(
        kind=agreed(row.kind for row in told),
        country=agreed(row.country for row in told),
        roles=agreed(row.roles for row in valid) or (),
    )


def agreed(facts: Iterable[_Fact]) -> _Fact | None:
    """The one fact that all of `facts` are; None if they differ or there are none."""
    different = set(facts)
    return next(iter(different)) if len(different) == 1 else None
