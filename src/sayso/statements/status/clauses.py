"""What the small words of its own clause or phrase say of an event: negations, modals, tense."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.model import Certainty, Status
from sayso.reader import Document
from sayso.statements import lexicon
from sayso.statements.status.governors import effect_of
from sayso.statements.status.links import first_joined, is_any, is_infinitive

_WILL: Final = frozenset(("shall", "will"))
_OPEN_EITHER_WAY: Final = frozenset("may might must need ought should".split())
"""Modals that leave it open also when negated: "may not", unlike "could not"."""
_NOT_QUITE: Final = frozenset(
    "all always every everyone everything just many merely much necessarily only simply".split()
)
"""Words behind "not" with which it denies nothing: "not only"."""
_COMPARED: Final = frozenset("earlier fewer later less more sooner".split())
"""Words behind "no" with which it denies nothing: "no fewer than"."""
_ANY_MORE: Final = frozenset(("anymore", "longer"))
_DENYING: Final = ("advmod", "cc", "det", "neg", "preconj")
_SUBJECTS: Final = ("csubj", "expl", "nsubj", "nsubjpass")
_ARGUMENTS: Final = (*_SUBJECTS, "agent", "attr", "dobj")
_AUXILIARIES: Final = ("aux", "auxpass")
_DESCRIBING: Final = ("acl", "advmod", "amod", "compound")
_PAST: Final = frozenset(("had", "was", "were"))


def own_status(doc: Document, token: int, *, shifted: bool) -> Status:
    """The status of `token` by the words of its own clause or phrase.

    With `shifted` it is told in indirect speech of the past: "said it would fire" is of what will
    be. What denies goes before what leaves open, then come future, past and present.
    """
    if doc.tags[token].startswith(("VB", "MD")):
        return _of_verb(doc, token, shifted=shifted)
    return _of_noun(doc, token)


def is_negated(doc: Document, token: int) -> bool:
    """Whether its own clause or phrase denies `token`, or says that it is nobody's deed."""
    if any(_denies(doc, word, token) for word in _beside(doc, token)):
        return True
    behind = (t for prep in doc.children_with(token, "prep") for t in doc.children[prep])
    arguments = (*doc.children_with(token, *_ARGUMENTS), *behind)
    verb = doc.tags[token].startswith("VB")
    return verb and any(_is_nobody(doc, argument) for argument in arguments)


def _of_verb(doc: Document, verb: int, *, shifted: bool) -> Status:
    modal = _modal(doc, verb)
    if _is_no_longer(doc, verb):
        return Status.HISTORICAL
    if is_negated(doc, verb):
        return Status.HYPOTHETICAL if modal in _OPEN_EITHER_WAY else Status.NEGATED
    if modal is not None:
        coming = modal in _WILL or (modal == "would" and shifted and not _is_conditional(doc, verb))
        return Status.FUTURE if coming else Status.HYPOTHETICAL
    if _is_perhaps(doc, verb) or _is_subjunctive(doc, verb):
        return Status.HYPOTHETICAL
    if doc.deps[verb] != "advcl" and _has_beside(doc, verb, "once", "formerly"):
        return Status.HISTORICAL
    return Status.ONGOING if _goes_on(doc, verb, shifted=shifted) else Status.REPORTED


def _of_noun(doc: Document, noun: int) -> Status:
    if is_negated(doc, noun):
        return Status.NEGATED
    describing = (t for t in doc.children_with(noun, *_DESCRIBING))
    effects = (effect_of(doc, word, "modifier") for word in describing)
    told = next((effect.affirmed for effect in effects if effect), None)
    unsure = _is_perhaps(doc, noun) or is_any(doc, noun)
    return told or (Status.HYPOTHETICAL if unsure else Status.REPORTED)


def has_modal(doc: Document, verb: int) -> bool:
    """Whether `verb` has a modal, its own or one that it shares."""
    return _modal(doc, verb) is not None


# --- negation --------------------------------------------------------------------------------


