"""Why one who affirms and one who denies in like words may both be right: a list of rules.

What is denied must be what is affirmed: as done, of the same people, and in all that is denied.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.negation import scopes, says_no_somehow
from sayso.links.assertions.words import Word, content_words, rarity, stem, stems_of, words_of
from sayso.links.claims import concept_of, told_by
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
_BEFORE = 30
"""How many characters before a word may tell that it is only planned."""
_MOST = 0.5
"""So much of what a negation is of, by how rare its words are, the other side must tell."""
_NO_LONGER = re.compile(
    r"\b(?:no longer|any ?more|since)\b"
    r"|\b(?:not|never|n['’]t)\b[^.;]{0,60}\bfor (?:\w+ ){0,3}(?:days|decades|months|weeks|years)\b",
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


def affirmed_as_false(yes: Assertion, _: Assertion) -> bool:
    """Who seems to affirm says himself that it is not so: "the arrest is a lie", "without"."""
    return not (points(yes) or yes.negative) and says_no_somehow(yes.spans)


def denied_twice(_: Assertion, no: Assertion) -> bool:
    """Who denies calls it false in what he denies: "denied that the photo was a fake"."""
    in_words = no.wording is not None and not (points(no) or no.negative)
    return in_words and says_no_somehow(no.spans)


def only_planned(yes: Assertion, no: Assertion) -> bool:
    """What has not been done is only to be done on the other side: "efforts to recruit"."""
    if not no.negative or points(no) or any(_NOT_PLANNED.search(s.text) for s in no.spans):
        return False
    negated = {concept_of(each) for each in no.wording.negated} if no.wording is not None else ()
    told = [word for word in words_of(yes.spans) if concept_of(stem(word.lower)) in negated]
    return bool(told) and all(_is_planned(word, yes.spans) for word in told)


def denied_in_more(yes: Assertion, no: Assertion) -> bool:
    """What is negated is more than is affirmed: "has recruited nobody from abroad"."""
    if points(no):
        return False
    stems = {stem(w.lower) for scope in scopes(no.spans) for w in content_words([scope])}
    names = no.wording.names if no.wording is not None else frozenset()
    whole = sum(rarity(each) for each in sorted(stems - names))
    told = sum(rarity(each) for each in sorted(stems - names) if told_by(each, yes))
    return told < _MOST * whole


def no_longer(_: Assertion, no: Assertion) -> bool:
    """What is not so any more, or has not been for some time, was so before."""
    return not points(no) and any(_NO_LONGER.search(span.text) for span in no.spans)


def done_to_others(yes: Assertion, no: Assertion) -> bool:
    """One event is done to others than the other: "an aide to the leader was killed"."""
    if yes.happening is None or no.happening is None:
        return False
    some, others = yes.happening.recipients, no.happening.recipients
    if not (some and others):
        return False
    return not any(_may_be_one(one, other) for one, other in product(some, others))


RULES: tuple[Rule, ...] = (
    affirmed_as_false,
    denied_twice,
    only_planned,
    denied_in_more,
    no_longer,
    done_to_others,
)
"""The rules; where none holds, the two contradict each other."""


def _is_planned(word: Word, spans: tuple[Span, ...]) -> bool:
    span = next(each for each in spans if each.start <= word.start < each.end)
    place = word.start - span.start
    found = _PLANNED.search(span.text, max(0, place - _BEFORE), place)
    if found is None:
        return False
    before = found.start("to")
    return before < 0 or (before > 0 and _TOLD_TO.search(span.text, 0, before) is None)


def _may_be_one(one: Entity, other: Entity) -> bool:
    """Whether both may be called so: not "an aide to Orlen" and "Orlen"."""
    if one.named and other.named:
        return same_entity(one, other)
    if one.named or other.named:
        name, phrase = (one, other) if one.named else (other, one)
        return not set(name_words(name)) & set(name_words(phrase)) or _head(phrase) in name_words(name)
    return True


def _head(phrase: Entity) -> str:
    """The last word of a phrase before any "of": "the right-hand man" of …."""
    return stem(_OF.split(phrase.name.casefold(), maxsplit=1)[0].split()[-1])
