"""Which candidates are events of their own, and which are part of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.events.parties import is_party
from sayso.events.predicates.beside import beside, content
from sayso.events.predicates.modes import mode_of
from sayso.events.predicates.table import ANY, word_classes
from sayso.events.predicates.trigger import COOPERATION, Trigger
from sayso.events.predicates.turns import turned
from sayso.model import Counted, EventType
from sayso.reader import Document

_VERBAL = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.THREATEN,
    }
)
"""Events in words, which are told besides whatever is done about them: "accepted the demand"."""
_KEPT = frozenset({EventType.ACCUSE, EventType.PROTEST})
"""Events that are told besides what they are about: "condemned the attack"."""
_HARM = frozenset({Counted.KILLED, Counted.INJURED})
_ACCIDENTAL = frozenset({"die", "hurt", "injure", "kill", "perish", "wound"})
"""What an accident does as well as an attack."""
_HANGING = frozenset({"acl", "advcl", "conj", "pcomp", "xcomp"})


def settled(doc: Document, found: Mapping[int, Trigger]) -> Iterator[Trigger]:
    """The candidates less those that are part of others, with their types and modes."""
    full = {
        token: replace(one, content=tuple(found[t] for t in content(doc, token) if t in found))
        for token, one in found.items()
    }
    taken = {token for one in full.values() for token in _taken(doc, one, found)}
    taken |= {one.token for one in full.values() if _is_told_with_assault(doc, one, found)}
    if not any(one.type is EventType.ASSAULT and not _is_harm(doc, one) for one in full.values()):
        taken |= {one.token for one in full.values() if _is_harm(doc, one)}
    for token in sorted(full.keys() - taken):
        trigger = turned(doc, full[token])
        yield replace(trigger, mode=mode_of(doc, trigger))


def _taken(doc: Document, trigger: Trigger, found: Mapping[int, Trigger]) -> Iterator[int]:
    """The words of the candidates that are part of the event of `trigger`."""
    token = trigger.token
    yield from (word for word in trigger.words if word != token)
    if trigger.type is EventType.CONSULT:
        yield from (one.token for one in trigger.content)
    elif trigger.type is EventType.AGREE:
        yield from (one.token for one in trigger.content if one.type in COOPERATION)
    elif trigger.type is EventType.PROTEST:
        reasons = (found[word] for word in beside(doc, token, "in") if word in found)
        yield from (one.token for one in reasons if one.type is EventType.PROTEST)
    elif trigger.type is EventType.SUPPORT:
        yield from (word for word in beside(doc, token, "object") if _is_named(doc, word, trigger))
    elif trigger.type not in _KEPT:
        objects = (found[word] for word in beside(doc, token, "object") if word in found)
        yield from (one.token for one in objects if _is_part(one, trigger))


def _is_named(doc: Document, word: int, trigger: Trigger) -> bool:
    """Whether the row of `trigger` asks for `word` as its object: "signed a ceasefire"."""
    asked = (
        one.words for one in trigger.predicate.conditions if one.place == "object" and one.wanted
    )
    names = frozenset().union(*asked)
    known = (word_classes().get(name, frozenset()) for name in names)
    return doc.lemmas[word] in names.union(*known)


def _is_part(one: Trigger, trigger: Trigger) -> bool:
    """Whether the object `one` of a verb makes one event with it: "imposed a curfew"."""
    asked = (each for each in trigger.predicate.conditions if each.place == "object")
    narrow = any(each.wanted and ANY not in each.words for each in asked)
    return one.type is trigger.type or (narrow and one.type not in _VERBAL)


def _is_harm(doc: Document, one: Trigger) -> bool:
    """Whether somebody is killed or hurt, and it is told neither by whom nor with what."""
    if one.predicate.counted not in _HARM or doc.lemmas[one.token] not in _ACCIDENTAL:
        return False
    doers = beside(doc, one.token, "subject")
    return not any(is_party(doc, word) for word in doers) and mode_of(doc, one) is None


def _is_told_with_assault(doc: Document, one: Trigger, found: Mapping[int, Trigger]) -> bool:
    """Whether a force is only readied for the assault that is told beside it."""
    if one.type is not EventType.MOBILIZE or doc.deps[one.token] not in _HANGING:
        return False
    above = doc.heads[one.token]
    nearby = (above, *doc.children_with(above, "dobj", "nsubj"), doc.heads[above])
    return any(word in found and found[word].type is EventType.ASSAULT for word in nearby)