def _denies(doc: Document, word: int, token: int) -> bool:
    lower = lexicon.CLITICS.get(doc.lowers[word], doc.lowers[word])
    if lower not in lexicon.NEGATORS or doc.deps[word] not in _DENYING:
        return False
    behind = doc.lowers[word + 1] if word + 1 < len(doc) else ""
    if lower == "no":
        return behind not in _COMPARED
    return behind not in _NOT_QUITE and (word < token or doc.tags[token].startswith("VB"))


def _is_nobody(doc: Document, argument: int) -> bool:
    """Whether a subject or object is nobody or nothing: "no soldiers", "none of them"."""
    parts = doc.children_with(argument, "det", "neg", "preconj")
    nobody = doc.lowers[argument] in lexicon.QUANTITIES["not"]
    return nobody or any(_denies(doc, part, argument) for part in parts)


def _beside(doc: Document, token: int) -> Iterator[int]:
    """The children of `token`, and what it shares of the verb it is joined with."""
    yield from doc.children[token]
    first = first_joined(doc, token)
    same = doc.tags[token] == doc.tags[first] and doc.tags[token].startswith("VB")
    if first == token or not same or doc.child(token, *_SUBJECTS, *_AUXILIARIES, "neg") is not None:
        return
    if not any(doc.lowers[t] == "but" for t in doc.children[doc.heads[token]]):
        yield from doc.children_with(first, "neg", *_AUXILIARIES)


# --- modals and tense ------------------------------------------------------------------------


def _modal(doc: Document, verb: int) -> str | None:
    auxiliaries = [t for t in _beside(doc, verb) if doc.deps[t] in _AUXILIARIES]
    if doc.tags[verb] in ("VBD", "VBN") and len(auxiliaries) == 1:
        return None  # "Will fired": a name
    modals = [t for t in auxiliaries if doc.tags[t] == "MD" and doc.tags[t - 1] != "CD"]  # "24 may"
    words = (doc.lowers[t] for t in modals)
    return next((lexicon.CLITICS.get(word, word) for word in words), None)


def _is_conditional(doc: Document, verb: int) -> bool:
    """Whether a condition stands beside `verb`."""
    return any(
        doc.lowers[mark] in lexicon.CONDITIONS
        for clause in doc.children_with(verb, "advcl")
        for mark in doc.children_with(clause, "mark", "advmod")
    )


def _is_perhaps(doc: Document, token: int) -> bool:
    hedges = lexicon.HEDGES[Certainty.POSSIBLE]
    return any(doc.lowers[t] in hedges for t in doc.children_with(token, "advmod"))


def _is_subjunctive(doc: Document, verb: int) -> bool:
    """Whether a clause with "that" has a verb without a tense: "that he resign", "be tried"."""
    if doc.child(verb, "mark") is None or is_infinitive(doc, verb):
        return False
    auxiliaries = list(doc.children_with(verb, *_AUXILIARIES))
    first = min(auxiliaries, default=verb)
    return doc.tags[first] == "VB" and doc.child(verb, *_SUBJECTS) is not None


def _is_no_longer(doc: Document, verb: int) -> bool:
    return any(
        doc.lowers[t] in _ANY_MORE and (doc.lowers[t - 1] == "no" or is_negated(doc, verb))
        for t in doc.children_with(verb, "advmod")
    )


def _has_beside(doc: Document, verb: int, *words: str) -> bool:
    return any(doc.lowers[t] in words for t in doc.children_with(verb, "advmod"))


def _goes_on(doc: Document, verb: int, *, shifted: bool) -> bool:
    """Whether `verb` stands in the progressive of the present: "are being", "has been firing"."""
    around = [t for t in _beside(doc, verb) if doc.deps[t] in _AUXILIARIES]
    words = {doc.lowers[t] for t in around}
    if not around or (doc.tags[verb] != "VBG" and "being" not in words):
        return False
    return shifted or not words & _PAST
