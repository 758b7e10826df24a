"""The terms of an assertion: what its words are compared by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import dropwhile, takewhile

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import rarity, stem, stems_of, words_of
from sayso.model import Span
from sayso.reader.tables import read_rows

_MOST = 5.5
"""What a term weighs at most: what is not listed may be rare by chance."""
NAME = 1.0
"""What a word of a name weighs: whom a claim is about says little of what it says."""
_TOLLS = frozenset(("=abduct", "=arrest", "=injure", "=kill"))
"""The concepts of what is counted of people."""
_IN_HAND = 16
"""So many pairs are looked at from several sides before the next comes."""
_DETAIL = 0.5
"""How far a word counts that only tells where, when or how."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms that words come down to: those of names, and all others with their weights.

    `weight` is what the words weigh together, `full_weight` with the names that stand there: not
    those of whom a pronoun stands for.
    """

    weights: Mapping[str, float]
    words: frozenset[str]
    names: frozenset[str]
    weight: float
    full_weight: float


@lru_cache(maxsize=8_192)
def terms_of(assertion: Assertion) -> Terms:
    """The terms of an assertion: its stems and names, a concept in place of each of its words.

    Counts and words of time are left out: they are compared as numbers and times.
    """
    told = assertion.wording
    if told is None:
        return _terms(assertion.stems)
    return _terms(told.core, told.details, told.names, told.numbers)


def told_by(term: str, assertion: Assertion) -> bool:
    """Whether the words of `assertion` have a stem, or another for the same concept."""
    same = concept_of(term)
    return any(concept_of(each) == same for each in assertion.stems)


def concept_of(stem: str) -> str:
    """The concept that a stem stands for, else the stem itself."""
    return _table().concepts.get(stem, stem)


@lru_cache(maxsize=_IN_HAND)
def shared_weight(a: Assertion, b: Assertion) -> float:
    """What the words weigh that both have, names aside."""
    one, other = terms_of(a), terms_of(b)
    both = one.words & other.words
    return sum(one.weights[term] + other.weights[term] for term in both) / 2


def full_shared_weight(a: Assertion, b: Assertion) -> float:
    """What the words and names weigh that both have."""
    return shared_weight(a, b) + NAME * len(terms_of(a).names & terms_of(b).names)


def share_told(one: Assertion, other: Assertion) -> float:
    """How much of the words and names of `one` the other has too, by how rare they are.

    Of bare numbers, which have no words, nothing is missing.
    """
    terms = terms_of(one)
    if not (terms.weights or terms.names):
        return 1.0
    return full_shared_weight(one, other) / max(terms.full_weight, NAME)


def tolls_in(assertion: Assertion) -> frozenset[str]:
    """The terms of what may have happened to as many as are counted: killed, arrested and so on."""
    return _TOLLS & terms_of(assertion).words


def subject_of(assertion: Assertion) -> str | None:
    """The term for what its words begin with: "there were gas alarms in the shaft" is of alarms."""
    return _subject(assertion.spans[0].text)


@lru_cache(maxsize=8_192)
def _subject(text: str) -> str | None:
    words = dropwhile(lambda word: not word.is_content, words_of([Span(0, len(text), text)]))
    phrase = list(takewhile(lambda word: word.is_content, words))
    return concept_of(stem(phrase[-1].lower)) if phrase else None


def trigger_terms(assertion: Assertion) -> frozenset[str]:
    """The terms of the words that tell an event."""
    assert assertion.happening is not None
    return frozenset(map(concept_of, stems_of([assertion.happening.trigger])))


@lru_cache(maxsize=65_536)
def weight_of(term: str) -> float:
    """How much a term tells of what words are about; a concept as much as its commonest word."""
    return min(_MOST, _table().weights.get(term) or rarity(term))


def _terms(
    core: frozenset[str],
    details: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
    numbers: frozenset[int] = frozenset(),
) -> Terms:
    concepts, others = _table().concepts, names | {str(number) for number in numbers}
    weights = {concepts.get(each, each): _DETAIL for each in sorted(details - others)}
    weights |= {concepts.get(each, each): 1.0 for each in sorted(core - others)}
    weighed = {term: share * weight_of(term) for term, share in weights.items()}
    weight = sum(weighed.values())
    full_weight = weight + NAME * len(names & (core | details))
    return Terms(weighed, frozenset(weighed), names, weight, full_weight)


@dataclass(frozen=True, slots=True)
class _Table:
    concepts: Mapping[str, str]
    weights: Mapping[str, float]


@cache
def _table() -> _Table:
    """The concepts by the stems of their words, and what each weighs."""
    concepts: dict[str, str] = {}
    weights: dict[str, float] = {}
    for name, words in read_rows(__name__.rpartition(".")[0], "concepts.tsv"):
        stems = {stem(word) for word in words.split()}
        concepts |= dict.fromkeys(stems, f"={name}")
        weights[f"={name}"] = min(map(rarity, stems))
    return _Table(concepts, weights)
