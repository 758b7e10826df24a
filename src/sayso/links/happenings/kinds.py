"""Which words may tell of one happening: "killed", "the dead" and "the massacre"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.links.assertions.assertion import Happening
from sayso.links.assertions.words import FUNCTION_WORDS, stem, words_of
from sayso.model import EventType, Span
from sayso.reader.tables import read_rows

_PACKAGE = __name__.rpartition(".")[0]
_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening: its name, how a reason calls it, and the wider kinds it is one of.

    "A shooting" is one of the attacks, so what one report calls a shooting another may call an
    attack.
    """

    name: str
    called: str
    wider: frozenset[str]


def kinds_of(one: Happening) -> frozenset[Kind]:
    """The kinds that the trigger's words tell, by those of its phrases that have most words."""
    return _kinds(one.code, one.trigger.text.casefold())


def stems_shared(one: Happening, other: Happening) -> frozenset[str]:
    """The stems that both triggers have, but for those of little words: "up" in "blew up"."""
    both = trigger_stems(one.trigger.text.casefold()) & trigger_stems(other.trigger.text.casefold())
    return both - FUNCTION_WORDS if both else both


def wider_kind(one: Happening, other: Happening) -> Kind | None:
    """The kind of one that is wider than a kind of the other: an attack, beside a shooting."""
    some, others = kinds_of(one), kinds_of(other)
    pairs = [(a, b) for a in some for b in others] + [(a, b) for a in others for b in some]
    found = [wide for wide, narrow in pairs if wide.name in narrow.wider]
    return min(found, key=lambda kind: kind.name, default=None)


def may_be_one(one: Happening, other: Happening) -> bool:
    """Whether the words of two happenings may tell of one.

    Words of no kind in the table may where they are the same and told as one type of event.
    """
    some, others = kinds_of(one), kinds_of(other)
    if some or others:
        return bool(some & others) or wider_kind(one, other) is not None
    return one.code is other.code and bool(stems_shared(one, other))


def sorts_of(one: Happening) -> frozenset[str]:
    """What two happenings that may be one share: a kind, a wider kind, else a type and a word."""
    kinds = kinds_of(one)
    if kinds:
        return frozenset(name for kind in kinds for name in (kind.name, *kind.wider))
    stems = trigger_stems(one.trigger.text.casefold()) - FUNCTION_WORDS
    return frozenset(f"{one.code} {each}" for each in stems)


@lru_cache(maxsize=65_536)
def trigger_stems(words: str) -> frozenset[str]:
    """The stems of all words of a trigger: also of "up" in "blew up"."""
    return frozenset(stem(word.lower) for word in words_of([Span(0, len(words), words)]))


@lru_cache(maxsize=65_536)
def _kinds(code: EventType, words: str) -> frozenset[Kind]:
    told = trigger_stems(words)
    found: defaultdict[int, set[Kind]] = defaultdict(set)
    for each in told:
        for phrase, kind in _table().get((code, each), ()):
            if phrase <= told:
                found[len(phrase)].add(kind)
    return frozenset(found[max(found)]) if found else frozenset()


@cache
def _table() -> Mapping[tuple[EventType, str], tuple[tuple[frozenset[str], Kind], ...]]:
    """The phrases of each kind, by the types and each of the stems that they may be found by."""
    table: defaultdict[tuple[EventType, str], set[tuple[frozenset[str], Kind]]] = defaultdict(set)
    for row in read_rows(_PACKAGE, "kinds.tsv"):
        name, types, called, words, wider = (*row, "")[:_COLUMNS]
        kind = Kind(name, called, frozenset(wider.split(", ")) - {""})
        for code, phrase in _pairs(types, words):
            for each in phrase:
                table[code, each].add((phrase, kind))
    return {key: tuple(found) for key, found in table.items()}


def _pairs(types: str, words: str) -> Iterable[tuple[EventType, frozenset[str]]]:
    for phrase in words.split():
        stems = trigger_stems(phrase.replace("_", " "))
        for code in types.split():
            yield EventType(code), stems
