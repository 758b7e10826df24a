"""What is counted of parties, as rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.ledger.columns import Row
from sayso.model import Act, EventType, Reading, Stance
from sayso.model.parties import name_key, party_id

COUNTED = ("actors", "said", "denied", "acted", "befell", "accused")


@dataclass(slots=True)
class Tally:
    """Actors of one kind and name, and what is counted of them."""

    kind: str
    names: Counter[str] = field(default_factory=Counter)
    countries: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, country: str | None, counts: Mapping[str, int]) -> None:
        """Take an actor for one of them."""
        self.names[name] += 1
        self.countries |= {country} if country else set()
        self.counts.update({"actors": 1, **counts})

    @property
    def of_whom(self) -> tuple[Counter[str], set[str]]:
        """What they are called, and where they are from."""
        return self.names, self.countries

    @property
    def name(self) -> str:
        """The name that the most of them have."""
        return min(self.names, key=lambda name: (-self.names[name], name))


def party_row(party: str, tally: Tally) -> Row:
    """The row of the party of all that is in `tally`."""
    counts = {name: tally.counts[name] for name in COUNTED}
    return {
        "id": party,
        "name": tally.name,
        "called": name_key(tally.name),
        "kind": tally.kind,
        "countries": " ".join(sorted(tally.countries)),
        **counts,
        "weight": sum(counts[name] for name in ("said", "acted", "befell")),
    }


def tallies(*readings: Reading) -> Mapping[str, Tally]:
    """The parties of readings, with what these have of each."""
    found: dict[str, Tally] = {}
    for reading in readings:
        counts = _counts(reading)
        for actor in reading.actors:
            party = party_id(actor.kind, actor.name)
            tally = found.setdefault(party, Tally(actor.kind.value))
            tally.add(actor.name, actor.country, counts[actor.id])
    return found


def _counts(reading: Reading) -> Mapping[str, Counter[str]]:
    """What each actor of a reading says and does, and what is done to him, by his id."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in reading.statements:
        if one.source.actor is not None:
            denied = one.act is Act.DENY and one.stance is Stance.DENIES
            found[one.source.actor].update({"said": 1, "denied": int(denied)})
    for event in reading.events:
        accused = int(event.code is EventType.ACCUSE)
        for actor in {one.actor for one in event.actors if one.actor}:
            found[actor]["acted"] += 1
        for actor in {one.actor for one in event.recipients if one.actor}:
            found[actor].update({"befell": 1, "accused": accused})
    return found
