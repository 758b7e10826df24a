"""Whether what the table of predicates asks for stands beside a word."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.events.parties import is_party
from sayso.events.predicates.beside import beside
from sayso.events.predicates.table import ANY, Condition, word_classes
from sayso.events.predicates.trigger import CONFLICT, COOPERATION, YIELDING, Trigger
from sayso.model import EventType
from sayso.reader import Document

_GROUPS = {
    "COOPERATION": COOPERATION | YIELDING,
    "CONFLICT": CONFLICT,
} | {type_.value: frozenset({type_}) for type_ in EventType}
DECIDED = frozenset({"MUST", "NAMES", "PARTY", "SUBJUNCTIVE", *_GROUPS})
"""The classes that the place of a word in the text decides."""
_MUST = frozenset({"must", "ought", "should"})
_INFLECTED = ("VBD", "VBG", "VBN")
_NAMES = ("NNP", "NNPS")
_HYPHENED = 2


def is_met(doc: Document, found: Mapping[int, Trigger], token: int, condition: Condition) -> bool:
    """Whether `condition` holds for the word `token`; `found` are the triggers below it."""
    words = beside(doc, token, condition.place)
    return condition.wanted == any(_is_one(doc, found, word, condition.words) for word in words)


def keys(doc: Document, token: int) -> tuple[str, ...]:
    """The forms by which the table may know a word: with its hyphens, in dictionary form, as it is.

    The words of "cease-fire" are three tokens; the last one is known by the whole. A word that the
    lemmatizer left as it is, is also looked up without its ending.
    """
    lemma, lower = doc.lemmas[token], doc.lowers[token]
    forms = [lemma, lower]
    if lemma == lower:
        forms += _stems(lower, doc.tags[token])
    if token >= _HYPHENED and doc.words[token - 1] == "-" == doc.text[doc.starts[token] - 1]:
        forms.insert(0, f"{doc.lowers[token - 2]}-{lemma}")
    return tuple(dict.fromkeys(forms))


def _stems(word: str, tag: str) -> list[str]:
    """What a verb, or a noun written like a name, may be the form of."""
    if tag in _NAMES:
        return [word.removesuffix("s")]
    if tag not in _INFLECTED:
        return []
    stem = word.removesuffix("ed").removesuffix("ing")
    doubled = stem[-1:] == stem[-2:-1]
    return [stem, word.removesuffix("d"), f"{stem}e", stem[:-1] if doubled else stem]


def _is_one(doc: Document, found: Mapping[int, Trigger], word: int, words: frozenset[str]) -> bool:
    """Whether `word` is one of `words`, of the classes or of the types of events among them."""
    if ANY in words or not words.isdisjoint(keys(doc, word)):
        return True
    names = (name for name in words if name.isupper())
    return any(_is_of_type(found, word, name) or _is_of(doc, word, name) for name in names)


def _is_of_type(found: Mapping[int, Trigger], word: int, name: str) -> bool:
    return name in _GROUPS and word in found and found[word].type in _GROUPS[name]


def _is_of(doc: Document, word: int, name: str) -> bool:
    """Whether `word` is of the class `name`, by the table of classes or by its place."""
    match name:
        case "NAMES":
            return doc.tags[word].startswith("NNP")
        case "PARTY":
            return is_party(doc, word)
        case "MUST":
            return _must(doc, word)
        case "SUBJUNCTIVE":
            return _is_bare(doc, word)
    return not word_classes().get(name, frozenset()).isdisjoint(keys(doc, word))


def _must(doc: Document, verb: int) -> bool:
    """Whether somebody must, or ought to, do what `verb` tells."""
    who = doc.child(verb, "nsubj", "nsubjpass")
    small = (doc.lemmas[child] for child in doc.children_with(verb, "aux"))
    return who is not None and is_party(doc, who) and not _MUST.isdisjoint(small)


def _is_bare(doc: Document, verb: int) -> bool:
    """Whether a clause is in the subjunctive: "that they leave", "that it be closed"."""
    small = [doc.lowers[child] for child in doc.children_with(verb, "aux", "auxpass")]
    bare = small == ["be"] or (not small and doc.tags[verb] in ("VB", "VBP"))
    return bare and doc.child(verb, "nsubj", "nsubjpass") is not None
