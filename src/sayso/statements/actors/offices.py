"""Who speaks for a body: "the ministry's spokesman", "the head of the union"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document
from sayso.statements.actors.phrase import Phrase
from sayso.statements.actors.words import word_set

OFFICES = word_set(
    """
    chair chairman chairperson chairwoman chief co-founder director editor executive founder head
    leader manager owner president representative secretary spokesman spokesperson spokeswoman
    """
)
"""Nouns for persons whose "we" is the body that they speak for."""
_MANY = word_set("our ours ourselves us we")


def speaks_for_many(doc: Document, pronoun: Phrase) -> bool:
    """Whether a pronoun of the first person stands for more than who speaks."""
    return doc.lowers[pronoun.head] in _MANY


def bodies_of(doc: Document, phrase: Phrase) -> Iterator[int]:
    """The heads of the phrases that tell, in `phrase`, for whom its bearer speaks."""
    for noun in (phrase.head, *phrase.also, *doc.children_with(phrase.head, "compound")):
        if doc.lemmas[noun] in OFFICES:
            yield from doc.children_with(noun, "poss", "compound", "nmod")
            for preposition in doc.children_with(noun, "prep"):
                if doc.lowers[preposition] in ("for", "of"):
                    yield from doc.children_with(preposition, "pobj")
