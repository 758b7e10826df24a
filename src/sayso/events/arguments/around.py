"""What stands around a predicate, by its position; the questions that verbs and nouns share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.events.arguments.when_and_where import (
    is_place_adverb,
    is_time,
    is_time_adverb,
    tells_time,
)
from sayso.reader import Document

_LONGEST = 12
"""Words among which the head of a noun phrase is looked for."""
_QUANTIFIERS = frozenset("all both few many most several some".split())


@dataclass(frozen=True, slots=True)
class Dependent:
    """A phrase at a position around a predicate.

    `head` is the noun, or the verb of a clause. The positions around verbs are "subject" ("lone
    subject" where there is no object), "object", "recipient" ("gave them aid"), "complement"
    ("elected her mayor"), "clause" ("fronted clause" before the verb), "purpose", "modal"; those
    around nouns "possessor" ("lone possessor" where there is no "of"), "party" ("rebel attack"),
    "modifier" ("rocket attack"), "light subject" (of "carried out an attack"), "undergoer" (of
    "came under attack"), "clause"; around both "time", "place", "negation" and, for what a
    preposition ties to them, the preposition.
    """

    position: str
    head: int
    preposition: str = ""


def antecedent(doc: Document, token: int) -> int:
    """The noun that the pronoun `token` stands for by the grammar, or `token` itself.

    That is a relative pronoun, or "most" in a clause hung on a noun: "tunnels (most were closed)".
    """
    if doc.lowers[token] in _QUANTIFIERS and not doc.children[token]:
        return _counted_noun(doc, token)
    if doc.tags[token] not in ("WDT", "WP") and doc.lowers[token] != "that":
        return token
    clause = next((above for above in doc.ancestors(token) if doc.deps[above] == "relcl"), None)
    return doc.heads[clause] if clause is not None and doc.heads[clause] < token else token


def _counted_noun(doc: Document, quantifier: int) -> int:
    clause = doc.heads[quantifier]
    noun = doc.heads[clause]
    hung = doc.deps[clause] in ("parataxis", "relcl", "appos") and noun < quantifier
    return noun if hung and doc.tags[noun] in ("NNS", "NNPS") else quantifier


def prepositional(doc: Document, token: int) -> Iterator[Dependent]:
    """The prepositional phrases that hang on `token`; a double one by its last: "out of town"."""
    for tie in doc.children_with(token, "prep", "dative"):
        inner = doc.child(tie, "prep")
        ties = (tie, inner) if inner is not None and doc.child(tie, "pobj") is None else (tie,)
        for one in ties:
            heads = tuple(doc.children_with(one, "pobj", "pcomp"))
            for head in heads or _severed(doc, one):
                yield _tied(doc, doc.lowers[one], head)


def _severed(doc: Document, tie: int) -> tuple[int, ...]:
    """The noun behind a preposition that the tree gives to the clause after it."""
    if doc.children[tie]:
        return ()
    near = range(tie + 1, min(tie + 1 + _LONGEST, doc.sentence(tie).end))
    subjects = (token for token in near if doc.deps[token] == "nsubj")
    noun = next(subjects, None)
    return (noun,) if noun is not None and doc.edges[noun].start == tie + 1 else ()


def _tied(doc: Document, preposition: str, head: int) -> Dependent:
    time = tells_time(doc, preposition, head)
    return Dependent("time" if time else preposition, head, preposition)


def adverbial(doc: Document, token: int) -> Iterator[Dependent]:
    """The adverbs, and the nouns used as such, that tell when and where, and "not"."""
    for child in doc.children[token]:
        dep = doc.deps[child]
        if doc.tags[child] == "WRB" and doc.deps[token] == "relcl":
            continue
        if dep == "neg":
            yield Dependent("negation", child)
        elif dep == "advmod" and is_time_adverb(doc, child):
            yield Dependent("time", child)
        elif dep == "advmod" and is_place_adverb(doc, child):
            yield Dependent("place", child)
        elif dep == "npadvmod" and is_time(doc, child):
            yield Dependent("time", child)
