"""The words that tie two actors: the table `ties.tsv`, which people can read and extend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sayso.model import RelationKind
from sayso.reader import Document
from sayso.reader.tables import read_rows

WHOSE, OBJECT, NAME = "whose", "object", "name"
"""Links that are no prepositions: a possessive, the object of a verb, the name before a noun."""


class Sort(StrEnum):
    """What sort of word tells a tie, and so where its two actors stand; see `ties.tsv`."""

    BEARER = "bearer"
    BOND = "bond"
    PHRASE = "phrase"
    VERB = "verb"
    DONE = "done"
    STATE = "state"
    PREFIX = "prefix"


class Note(StrEnum):
    """What holds of a tie besides; see `ties.tsv`."""

    PERSON = "person"
    GROUP = "group"
    BY_PERSON = "by-person"
    BY_PEOPLE = "by-people"
    PLACE = "place"
    SAID = "said"
    ONCE = "once"
    OVER = "over"
    NOT = "not"
    LASTING = "lasting"


@dataclass(frozen=True, slots=True)
class Tie:
    """One line of the table for one of its words.

    `direction` is `>` from who has the tie to the other actor, `<` the other way round, `=` both.
    """

    sort: Sort
    links: frozenset[str]
    kind: RelationKind
    direction: str
    notes: frozenset[Note]


def ties_at(doc: Document, token: int) -> tuple[Tie, ...]:
    """The ties that the word at `token` may tell, as a part of several words where it can be.

    These are "right hand", looked up at its last word, and "chief of staff", at its first.
    """
    forms = dict.fromkeys((doc.lowers[token], doc.lemmas[token].lower()))
    if _words_of_ties().isdisjoint(forms):
        return ()
    before = doc.lowers[token - 1] if token else ""
    behind = " ".join(doc.lowers[token + 1 : token + 3])
    for word in forms:
        for words in (f"{word} {behind}", f"{before} {word}", word):
            if words in load_ties():
                return load_ties()[words]
    return ()


@cache
def people_of_ties() -> frozenset[str]:
    """The nouns of the table for persons who have a tie."""
    bodies = (RelationKind.PART_OF, RelationKind.CONTROLS)
    return frozenset(
        word.rpartition(" ")[2]
        for word, ties in load_ties().items()
        if any(tie.sort is Sort.BEARER and tie.kind not in bodies for tie in ties)
    )


@cache
def _words_of_ties() -> frozenset[str]:
    """All words of the table: hardly any word of a text is one."""
    return frozenset(word for words in load_ties() for word in words.split())


def phrase_ties(preposition: str, noun: str) -> tuple[Tie, ...]:
    """The ties that a preposition and a noun tell together: "in the pay of"."""
    return load_ties().get(f"{preposition} … {noun}", ())


@cache
def load_ties() -> dict[str, tuple[Tie, ...]]:
    """The ties by their words, each word's in the order of the table; a phrase as "in … pay"."""
    ties: defaultdict[str, list[Tie]] = defaultdict(list)
    for words, *columns in read_rows("sayso.relations", "ties.tsv"):
        tie = _tie(*columns)
        for word in words.split(", "):
            ties[word.replace(" ", " … ") if tie.sort is Sort.PHRASE else word].append(tie)
    return {word: tuple(several) for word, several in ties.items()}


def _tie(sort: str, links: str, kind: str, direction: str, notes: str) -> Tie:
    return Tie(
        sort=Sort(sort),
        links=frozenset(_parts(links, ", ")),
        kind=RelationKind(kind),
        direction=direction,
        notes=frozenset(Note(note) for note in _parts(notes, " ")),
    )


def _parts(column: str, between: str) -> Iterator[str]:
    return (part for part in column.split(between) if part)
