"""Events as they can be compared with another report's, and what a source says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sayso.links.assertions.assertion import Count, Happening
from sayso.links.assertions.attitudes import is_wish
from sayso.links.assertions.cast import spot_of, stretch_of
from sayso.links.assertions.negation import ends_in_no_negation, has_negation
from sayso.links.assertions.pointing import FALSE
from sayso.links.assertions.words import content_words, has_verb, stem, words_of
from sayso.links.entity import Entity
from sayso.model import (
    Act,
    ActorKind,
    Certainty,
    Event,
    Participant,
    Span,
    Stance,
    Statement,
    Status,
)

_WISHES = frozenset((Act.ASK, Act.DEMAND, Act.PROMISE, Act.THREATEN, Act.DECLINE))
"""Acts whose hypothetical events are wished for or feared, and not held to be so."""

_REACH = 250
"""How many characters before the words for an event are looked at."""
_INSTEAD = re.compile(
    r"\b(?:rather than|instead of|no longer)\b[^.;,]{0,30}$"
    r"|\bno (?:\w{1,20} )?(?:confirmation|evidence|indications?|proof|signs?|word)\b[^.;]{0,80}$"
    r"|\b(?:anybody|anyone|ones|people|those) (?:he|she|that|they|we|who|whom)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_ONLY_SPOKEN_OF = re.compile(
    r"\bwhether\b[^.;]{0,80}$"
    r"|\b(?:an?|her|his|its|the|their) (?:alleged|purported|reported|rumou?red|supposed) $"
    r"|(?<!\bno )\bdoubts?\b[^.;,]{0,40}$"
    r"|\b(?:chance|concern|danger|fear|likelihood|possibility|prospect|risk|threat)s? "
    r"(?:about|for|of|over|that)\b[^.;,]{0,40}$"
    r"|\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|efforts? to|negotiat\w+ (?:about|for|on|over)"
    r"|provisions? for|seek(?:s|ing)?|set to|sought|talks? (?:about|on|over)"
    r"|tr(?:y|ies|ied|ying) to)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
"""Words after which an event is asked for, feared or aimed at, and not told."""
_NONE_SUCH = re.compile(
    r"\bthere (?:is|are|was|were) no (?!(?:clear |hard )?(?:confirmation|doubt|evidence|indication"
    r"|proof|question|reason|reports?|signs?|word)s?\b)[^.;,]{0,100}\bwho(?:se)?\b[^.;]{0,100}$",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    r"(?:\b(?:an?|any|her|his|its|some|the|their|these|those|two|three|four|five)|\d)\s$"
)
_TAKEN_FOR_GRANTED = re.compile(
    r"\b(?:before|despite|prior to|since|which|who|whom|whose)\b(?P<between>[^,.;]{0,60}?)"
    r"(?:\b(?:are|be|been|being|had|has|have|is|was|were)\s){0,3}$",
    re.IGNORECASE,
)
_FOILS = re.compile(
    r"\b(?:avert|foil|halt|prevent|repel|repuls|stop|thwart)[a-z]{0,4}\b[^.;,]*$", re.IGNORECASE
)
_FOILED = re.compile(
    r"(?:\W*|[^.;,]{0,40}?\b(?:been|is|was|were) )(?:averted|foiled|prevented|repelled|thwarted)\b",
    re.IGNORECASE,
)
_NEAR = 60
_BESIDE = re.compile(r"\b(?:by|during|from|in) (?:an?|her|his|its|the|their)\s(?:\w+\s){0,2}$")
_CALLED_FALSE = re.compile(
    rf"\s(?:are|is|was|were)\s(?:[\w-]{{1,20}}\s){{0,2}}?{FALSE}\b", re.IGNORECASE
)


def happening_of(event: Event, entities: Mapping[str, Entity]) -> Happening:
    """`event`, with its participants as `entities`."""
    return Happening(
        event=event.id,
        trigger=event.trigger,
        stem=next((stem(word.lower) for word in words_of([event.trigger])), ""),
        code=event.code,
        mode=event.mode,
        status=event.status,
        actors=tuple(_who(one, entities) for one in event.actors),
        recipients=tuple(_who(one, entities) for one in event.recipients),
        place=spot_of(event.place) if event.place is not None else None,
        when=stretch_of(event.time) if event.time is not None else None,
        counts=tuple(
            Count(of=one.of, low=one.low, high=one.high, span=one.span) for one in event.quantities
        ),
    )


def is_presupposed(trigger: Span, clause: Iterable[Span]) -> bool:
    """Whether a clause takes for granted what `trigger` tells, and speaks of something else.

    "Free 200 abducted girls", "free the men who killed him", "was killed in a raid".
    """
    held = next((span for span in clause if span.contains(trigger)), trigger)
    before = held.text[max(0, trigger.start - held.start - _REACH) : trigger.start - held.start]
    if trigger.text.endswith("ed") and _OF_SOMEBODY.search(before) is not None:
        return True
    if _BESIDE.search(before) is not None:
        return True
    granted = _TAKEN_FOR_GRANTED.search(before)
    return granted is not None and not has_verb(granted["between"])


def stance_to(event: Event, statement: Statement) -> Stance:
    """The stance of the source of `statement` to `event`, which it tells of.

    The event's status is on the word of the same source, so it goes before the statement's stance:
    a negated event is denied, an event reported inside a denial is presupposed and affirmed. Of a
    future event nobody knows yet.
    """
    if is_wish(statement):
        return Stance.NONE
    if statement.stance in (Stance.NONE, Stance.UNCERTAIN):
        return statement.stance
    before = _words_before(event, statement)
    if event.status is Status.NEGATED or _NONE_SUCH.search(before) or _is_hoax(event, statement):
        foiled = _is_foiled(event, statement, before)
        return Stance.UNCERTAIN if foiled else _stance_to_negated(before, event)
    if event.status is Status.HYPOTHETICAL:
        return _stance_to_hypothetical(event, statement)
    if event.status is Status.FUTURE or _negated_somehow(before) or _ONLY_SPOKEN_OF.search(before):
        return Stance.UNCERTAIN
    return Stance.AFFIRMS


def _is_foiled(event: Event, statement: Statement, before: str) -> bool:
    """Whether somebody kept it from being done, which it was meant to be: "foiled an attack"."""
    span = next((one for one in statement.content if one.contains(event.trigger)), event.trigger)
    after = span.text[event.trigger.end - span.start :][:_NEAR]
    return _FOILS.search(before[-_NEAR:]) is not None or _FOILED.match(after) is not None


def _stance_to_negated(before: str, event: Event) -> Stance:
    """Denied, unless another thing is told in its place, or of others: "fines, no longer arrests".

    "Cannot thank them enough" is no negation.
    """
    if ends_in_no_negation(before + event.trigger.text):
        return Stance.AFFIRMS
    return Stance.UNCERTAIN if _INSTEAD.search(before) else Stance.DENIES


def _negated_somehow(before: str) -> bool:
    """Whether a negation stands before the event, which may or may not be what it negates."""
    start = max(map(before.rfind, ",.;:")) + 1
    return start < len(before) and has_negation([Span.of(before, start, len(before))])


def _words_before(event: Event, statement: Statement) -> str:
    """The words before the event's in what the statement says."""
    span = next((one for one in statement.content if one.contains(event.trigger)), event.trigger)
    end = event.trigger.start - span.start
    return span.text[max(0, end - _REACH) : end]


