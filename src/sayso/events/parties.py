"""Who in a phrase may take part in an event: persons, groups, bodies, countries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from sayso.events.arguments.when_and_where import is_time
from sayso.events.predicates.beside import AMOUNTS, content
from sayso.events.predicates.table import weapons, word_classes
from sayso.places.tables import countries
from sayso.reader import Document
from sayso.statements.actors.kinds import kind_of_noun

_CLASSES = ("CROWD", "FORCES", "FOREIGNERS", "OFFICIALS", "PARTIES", "PEOPLE", "PRISONERS")
_INSIDE = ("poss", "compound", "nmod", "amod")
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_FAR = 16
"""Words of a phrase that are looked at."""


def is_party(doc: Document, word: int) -> bool:
    """Whether `word` heads the name or the description of somebody, or takes it up."""
    tag = doc.tags[word]
    if _is_numbered(doc, word) or _is_violence(doc, word):
        return False
    named = doc.words[word] in _demonyms() or (
        doc.words[word][0].isupper() and doc.sentence(word).start != word
    )
    if tag in ("PRP", "WP") or tag.startswith("NNP") or (named and tag in ("JJ", "NN", "NNS")):
        return doc.deps[word] != "expl" and not is_time(doc, word)
    if not tag.startswith("NN"):
        return False
    lemma = doc.lemmas[word]
    if lemma in _people() or doc.lowers[word] in _people():
        return True
    return kind_of_noun(lemma, frozenset(), plural=tag == "NNS") is not None


def _is_numbered(doc: Document, word: int) -> bool:
    """Whether it is a thing with a number for its name: "Silo 4", "Pier Nine"."""
    if doc.lowers[word] in _NUMBERS:
        return True
    if doc.tags[word] not in ("NN", "NNP") or not doc.words[word][0].isupper():
        return False
    number = next((t for t in range(word + 1, min(word + 2, len(doc))) if _is_number(doc, t)), None)
    return number is not None and doc.heads[number] in (word, doc.heads[word])


def _is_number(doc: Document, word: int) -> bool:
    return doc.tags[word] == "CD" or doc.lowers[word] in _NUMBERS


def _is_violence(doc: Document, word: int) -> bool:
    """Whether "force" is what is used rather than who uses it."""
    return doc.lowers[word] == "force" and not doc.children[word]


@cache
def _people() -> frozenset[str]:
    """Nouns for somebody, in all the classes that have such."""
    return frozenset().union(*(word_classes()[name] for name in _CLASSES))


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(word for country in countries().values() for word in country.demonyms)


def is_weapon(doc: Document, word: int) -> bool:
    """Whether `word` heads the name of a weapon, or of several: "a series of bombs"."""
    lemma = doc.lemmas[word]
    if lemma in AMOUNTS:
        ties = doc.children_with(word, "prep")
        inside = (noun for tie in ties for noun in doc.children_with(tie, "pobj"))
        lemma = next((doc.lemmas[noun] for noun in inside), lemma)
    return lemma in weapons() and kind_of_noun(lemma, frozenset(), plural=False) is None


def party_in(doc: Document, phrase: int) -> int | None:
    """The first who is named in the phrase of the noun `phrase`: its head, else the nearest inside.

    "Iraq's refusal", "the suppression of unrest", "the French plan".
    """
    waiting = [phrase]
    for _ in range(_FAR):
        if not waiting:
            return None
        word = waiting.pop(0)
        if is_party(doc, word):
            return word
        waiting += _below(doc, word)
    return None


def party_about(doc: Document, predicate: int) -> Iterator[int]:
    """Those named in what `predicate` is about, the nearest first."""
    yield from (one for one in doc.children_with(predicate, "nsubj") if is_party(doc, one))
    for word in content(doc, predicate):
        doers = (who for by in _agents(doc, word) for who in doc.children_with(by, "pobj"))
        for one in (word, *doc.children_with(word, *_INSIDE, "nsubj"), *doers):
            if is_party(doc, one):
                yield one


def _agents(doc: Document, noun: int) -> Iterator[int]:
    """The "by" of the participles that describe `noun`: "land seized by the army"."""
    return (
        by for deed in doc.children_with(noun, "acl") for by in doc.children_with(deed, "agent")
    )


def _below(doc: Document, word: int) -> list[int]:
    """The words right below one in its noun phrase, and who did what it was made by."""
    nouns = list(doc.children_with(word, *_INSIDE))
    for tie in (*doc.children_with(word, "prep"), *_agents(doc, word)):
        nouns += islice(doc.children_with(tie, "pobj"), 2)
    return nouns
