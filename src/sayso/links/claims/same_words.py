"""Whether two clauses of different statements say the same, by their words."""

from __future__ import annotations

import re

from sayso.links.assertions.assertion import Assertion, Wording
from sayso.links.assertions.contraries import tells_what_it_was
from sayso.links.assertions.negation import calls_false, has_negation
from sayso.links.claims.features import (
    FIGURES,
    NOT_THIS,
    SAYINGS,
    WORDS,
    answers,
    days_between,
    meet,
    numbers_not_said,
    same_figure,
    same_not_this,
    same_story,
)
from sayso.links.claims.same_being import same_being
from sayso.links.claims.same_cause import same_cause
from sayso.links.claims.same_moment import same_moment
from sayso.links.claims.terms import shared_weight, terms_of, told_by
from sayso.links.matching import Match

_FEWEST_SHARED = 2
_ONESELF = re.compile(r"\b(?:I|[Mm]e|[Mm]ine|[Mm]y|[Mm]yself)\b")
_TWO_WORDS, _SOON = 0.6, 7
_LEAST_SHARED = 0.5
"""Where less of the shorter one's words is shared, no feature can make up for it."""


def same_words(a: Assertion, b: Assertion) -> Match | None:
    """The match of two WORDS assertions, None where they clearly differ.

    By their words, or by the figure, the cause, the thing there or the time of day that both tell.
    """
    found = (
        _by_words(a, b),
        _by_figure(a, b),
        _by_denied_numbers(a, b),
        same_cause(a, b),
        same_being(a, b),
        same_moment(a, b),
        _by_what_it_was_not(a, b),
    )
    matches = [match for match in found if match is not None]
    return max(matches, key=lambda match: match.score, default=None)


def _by_words(a: Assertion, b: Assertion) -> Match | None:
    if not _share_enough(a, b) or _contradict(a, b):
        return None
    return WORDS.match(a, b)


def _by_figure(a: Assertion, b: Assertion) -> Match | None:
    if not _same_figure(a, b):
        return None
    return FIGURES.match(a, b)


def _by_denied_numbers(a: Assertion, b: Assertion) -> Match | None:
    """Whether one never gave the numbers, he says, that another has him give."""
    if not numbers_not_said(a, b)[0] or not _of_one_story(a, b):
        return None
    return SAYINGS.match(a, b)


def _by_what_it_was_not(a: Assertion, b: Assertion) -> Match | None:
    """Whether two reports of one story have one speaker say what something was not."""
    if not same_not_this(a, b)[0] or not _of_one_story(a, b):
        return None
    return NOT_THIS.match(a, b)


def wording_of(one: Assertion) -> Wording:
    """What the words of a WORDS assertion name, count and date."""
    assert one.wording is not None
    return one.wording


def _same_figure(a: Assertion, b: Assertion) -> bool:
    """Whether both tell of one story how many were killed, injured …, and the same of the same."""
    one, other = wording_of(a), wording_of(b)
    if not (one.counts and other.counts) or a.negative != b.negative:
        return False
    if one.when and other.when and not meet(one.when, other.when):
        return False
    return bool(same_figure(a, b)[0]) and _of_one_story(a, b)


def _of_one_story(a: Assertion, b: Assertion) -> bool:
    """Whether the reports have three words of what they are about in common, or two in one week."""
    least = _TWO_WORDS if days_between(a, b) <= _SOON else 1.0
    return same_story(a, b)[0] >= least


def _share_enough(a: Assertion, b: Assertion) -> bool:
    """Whether they have two words, names or numbers in common, and half of the shorter's words.

    A single word is enough where it is all that two denials deny ("denies the crates"), where one
    points at the other ("they lied"), and where of one story one says what it was that the other
    denies ("no reason to suspect an attack", "this was no accident").
    """
    one, other = terms_of(a), terms_of(b)
    both = one.words & other.words
    if not both or shared_weight(a, b) < _LEAST_SHARED * min(one.weight, other.weight):
        return False
    if len(both) > 1:
        return True
    if one.words == other.words and (a.stance is b.stance or _points_at(a, b) or _answers(a, b)):
        return True
    more = (one.names & other.names) or (wording_of(a).numbers & wording_of(b).numbers)
    return bool(more) and shared_weight(a, b) >= _LEAST_SHARED * max(one.weight, other.weight)


def _points_at(a: Assertion, b: Assertion) -> bool:
    """Whether one says something of what the other tells, and so has the same wording."""
    return a.report == b.report and a.wording == b.wording


def _answers(a: Assertion, b: Assertion) -> bool:
    """Whether one says what it was, which the other denies, in reports surely of one story."""
    told = tells_what_it_was(a.spans) or tells_what_it_was(b.spans)
    return told and answers(a, b)[0] == same_story(a, b)[0] == 1.0


def _contradict(a: Assertion, b: Assertion) -> bool:
    """Whether they give other numbers or times, or it is not clear what a negation in them negates.

    "He may not come" and "what, he says, may not come" have the same negation, though only one says
    so plainly; so have clauses that are cut from the same words.
    """
    one, other = wording_of(a), wording_of(b)
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return True
    if one.when and other.when and not meet(one.when, other.when):
        return True
    if _by_others(a, b) and _of_oneself(a) and _of_oneself(b):
        return True
    if a.negative == b.negative or _points_at(a, b):
        return False
    return not _negates(*((a, b) if a.negative else (b, a)))


def _by_others(a: Assertion, b: Assertion) -> bool:
    return a.source != b.source or (a.source is None and a.report != b.report)


def _of_oneself(one: Assertion) -> bool:
    """Whether somebody tells of himself, which nobody else can: "my own shop has never shut"."""
    return any(_ONESELF.search(span.text) for span in one.spans)


def _negates(no: Assertion, yes: Assertion) -> bool:
    """Whether what `no` says is not so is what `yes` tells: "was not shut" and "was shut"."""
    if (
        has_negation(yes.spans)
        or calls_false(yes.spans)
        or (no.report == yes.report and _overlap(no, yes))
    ):
        return False
    return any(told_by(stem, yes) for stem in wording_of(no).negated)


def _overlap(a: Assertion, b: Assertion) -> bool:
    return any(span.overlaps(other) for span in a.spans for other in b.spans)
