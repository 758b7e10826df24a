"""The PLOVER mode of an event: how it was done, or what was threatened, demanded, refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from sayso.events.predicates.beside import beside
from sayso.events.predicates.table import weapons, word_classes
from sayso.events.predicates.trigger import Trigger
from sayso.model import EventType
from sayso.reader import Document

_MEANS = ("modifier", "subject", "with", "by", "in", "using", "from", "into")
"""Where the weapon stands."""
_THREATS: Mapping[EventType, str] = {
    EventType.ASSAULT: "violence",
    EventType.MOBILIZE: "violence",
    EventType.COERCE: "restrict",
    EventType.PROTEST: "restrict",
    EventType.SANCTION: "relations",
    EventType.REJECT: "relations",
}
_THREATS_BY_MODE = {
    "arrest": "arrest",
    "deport": "expel",
    "expel": "expel",
    "seize": "territory",
    "withhold": "restrict",
}
_DEMANDS: Mapping[EventType, str] = {
    EventType.AID: "assist",
    EventType.COOPERATE: "assist",
    EventType.SUPPORT: "assist",
    EventType.CONSULT: "meet",
    EventType.CONCEDE: "yield",
    EventType.RETREAT: "yield",
    EventType.SANCTION: "change",
}
_REMOTE = frozenset("phone telephone video videolink".split())
_SEVERAL = frozenset("allied global international multilateral regional six-party summit".split())
_FINER = frozenset({"suicide-attack", "aerial", "drone"})
"""What a bombing is told to be more exactly."""
_WANTED: Mapping[str, str] = {
    "GOODS": "assist",
    "HELP": "assist",
    "REFORMS": "change",
    "TALKS": "meet",
    "RESTRICTIONS": "yield",
}
"""What is demanded, by the classes of the words that name it."""
_FAR = 12
"""Words of a phrase that are looked at."""


def mode_of(doc: Document, trigger: Trigger) -> str | None:
    """The mode of `trigger`: what its row says, or its weapon, or its content."""
    settle = _SETTLERS.get(trigger.type)
    return trigger.mode if settle is None else settle(doc, trigger)


def _of_assault(doc: Document, trigger: Trigger) -> str | None:
    """With which weapon; a row that names the deed goes before, one for bombs only a suicide."""
    if trigger.mode not in (None, "explosives", "targeted"):
        return trigger.mode
    used = {weapons().get(doc.lemmas[word]) for word in _means(doc, trigger.token)}
    used |= {one.mode for one in trigger.content if one.type is EventType.ASSAULT}
    by_rank = (mode for mode in dict.fromkeys(weapons().values()) if mode in used)
    found = next(by_rank, None)
    return found if trigger.mode is None or found in _FINER else trigger.mode


def _means(doc: Document, token: int) -> Iterator[int]:
    """The words that tell by what means something is done."""
    for place in _MEANS:
        for word in islice(beside(doc, token, place), _FAR):
            yield word
            yield from doc.children_with(word, "compound", "amod", "nmod")


def _of_threat(_: Document, trigger: Trigger) -> str | None:
    """What is threatened."""
    if trigger.mode is not None:
        return trigger.mode
    own = [(trigger.told, trigger.predicate.mode)]
    inside = [(one.type, one.mode) for one in trigger.content]
    modes = (_THREATS_BY_MODE.get(mode or "") or _THREATS.get(kind) for kind, mode in own + inside)
    return next(filter(None, modes), None)


def _of_demand(doc: Document, trigger: Trigger) -> str | None:
    """What is demanded or refused."""
    if trigger.mode is not None:
        return trigger.mode
    for one in trigger.content:
        mode = "change" if one.mode == "resign" else _DEMANDS.get(one.type)
        if mode is not None:
            return mode
    if trigger.told in _DEMANDS:
        return _DEMANDS[trigger.told]
    wishes = {EventType.AGREE, EventType.REQUEST} & {one.type for one in trigger.content}
    if trigger.type is EventType.REJECT and not wishes:
        return None
    for word in islice(beside(doc, trigger.token, "complement"), _FAR):
        for name, mode in _WANTED.items():
            verb = name == "HELP" or doc.tags[word].startswith("NN")
            if verb and doc.lemmas[word] in word_classes()[name]:
                return mode
    return None


def _of_consultation(doc: Document, trigger: Trigger) -> str | None:
    """By phone, or of several parties."""
    if trigger.mode is not None:
        return trigger.mode
    words = {doc.lowers[word] for word in beside(doc, trigger.token, "modifier")}
    words |= {doc.lowers[word] for word in beside(doc, trigger.token, "by")}
    if words & _REMOTE:
        return "phone"
    return "multilateral" if words & _SEVERAL else None


_SETTLERS = {
    EventType.ASSAULT: _of_assault,
    EventType.THREATEN: _of_threat,
    EventType.REQUEST: _of_demand,
    EventType.REJECT: _of_demand,
    EventType.CONSULT: _of_consultation,
}
