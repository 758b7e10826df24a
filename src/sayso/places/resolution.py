"""Which of the places of one name is meant: the one with the highest sum of its features' weights.

A name stands for one place in a report. The weights are a table that people can read
(`resolution_weights.tsv`), made by `training/place_weights.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from sayso.places.context import Context, lies_in, square
from sayso.places.gazetteer import Entry
from sayso.places.kinds import TOWNS, Kind

Where = TypeVar("Where")

_FEW: Final = 3
_AMOUNTS: Final = (
    (1e-9, "a hint"),
    (0.2, "a fifth of a name"),
    (0.5, "half a name"),
    (1.0, "a name"),
    (2.0, "two names"),
    (4.0, "four names"),
)
"""From how many names on it is told so: by every row that is reached."""
_STEP: Final = 20
"""Places are told apart by populations that differ by a factor of e², about seven."""


def likeliest(
    entries: Sequence[Entry], told: Iterable[list[str]], weights: Mapping[str, float]
) -> Entry:
    """The likeliest of `entries`, which have these features; of equals the one with most people."""
    sums = [sum(weights.get(name, 0.0) for name in names) for names in told]
    return entries[sums.index(max(sums))]


def features(
    name: str, entries: Sequence[Entry], insides: Sequence[Entry], context: Context
) -> Iterator[list[str]]:
    """What speaks for and against each of the places called `name`.

    `insides` are the places that the report says it lies in.
    """
    for rank, entry in enumerate(entries):
        yield [
            f"kind={entry.kind.name.lower()}",
            f"people={entry.people // _STEP}",
            f"with more people={min(rank, _FEW)}",
            *_by_name(entry, entries),
            *_by_insides(entry, insides),
            *_by_told(name, entry, context),
            *_by_neighbours(name, entry, context),
        ]


def _by_name(entry: Entry, entries: Sequence[Entry]) -> Iterator[str]:
    if entry.other:
        yield f"by another name, people={entry.people // _STEP}"
    if entry.kind in (Kind.DIVISION, Kind.DISTRICT):
        seat = any(e.kind in TOWNS and lies_in(e, entry) for e in entries)
        yield f"kind={entry.kind.name.lower()}, around {'a town of its name' if seat else 'others'}"


def _by_insides(entry: Entry, insides: Sequence[Entry]) -> Iterator[str]:
    if insides:
        within = any(lies_in(entry, whole) for whole in insides)
        yield "lies where told" if within else "lies elsewhere than told"


def _by_told(name: str, entry: Entry, context: Context) -> Iterator[str]:
    own = {e.number for e in context.names.get(name, ())}
    for level, number in (("country", entry.country), ("division", entry.division)):
        if number is not None and number not in own and context.told[number]:
            yield f"{level} told={min(context.told[number], _FEW)}"


def _by_neighbours(name: str, entry: Entry, context: Context) -> Iterator[str]:
    level = entry.kind.name.lower() if entry.kind <= Kind.DIVISION else "place"
    for whole, number, names_in in (
        ("country", entry.country, context.countries),
        ("division", entry.division, context.divisions),
        ("district", entry.district, context.districts),
    ):
        if number is not None:
            for much in _much(names_in, (number,), name):
                yield f"{level}, {much} in the {whole}"
    if entry.kind >= Kind.DISTRICT:
        north, east = square(entry)
        around = [(north + n, east + e) for n in (-1, 0, 1) for e in (-1, 0, 1)]
        yield from (f"{much} nearby" for much in _much(context.squares, around, name))


def _much(
    names_in: Mapping[Where, Mapping[str, float]], places: Iterable[Where], name: str
) -> Iterator[str]:
    """How many other names of the report likely lie in `places`: "half a name", "a name" ..."""
    sure: dict[str, float] = {}
    for place in places:
        for other, chance in names_in.get(place, {}).items():
            sure[other] = sure.get(other, 0.0) + chance
    total = sum(chance for other, chance in sure.items() if other != name)
    return (much for least, much in _AMOUNTS if total >= least)
