"""Why one who affirms and one who denies in like words may both be right: a list of rules.

What is denied must be what is affirmed: as done, of the same people, and in all that is denied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import product

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.contraries import (
    tells_a_state,
    tells_what_it_was,
    tells_what_passes,
)
from sayso.links.assertions.negation import says_no_somehow, scopes
from sayso.links.assertions.words import Word, content_words, rarity, stem, stems_of, words_of
from sayso.links.claims import concept_of, same_claim, share_told, told_by
from sayso.links.claims.features import same_story
from sayso.links.claims.terms import subject_of, terms_of
from sayso.links.entity import Entity, name_words, same_entity
from sayso.model import Span

_PLANNED = re.compile(
    r"(?:\b(?:shall|should|will|would)|['’]ll|(?<!n['’])\b(?P<to>to))"
    r"\s+(?:be\s+|\w+ly\s+){0,2}$",
    re.IGNORECASE,
)
_TOLD_TO = re.compile(
    r"\b(?:alleged|allowed|appear(?:s|ed)?|began|believed|claim(?:s|ed)?|confirmed|continued?s?|forced"
    r"|found|helped|known|managed|proved|reported|said|seem(?:s|ed)?|shown|started|thought|understood"
    r"|used) $",
    re.IGNORECASE,
)
"""Words after which "to" tells what is or was, and not what is to be."""
_NOT_PLANNED = re.compile(
    r"\b(?:shall|should|will|would) (?:never|not)\b|\b(?:shan|shouldn|won|wouldn)['’]t\b",
    re.IGNORECASE,
)
_MAY_BE = re.compile(
    r"\b(?:can|could|may|might|shall|should|will|would)\s(?:\w+ly\s)?(?:be\s)?$", re.IGNORECASE
)
_POSSIBLE = re.compile(
    r"\b(?:can|could|may|might)\s(?:\w+ly\s)?(?:be\s)?(?!have\b|be\b|not\b)(?P<verb>\w+)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\W*(?:(?P<one>he|she|I)|(?P<several>they|we))\s", re.IGNORECASE)
_ANOTHER = re.compile(r"\W*(?:an)?other\b", re.IGNORECASE)
_BEFORE = 30
"""How many characters before a word may tell that it is only planned."""
_SURE = 0.8
"""How likely two clauses must be one claim before they clash."""
_SEVERAL = 2
"""So many words tell what is denied; a single one may be said of many things."""
_MOST = 0.55
"""So much of what is denied, by how rare its words are, the other side must tell."""
_NO_LONGER = re.compile(
    r"\b(?:no longer|any ?more|since)\b"
    r"|\b(?:not|never|n['’]t)\b[^.;]{0,60}\bfor (?:\w+ ){0,3}(?:days|decades|months|weeks|years)\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(r"\b(?:decades?|years) (?:ago|before|earlier)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:never|no|not)\b|n['’]t\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:are|is|now|remains?)\b|['’](?:re|s)\s", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:no|nobody|not|never|n['’]t)\b[^.;]{0,100}?\b(?:during|when|while)\s(?P<time>[^.;]{1,150})",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:by|for|from|in|of|to|who|with)\s")

Rule = Callable[[Assertion, Assertion], bool]


def may_both_be_true(yes: Assertion, no: Assertion) -> bool:
    """Whether some rule tells that `no` denies something else than `yes` affirms."""
    return any(rule(yes, no) for rule in RULES)


def points(one: Assertion) -> bool:
    """Whether it says of somebody else's words that they are true, or not, or withdraws its own."""
    return one.stems != stems_of(one.spans)


def false_in_one(yes: Assertion, no: Assertion) -> bool:
    """One of them says in its own words that it is not so: "the arrest is a lie", "without".

    Where both do, that is what they speak of: "it is a forgery", "denied that it was a forgery".
    """
    in_no = no.wording is not None and _says_no(no)
    return _says_no(yes) != in_no


def only_planned(yes: Assertion, no: Assertion) -> bool:
    """What has not been done is only to be done on the other side: "efforts to recruit"."""
    if yes.happening is not None and not points(no):
        return _may_still_be(yes.happening.trigger, yes.spans)
    if yes.wording is not None and not points(no):
        verbs = [found["verb"] for span in yes.spans for found in _POSSIBLE.finditer(span.text)]
        if any(told_by(stem(verb.casefold()), no) for verb in verbs) and not _is_possible(no):
            return True
    if not no.negative or points(no) or any(_NOT_PLANNED.search(s.text) for s in no.spans):
        return False
    negated = {concept_of(each) for each in no.wording.negated} if no.wording is not None else ()
    told = [word for word in words_of(yes.spans) if concept_of(stem(word.lower)) in negated]
    return bool(told) and all(_is_planned(word, yes.spans) for word in told)


def hardly_one(yes: Assertion, no: Assertion) -> bool:
    """The two are alike enough for a claim, not for a clash; "he is dead" is always enough.

    So is what the other side tells in full: who denies it denies it with whatever goes with it.
    """
    if yes.wording is None or no.wording is None or tells_a_state(no.spans):
        return False
    match = same_claim(yes, no)
    return match is None or (match.score < _SURE and not _tells_all(yes, no))


def denied_in_more(yes: Assertion, no: Assertion) -> bool:
    """What is denied is more than is affirmed: "has recruited nobody from abroad"."""
    if points(no):
        return False
    if no.wording is not None and not no.negative:
        return share_told(no, yes) < _MOST
    return not _is_mostly_told(scopes(no.spans), no, yes)


