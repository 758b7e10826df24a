"""Whether a cue is negated: by its own words, or because nobody says it, or nothing is said."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document
from sayso.statements import lexicon
from sayso.statements.attribution.attribution import Attribution

_SHARING = ("nor", "or")
"""With these a verb shares the negation of the one before: "did not confirm or deny"."""
_FAR_FROM = frozenset((("far", "from"), ("short", "of"), ("instead", "of")))
"""Words that take back the gerund that they govern: "far from admitting"."""
_FAILING = frozenset(("avoid", "fail", "neglect", "omit"))
"""Verbs of what is not done: "failed to mention"."""


def cue_is_negated(doc: Document, one: Attribution) -> bool:
    """Whether the words deny that the source does what the cue tells."""
    verb = doc.heads[one.head] if doc.tags[one.head][0] == "J" else one.head
    told = (*one.cue, *_small_words(doc, verb), *_opening(doc, one))
    left_out = any(doc.lemmas[t] in _FAILING for t in one.cue if t != one.head)
    return left_out or any(_negates(doc, t) for t in told) or _is_for_nothing(doc, verb)


def joined_before(doc: Document, verb: int) -> int | None:
    """The verb whose negation `verb` shares: the "confirmed" of "neither confirmed nor denied"."""
    first = doc.heads[verb]
    if doc.deps[verb] != "conj" or first == verb:
        return None
    return first if any(doc.lowers[t] in _SHARING for t in doc.children_with(first, "cc")) else None


def says_nothing(doc: Document, one: Attribution) -> bool:
    """Whether what is said is nothing: "said no such thing", "had heard nothing"."""
    first = one.content[0].start
    negates = doc.lowers[first] in lexicon.QUANTITIES["not"]
    objects = doc.children_with(one.head, "dobj", "attr")
    return negates and any(first in (noun, *doc.children[noun]) for noun in objects)


def _small_words(doc: Document, verb: int) -> Iterator[int]:
    for head in (verb, *doc.children_with(verb, "aux", "auxpass"), joined_before(doc, verb)):
        if head is not None:
            small = doc.children_with(head, "neg", "preconj", "advmod")
            yield from (token for token in small if token < verb)


def _opening(doc: Document, one: Attribution) -> Iterator[int]:
    """The word that a source begins with, which may say that there is none: "no official"."""
    if one.source:
        first = one.source[0].start
        numbered = first + 1 < len(doc) and doc.tags[first + 1] == "CD"
        yield from () if numbered else (first,)


def _negates(doc: Document, token: int) -> bool:
    only = token + 1 < len(doc) and doc.lowers[token + 1] in ("only", "just")
    return doc.lowers[token] in lexicon.NEGATORS and not only


def _is_for_nothing(doc: Document, verb: int) -> bool:
    """Whether it hangs on what there is not: "no reason to suspect", "far from admitting"."""
    above = doc.heads[verb]
    if doc.deps[verb] == "xcomp" and doc.lemmas[above] in _FAILING:
        return True
    if doc.deps[verb] == "pcomp":
        before = doc.lowers[doc.heads[above]]
        return doc.lowers[above] == "without" or (before, doc.lowers[above]) in _FAR_FROM
    noun = doc.deps[verb] in ("acl", "relcl") and doc.tags[verb] == "VB"
    return noun and any(doc.lowers[t] == "no" for t in doc.children_with(above, "det", "neg"))
