"""Who is named in what an event is about, where no phrase in a role of its own names him."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from sayso.events.arguments.subjects import has_to, is_finite
from sayso.events.parties import is_party, party_about, party_in
from sayso.events.predicates.beside import beside
from sayso.events.predicates.trigger import Trigger
from sayso.model import EventType
from sayso.reader import Document

_WITHIN = ("in", "over", "at", "during", "following", "after", "amid")
_FEELINGS = frozenset(
    "anger defiance demonstration disapproval discontent fury march opposition outrage protest "
    "rally response strike".split()
)
"""What one protests in: "in defiance of the ban", "during a march against"."""


def themes(doc: Document, trigger: Trigger) -> Iterator[int]:
    """The heads of those who are named in what the event of `trigger` is about, the first first.

    Of a denial, who is named in the clause that is denied is not.
    """
    look = _THEMES.get(trigger.type)
    found = party_about(doc, trigger.token) if look is None else look(doc, trigger)
    rejects = trigger.type is EventType.REJECT
    return (one for one in found if not (rejects and is_told(doc, trigger, one)))


def is_told(doc: Document, trigger: Trigger, word: int) -> bool:
    """Whether `word` stands in a clause with "that", or "-ing", below the trigger."""
    above = takewhile(lambda token: token != trigger.token, doc.ancestors(word))
    verbs = (token for token in above if doc.tags[token].startswith("VB"))
    return any(not has_to(doc, verb) for verb in verbs)


def bidden(doc: Document, trigger: Trigger) -> int | None:
    """The head of who is to do what is demanded or allowed: "demanded that China open its market".

    Only of a demand is he the subject of a clause with a tense of its own.
    """
    demands = trigger.type is EventType.REQUEST
    verbs = (
        trigger.token,
        *beside(doc, trigger.token, "verb"),
        *doc.children_with(trigger.token, "xcomp"),
    )
    for clause in (clause for verb in verbs for clause in beside(doc, verb, "clause")):
        subject = doc.child(clause, "nsubj", "nsubjpass")
        fits = _is_demanded(doc, clause) if demands else not is_finite(doc, clause)
        if fits and subject is not None and is_party(doc, subject):
            return subject
    return None


def opposed(doc: Document, trigger: Trigger) -> Iterator[int]:
    """What "against" ties to anything in the phrase: "mobilized for a war against Iraq"."""
    for tie in beside(doc, trigger.token, "phrase"):
        if doc.lowers[tie] == "against" and not is_told(doc, trigger, tie):
            yield from doc.children_with(tie, "pobj")


def _is_demanded(doc: Document, clause: int) -> bool:
    return doc.tags[clause] == "VB" or doc.child(clause, "mark", "aux") is not None


def _threatened(doc: Document, trigger: Trigger) -> Iterator[int]:
    """Who is to do something lest it be done; who is named in what is threatened."""
    inner = [one.token for one in trigger.content]
    verbs = (trigger.token, *inner)
    clauses = (clause for verb in verbs for clause in doc.children_with(verb, "advcl"))
    for word in (*clauses, *verbs):
        yield from party_about(doc, word)
    yield from _parties_in(doc, inner)


def _protested(doc: Document, trigger: Trigger) -> Iterator[int]:
    """Who is named in the reason for a protest, or in a protest that it is part of.

    Last comes in front of whose house it is.
    """
    verbs = (trigger.token, *beside(doc, trigger.token, "verb"))
    for noun in (noun for verb in verbs for tie in _WITHIN for noun in beside(doc, verb, tie)):
        if doc.lemmas[noun] in _FEELINGS:
            yield from _parties_in(doc, (noun,))
            for clause in doc.children_with(noun, "acl"):
                yield from party_about(doc, clause)
    yield from party_about(doc, trigger.token)
    for clause in (c for verb in verbs for c in doc.children_with(verb, "advcl", "acl", "xcomp")):
        yield from party_about(doc, clause)
    for verb in verbs:
        yield from _parties_in(doc, beside(doc, verb, "outside"))


def _parties_in(doc: Document, nouns: Iterable[int]) -> Iterator[int]:
    parties = (party_in(doc, noun) for noun in nouns)
    return (party for party in parties if party is not None)


_THEMES = {EventType.PROTEST: _protested, EventType.THREATEN: _threatened}
