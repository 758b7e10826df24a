"""The table of predicates: which words tell an event, of which type, and what its roles are.

The types and modes are those of PLOVER, the Political Language Ontology for Verifiable Event
Records of the Open Event Data Alliance; rolesets are those of PropBank's frames.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.model import Counted, EventType
from sayso.reader.tables import read_rows

ANY = "*"
"""In a condition: whatever it is."""
DOER = "doer"
DONE_TO = "done-to"
"""The actors and the recipients of the event that a predicate has in its content."""

_COLUMNS = 10
_EMPTY = ("",) * _COLUMNS
"""The last columns of a row, which may be left out."""
_LINKS = frozenset({"of", "by"})
"""Words inside a phrase behind which the noun that decides no longer stands."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must, or must not, stand at a place beside a predicate.

    `place` is one of those of `sayso.events.predicates.beside`, or a preposition. `words` are
    dictionary forms, names of word classes and event types in capitals, or `ANY`.
    """

    place: str
    words: frozenset[str]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Predicate:
    """One row of the table; `type` is None for a word that tells no event in this place.

    `rest` are the words of a phrase besides the one that it is found by: those before it and
    those behind it. `actors`, `recipients` and `instruments` are PropBank roles, prepositions,
    `DOER` and `DONE_TO`. `counted` is what a number of people beside the word counts.
    """

    part: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    conditions: tuple[Condition, ...]
    type: EventType | None
    mode: str | None
    roleset: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    instruments: tuple[str, ...]
    counted: Counted | None


@cache
def predicates() -> Mapping[str, tuple[Predicate, ...]]:
    """The rows, by the dictionary form that each is found by, in the order of the table."""
    rows: defaultdict[str, list[Predicate]] = defaultdict(list)
    for row in read_rows(__package__, "predicates.tsv"):
        head, predicate = _read(row)
        rows[head].append(predicate)
    return {head: tuple(found) for head, found in rows.items()}


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """The classes of words that conditions name, by their names."""
    rows = read_rows(__package__, "word_classes.tsv")
    classes = {name: frozenset(words.split()) for name, words in rows}
    return classes | {"WEAPON": frozenset(weapons())}


@cache
def weapons() -> Mapping[str, str]:
    """The mode of an assault with a weapon, by the weapon's dictionary form."""
    rows = read_rows(__package__, "weapons.tsv")
    return {word: mode for mode, words in rows for word in words.split()}


def _read(row: list[str]) -> tuple[str, Predicate]:
    phrase, part, beside, type_, mode, roleset, *roles = (*row, *_EMPTY)[:_COLUMNS]
    before, head, behind = _deciding(tuple(phrase.split()), part)
    *roles, counted = roles
    actors, recipients, instruments = (tuple(role.split()) for role in roles)
    return head, Predicate(
        part=part,
        before=before,
        behind=behind,
        conditions=tuple(_conditions(beside)),
        type=None if type_ == "none" else EventType(type_),
        mode=mode or None,
        roleset=roleset or None,
        actors=actors,
        recipients=recipients,
        instruments=instruments,
        counted=Counted(counted) if counted else None,
    )


def _deciding(words: tuple[str, ...], part: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """The word that a phrase is found by, between those before and behind it."""
    at = 0
    if part == "n":
        ends = (place for place, word in enumerate(words) if word in _LINKS)
        at = next(ends, len(words)) - 1
    return words[:at], words[at], words[at + 1 :]


def _conditions(beside: str) -> Iterator[Condition]:
    for each in filter(None, map(str.strip, beside.split(";"))):
        place, _, words = each.removeprefix("not ").partition(": ")
        yield Condition(place, frozenset(words.split()), wanted=not each.startswith("not "))
