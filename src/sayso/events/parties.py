"""Who in a phrase may take part in an event: persons, groups, bodies, countries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from sayso.events.arguments.when_and_where import is_time
from sayso.events.predicates.beside import content
from sayso.events.predicates.table import word_classes
from sayso.places.tables import countries
from sayso.reader import Document
from sayso.statements.actors.kinds import kind_of_noun

_CLASSES = ("CROWD", "FORCES", "FOREIGNERS", "OFFICIALS", "PEOPLE", "PRISONERS")
_MORE = frozenset(
    "camp capital citizen country faction nation neighbor neighbour parties populace rival side "
    "state superpower tribe".split()
)
_INSIDE = ("poss", "compound", "nmod", "amod")
_FAR = 16
"""Words of a phrase that are looked at."""


def is_party(doc: Document, word: int) -> bool:
    """Whether `word` heads the name or the description of somebody, or takes it up."""
    tag = doc.tags[word]
    named = doc.words[word] in _demonyms() or (
        doc.words[word][0].isupper() and doc.sentence(word).start != word
    )
    if tag in ("PRP", "WP") or tag.startswith("NNP") or (named and tag in ("JJ", "NN", "NNS")):
        return doc.deps[word] != "expl" and not is_time(doc, word)
    if not tag.startswith("NN"):
        return False
    lemma = doc.lemmas[word]
    if lemma in _MORE or any(lemma in word_classes()[name] for name in _CLASSES):
        return True
    return kind_of_noun(lemma, frozenset(), plural=tag == "NNS") is not None


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(word for country in countries().values() for word in country.demonyms)


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
        for one in (word, *doc.children_with(word, *_INSIDE, "nsubj")):
            if is_party(doc, one):
                yield one


def _below(doc: Document, word: int) -> list[int]:
    """The words right below one in its noun phrase, and who did what it was made by."""
    nouns = list(doc.children_with(word, *_INSIDE))
    agents = (
        by for deed in doc.children_with(word, "acl") for by in doc.children_with(deed, "agent")
    )
    for tie in (*doc.children_with(word, "prep"), *agents):
        nouns += islice(doc.children_with(tie, "pobj"), 2)
    return nouns