def _is_hoax(event: Event, statement: Statement) -> bool:
    """Whether the event is said not to be one: "the arrest is a hoax"."""
    if statement.stance is not Stance.AFFIRMS:
        return False
    span = next((one for one in statement.content if one.contains(event.trigger)), event.trigger)
    return _CALLED_FALSE.match(span.text, event.trigger.end - span.start) is not None


def _stance_to_hypothetical(event: Event, statement: Statement) -> Stance:
    """Hedged is affirmed all the same ("may have been planted"), wished for or feared is not."""
    if statement.act in _WISHES:
        return Stance.NONE
    if statement.stance is Stance.DENIES:
        alone = len(content_words(statement.content)) <= len(event.trigger.text.split())
        return Stance.DENIES if alone else Stance.UNCERTAIN
    hedged = statement.certainty in (Certainty.POSSIBLE, Certainty.PROBABLE)
    open_ = _ONLY_SPOKEN_OF.search(_words_before(event, statement)) is not None
    return Stance.AFFIRMS if hedged and not open_ else Stance.UNCERTAIN


def _who(one: Participant, entities: Mapping[str, Entity]) -> Entity:
    known = entities.get(one.actor) if one.actor is not None else None
    return known or Entity(
        name=" ".join(one.span.text.split()), kind=ActorKind.OTHER, country=None, named=False
    )
