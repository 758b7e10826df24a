"""What an event turns into that is only to come, or is refused: PLOVER's rules on verbal events."""

from __future__ import annotations

from dataclasses import replace

from sayso.events.arguments.subjects import is_passive
from sayso.events.predicates.beside import beside
from sayso.events.predicates.trigger import CONFLICT, COOPERATION, YIELDING, Trigger
from sayso.model import EventType
from sayso.reader import Document
from sayso.statements import lexicon
from sayso.statements.attribution import grammar
from sayso.statements.wording.threats import is_future, is_own_future

_PLANNED = frozenset(
    "forthcoming future intended planned possible potential proposed scheduled upcoming".split()
)
_AHEAD = frozenset({"about", "going", "due", "set"})
"""Words before "to" with which something is to come."""
_PLANNING = frozenset({"be", "expect", "intend", "plan", "schedule"})
"""Verbs that with "to" say the same."""
_PLANS = frozenset({"desire", "intention", "plan", "wish"})
"""Nouns whose infinitive is what somebody plans: "has no plans to meet"."""
_HINTING = frozenset({"announce", "declare", "hint", "indicate", "say", "suggest", "warn"})
_OPEN = frozenset({"may", "might", "could", "can"})


def turned(doc: Document, trigger: Trigger) -> Trigger:
    """`trigger` with the type that it has by its tense and its negation.

    Cooperation to come is an agreement, unless somebody will not: that is a rejection. Who
    announces that he will retreat concedes; who announces conflict, or tells on what condition
    it may come, threatens.
    """
    type_ = _type(doc, trigger)
    return trigger if type_ is trigger.type else replace(trigger, type=type_, mode=None)


def _type(doc: Document, trigger: Trigger) -> EventType:
    token, type_ = trigger.token, trigger.type
    if doc.tags[token].startswith("NN"):
        return _type_of_noun(doc, trigger)
    ahead = is_ahead(doc, token)
    if ahead and _is_denied(doc, token) and type_ in COOPERATION | YIELDING:
        return EventType.REJECT
    if ahead and type_ in COOPERATION:
        return EventType.AGREE
    announced = doc.deps[token] in ("ccomp", "conj") and is_own_future(doc, token)
    announced = announced or _is_planned(doc, token) or _is_hinted(doc, token)
    if announced and type_ in YIELDING:
        return EventType.CONCEDE
    threatens = type_ in CONFLICT and announced
    conditional = type_ in CONFLICT | {EventType.REJECT} and _is_conditional(doc, token)
    return EventType.THREATEN if threatens or conditional else type_


def _type_of_noun(doc: Document, trigger: Trigger) -> EventType:
    if trigger.type is EventType.AGREE:
        none = any(doc.lowers[word] == "no" for word in doc.children_with(trigger.token, "det"))
        return EventType.REJECT if none else trigger.type
    if trigger.type not in COOPERATION:
        return trigger.type
    words = {doc.lowers[word] for word in doc.children_with(trigger.token, "amod")}
    verbs = list(beside(doc, trigger.token, "verb"))
    ahead = [verb for verb in verbs if is_ahead(doc, verb)]
    if any(grammar.is_negated(doc, verb) for verb in ahead):
        return EventType.REJECT
    planning = any(doc.lemmas[verb] in _PLANNING for verb in verbs)
    return EventType.AGREE if ahead or planning or not _PLANNED.isdisjoint(words) else trigger.type


def is_ahead(doc: Document, verb: int) -> bool:
    """Whether what `verb` tells is to come, by its own words: "will", "is to", "about to"."""
    if is_future(doc, verb):
        return True
    to = next((t for t in doc.children_with(verb, "aux") if doc.lowers[t] == "to"), None)
    if to is None:
        return False
    before = doc.lemmas[doc.heads[verb]] if doc.deps[verb] == "xcomp" else ""
    planned = before in _PLANNING or _plans(doc, verb) is not None
    return planned or (to > 0 and doc.lowers[to - 1] in _AHEAD)


def _plans(doc: Document, verb: int) -> int | None:
    """The noun of planning whose infinitive `verb` is."""
    noun = doc.heads[verb]
    return noun if doc.deps[verb] == "acl" and doc.lemmas[noun] in _PLANS else None


def _is_denied(doc: Document, verb: int) -> bool:
    """Whether it is told as not to be, by its own words or as what nobody plans."""
    noun = _plans(doc, verb)
    none = noun is not None and any(
        doc.lowers[word] == "no" for word in doc.children_with(noun, "det")
    )
    return none or grammar.is_negated(doc, verb if noun is None else doc.heads[noun])


def _is_planned(doc: Document, verb: int) -> bool:
    """Whether somebody plans to do it: "plans to expel", "intends to ban"."""
    head = doc.heads[verb]
    wanted = doc.deps[verb] == "xcomp" and doc.lemmas[head] in ("intend", "plan")
    return wanted and doc.tags[verb] == "VB" and not is_passive(doc, head)


def _is_hinted(doc: Document, verb: int) -> bool:
    """Whether somebody says of himself that he may or could do it: "hinted it might strike"."""
    said = doc.deps[verb] == "ccomp" and doc.lemmas[doc.heads[verb]] in _HINTING
    who = doc.child(verb, "nsubj")
    himself = who is not None and doc.tags[who] == "PRP"
    return said and himself and any(doc.lowers[t] in _OPEN for t in doc.children_with(verb, "aux"))


def _is_conditional(doc: Document, verb: int) -> bool:
    """Whether something may or will be done on a condition: "may halt it if"."""
    modal = any(doc.lowers[t] in _OPEN for t in doc.children_with(verb, "aux"))
    marks = (
        doc.lowers[mark]
        for clause in doc.children_with(verb, "advcl")
        for mark in doc.children_with(clause, "mark")
    )
    return (modal or is_future(doc, verb)) and not lexicon.CONDITIONS.isdisjoint(marks)