def only_then(yes: Assertion, no: Assertion) -> bool:
    """What is denied is only what was at one time: "fired no shot when he was arrested"."""
    if points(no):
        return False
    found = (_THEN.search(span.text) for span in no.spans)
    times = [Span(0, len(then["time"]), then["time"]) for then in found if then is not None]
    return not _is_mostly_told(times, no, yes)


def no_longer(_: Assertion, no: Assertion) -> bool:
    """What is not so any more, or has not been for some time, was so before."""
    return not points(no) and any(_NO_LONGER.search(span.text) for span in no.spans)


def long_ago(yes: Assertion, no: Assertion) -> bool:
    """Only one of them speaks of what was years ago: "married him six years ago"."""
    return not points(no) and _is_long_ago(yes) != _is_long_ago(no)


def of_other_people(yes: Assertion, no: Assertion) -> bool:
    """One tells of one person, the other of several: "he had not seen it", "they have seen it"."""
    if points(no):
        return False
    if any(_ANOTHER.match(each.spans[0].text) for each in (yes, no)):
        return True
    one, other = (_PERSON.match(each.spans[0].text) for each in (yes, no))
    return one is not None and other is not None and one.lastgroup != other.lastgroup


def of_before(yes: Assertion, no: Assertion) -> bool:
    """Only one of them was said on an earlier occasion: "last year, a hoax claimed"."""
    return yes.of_before != no.of_before and not (points(no) and yes.report == no.report)


def of_another_day(yes: Assertion, no: Assertion) -> bool:
    """What comes and goes is told of two times: "was closed", and, by another day, "is open"."""
    if tells_what_passes(yes.spans) == tells_what_passes(no.spans):
        return False
    one, other = (any(_NOW.search(s.text) for s in each.spans) for each in (yes, no))
    return one != other or (one and yes.published != no.published)


def done_to_others(yes: Assertion, no: Assertion) -> bool:
    """One event is done to others than the other: "an aide to the leader was killed"."""
    if yes.happening is None or no.happening is None:
        return False
    some, others = yes.happening.recipients, no.happening.recipients
    if not (some and others):
        return False
    return not any(_may_be_one(one, other) for one, other in product(some, others))


RULES: tuple[Rule, ...] = (
    hardly_one,
    false_in_one,
    only_planned,
    denied_in_more,
    only_then,
    no_longer,
    long_ago,
    of_other_people,
    of_before,
    of_another_day,
    done_to_others,
)
"""The rules; where none holds, the two contradict each other."""


def _tells_all(yes: Assertion, no: Assertion) -> bool:
    """Whether `yes` says of the same subject, and negates nothing, all that `no` denies."""
    if yes.wording is None or no.wording is None or same_story(yes, no)[0] < 1.0:
        return False
    if subject_of(yes) != subject_of(no) or any(_NOT.search(span.text) for span in yes.spans):
        return False
    denied, told = terms_of(no), {concept_of(each) for each in yes.wording.core}
    return (
        len(denied.words) >= _SEVERAL
        and denied.words <= told
        and denied.names <= yes.wording.names
        and no.wording.numbers <= yes.wording.numbers
    )


def _is_mostly_told(words: Iterable[Span], no: Assertion, yes: Assertion) -> bool:
    """Whether `yes` tells most of these words of `no`, names aside, by how rare they are."""
    names = no.wording.names if no.wording is not None else frozenset()
    stems = {stem(word.lower) for span in words for word in content_words([span])} - names
    whole = sum(map(rarity, sorted(stems)))
    told = sum(rarity(each) for each in sorted(stems) if told_by(each, yes))
    return told >= _MOST * whole


def _says_no(one: Assertion) -> bool:
    """Whether its words negate something, without that being what its stance tells."""
    told = points(one) or one.negative or tells_what_it_was(one.spans)
    return not told and says_no_somehow(one.spans)


def _is_long_ago(one: Assertion) -> bool:
    return any(_LONG_AGO.search(span.text) for span in one.spans)


def _is_possible(one: Assertion) -> bool:
    return any(_POSSIBLE.search(span.text) for span in one.spans)


def _is_planned(word: Word, spans: tuple[Span, ...]) -> bool:
    span = next(each for each in spans if each.start <= word.start < each.end)
    place = word.start - span.start
    found = _PLANNED.search(span.text, max(0, place - _BEFORE), place)
    if found is None:
        return False
    before = found.start("to")
    return before < 0 or (before > 0 and _TOLD_TO.search(span.text, 0, before) is None)


def _may_still_be(trigger: Span, spans: tuple[Span, ...]) -> bool:
    """Whether an event may still happen, or not: "could be charged"."""
    held = next((span for span in spans if span.contains(trigger)), trigger)
    return _MAY_BE.search(held.text, 0, trigger.start - held.start) is not None


def _may_be_one(one: Entity, other: Entity) -> bool:
    """Whether both may be called so: not "an aide to Orlen" and "Orlen"."""
    if one.named and other.named:
        return same_entity(one, other)
    if one.named or other.named:
        name, phrase = (one, other) if one.named else (other, one)
        words = name_words(name)
        return _head(phrase) in words or not set(words) & set(name_words(phrase))
    return True


def _head(phrase: Entity) -> str:
    """The last word of a phrase before any "of": "the right-hand man" of …."""
    return stem(_OF.split(phrase.name.casefold(), maxsplit=1)[0].split()[-1])
