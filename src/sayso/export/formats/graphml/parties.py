"""The actors of all reports, those of one name and kind taken for one party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.model import Actor
from sayso.model.parties import party_id


@dataclass(slots=True)
class Party:
    """Actors of one name and kind: what is known of one of them, and how often they are named."""

    id: str
    kind: str
    names: Counter[str] = field(default_factory=Counter)
    countries: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    mentions: int = 0

    @property
    def name(self) -> str:
        """The name that the most reports have for it."""
        return min(self.names, key=lambda name: (-self.names[name], name))

    @property
    def reports(self) -> int:
        """In how many reports it is named; an actor belongs to one."""
        return self.names.total()

    def add(self, actor: Actor) -> None:
        """Take `actor` for this party."""
        self.names[actor.name] += 1
        self.countries |= {actor.country} if actor.country else set()
        self.roles.update(actor.roles)
        self.mentions += len(actor.mentions)


def parties(actors: Iterable[Actor]) -> Iterator[Party]:
    """The parties that `actors` are, by id; all of them are in memory."""
    found: dict[str, Party] = {}
    for actor in actors:
        name = party_id(actor.kind, actor.name)
        found.setdefault(name, Party(name, actor.kind)).add(actor)
    for name in sorted(found):
        yield found[name]
