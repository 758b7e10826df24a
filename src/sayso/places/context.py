"""What a whole report tells about its places: what lies in what, which countries it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp
from typing import Final, TypeVar

from sayso.places.gazetteer import Entry, Gazetteer
from sayso.places.kinds import Kind
from sayso.places.mentions import Demonym, Mention
from sayso.reader import Document

Where = TypeVar("Where")

_WHOLE: Final = frozenset({Kind.COUNTRY, Kind.DIVISION, Kind.DISTRICT, Kind.AREA})
"""What a town can lie in."""


@dataclass(slots=True)
class Context:
    """The places that a report may speak of.

    `inside` has, by the number of a mention, the places named right behind it that one of its
    own lies in ("Paris, Texas"); `told` counts how often countries and divisions are named,
    countries by their people too. `countries`, `divisions`, `districts` and `squares` have for each
    country, division, district and square of one degree the names that may lie there, and how
    likely that is.
    """

    names: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    inside: dict[int, tuple[Entry, ...]] = field(default_factory=dict)
    told: Counter[int] = field(default_factory=Counter)
    countries: dict[int, dict[str, float]] = field(default_factory=dict)
    divisions: dict[int, dict[str, float]] = field(default_factory=dict)
    districts: dict[int, dict[str, float]] = field(default_factory=dict)
    squares: dict[tuple[int, int], dict[str, float]] = field(default_factory=dict)


def lies_in(entry: Entry, whole: Entry) -> bool:
    """Whether a place lies in another, which is larger."""
    return whole.number != entry.number and whole.number in (
        entry.country,
        entry.division,
        entry.district,
    )


def square(entry: Entry) -> tuple[int, int]:
    """The square of one degree that a place lies in."""
    return int(entry.latitude // 1), int(entry.longitude // 1)


def context_of(
    doc: Document,
    mentions: list[Mention],
    demonyms: Iterable[Demonym],
    gazetteer: Gazetteer,
) -> Context:
    """The context that the `mentions` and `demonyms` of `doc` make."""
    context = Context(
        names={mention.name: mention.entries for mention in mentions if mention.entries}
    )
    for number in range(len(mentions) - 1):
        if whole := _inside(doc, mentions[number], mentions[number + 1]):
            context.inside[number] = whole
    for mention in mentions:
        context.told.update({e.number for e in mention.entries if e.kind <= Kind.DIVISION})
    for demonym in demonyms:
        context.told.update(gazetteer.coded(code).number for code in demonym.countries)
    _spread(context)
    return context


def _inside(doc: Document, mention: Mention, following: Mention) -> tuple[Entry, ...]:
    """What `following` names that a place called as in `mention` lies in, if it stands so.

    Between places of one kind a comma makes a list: "in China, Japan and Korea".
    """
    between = doc.words[mention.run.end : following.run.start]
    if between not in ((",",), (), ("(",), ("in",), (",", "in"), ("of",)):
        return ()
    listed = mention.entries[0].kind if mention.entries else None
    wholes = (e for e in following.entries if e.kind in _WHOLE and e.kind is not listed)
    return tuple(w for w in wholes if any(lies_in(entry, w) for entry in mention.entries))


def _spread(context: Context) -> None:
    """Fill in where the names may lie, by the chance of each of their places to be the one meant.

    Without knowing more, it goes with the square root of its population.
    """
    for name, entries in context.names.items():
        roots = [exp(entry.people / 20) for entry in entries]
        for entry, root in zip(entries, roots, strict=True):
            chance = root / sum(roots)
            if entry.kind is not Kind.COUNTRY:
                _share(context.countries, entry.country, name, chance)
            if entry.kind is not Kind.DIVISION:
                _share(context.divisions, entry.division, name, chance)
            if entry.kind >= Kind.DISTRICT:
                _share(context.squares, square(entry), name, chance)
                _share(context.districts, entry.district, name, chance)


def _share(
    names_in: dict[Where, dict[str, float]], place: Where | None, name: str, chance: float
) -> None:
    if place is not None:
        names = names_in.setdefault(place, {})
        names[name] = names.get(name, 0.0) + chance
