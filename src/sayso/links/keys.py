"""Blocking keys: two assertions that may be one claim share a key, and few others do.

A key is a function of the assertion's content alone, so reports may come in any order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from sayso.links.assertions.assertion import Assertion, Count
from sayso.links.assertions.words import rarity
from sayso.links.claims.being import being_in
from sayso.links.claims.moment import moment_in
from sayso.links.claims.terms import NAME, terms_of, tolls_in
from sayso.links.claims.what_it_was_not import what_it_was_not
from sayso.links.contradictions import causes_of, things_in
from sayso.links.entity import name_words
from sayso.links.happenings import event_keys
from sayso.model import About
from sayso.model.hashing import key_of

_RAREST = 5
"""Of so many of the weightiest terms, each two make a key."""
_FEW = 2
"""So few terms make hardly a key: then what the report is about is part of one."""
_TELLING = 2
"""So many of the rarest words of a report's story."""


def keys_of(assertion: Assertion) -> frozenset[int]:
    """The keys of `assertion`, signed 64-bit whole numbers; none where it is too common to link.

    Of words: each two of its weightiest terms; of few words the weightiest, with what the report
    is about. Of a presence: who and where.
    """
    if assertion.about is About.EVENT:
        return event_keys(assertion)
    if assertion.presence is not None:
        who, where = assertion.presence.who, assertion.presence.where
        return frozenset([key_of("presence", *sorted(name_words(who)), "", where.name)])
    terms = terms_of(assertion)
    weights = {**dict.fromkeys(terms.names, NAME), **terms.weights}
    rarest = sorted(weights, key=lambda term: (-weights[term], term))[:_RAREST]
    keys = frozenset(key_of("words", *sorted(pair)) for pair in combinations(rarest, 2))
    if len(rarest) <= _FEW:
        keys |= _keys_in_story(assertion, rarest)
    else:
        keys |= _being_keys(assertion)
    counted = _toll_keys(assertion) | _figure_keys(assertion) | _thing_keys(assertion)
    given = _cause_keys(assertion) | _moment_keys(assertion) | _not_this_keys(assertion)
    return keys | counted | given


def _cause_keys(assertion: Assertion) -> frozenset[int]:
    """Keys of causes that an assertion gives or rules out, in whatever words."""
    causes, story = causes_of(assertion), assertion.story
    return frozenset(key_of("cause", one, stem.lower()) for one in causes for stem in story)


def _moment_keys(assertion: Assertion) -> frozenset[int]:
    """Keys of what happened at which time of day."""
    moment = moment_in(assertion)
    if moment is None:
        return frozenset()
    return frozenset(
        key_of("moment", moment.what, moment.at, stem.lower()) for stem in assertion.story
    )


def _not_this_keys(assertion: Assertion) -> frozenset[int]:
    """Keys of what is said that something was not."""
    told = what_it_was_not(assertion)
    if told is None:
        return frozenset()
    return frozenset(key_of("not", told.what, stem.lower()) for stem in assertion.story)


def _thing_keys(assertion: Assertion) -> frozenset[int]:
    """Keys of the things that are counted, however many they are.

    "I never said forty" may count anything that the report is about.
    """
    things, story = things_in(assertion.spans), {stem.lower() for stem in assertion.story}
    nouns = {things.noun} if things is not None else set[str]()
    if assertion.not_said_by is not None and not terms_of(assertion).words:
        nouns = story
    return frozenset(key_of("things", *pair) for pair in product(nouns, story))


def _figure_keys(assertion: Assertion) -> frozenset[int]:
    """Keys of the figures of killed, injured …, in whatever words they are told."""
    counts = assertion.wording.counts if assertion.wording is not None else ()
    return frozenset(
        key_of("figure", str(end), each.of, stem)
        for each in counts
        for end in _ends(each)
        for stem in assertion.story
    )


def _ends(count: Count) -> set[int]:
    """The ends of a figure; "more than 300" may be told as 300 too."""
    over = {count.low - 1} if count.low and count.high is None else set()
    return {end for end in (count.low, count.high) if end is not None} | over


def _toll_keys(assertion: Assertion) -> frozenset[int]:
    """Keys of how many were killed, injured …, which long and short clauses tell alike."""
    numbers = assertion.wording.numbers if assertion.wording is not None else frozenset[int]()
    return frozenset(
        key_of("number", str(each), toll, stem)
        for each in numbers
        for toll in tolls_in(assertion)
        for stem in assertion.story
    )


def _being_keys(assertion: Assertion) -> frozenset[int]:
    """Keys of what a clause says was there, of which others may say that there was none."""
    being = being_in(assertion)
    if being is None:
        return frozenset()
    return frozenset(key_of("told", being.thing, stem.lower()) for stem in assertion.story)


def _keys_in_story(assertion: Assertion, rarest: Sequence[str]) -> frozenset[int]:
    """Keys of a few words ("12 people died"), which only what the report is about tells apart.

    A single word ("no attack") has one with all that it is about.
    """
    story = sorted({stem.lower() for stem in assertion.story}, key=lambda one: (-rarity(one), one))
    telling = story if len(rarest) == 1 else story[:_TELLING]
    return frozenset(key_of("told", *rarest[:1], stem) for stem in telling)
