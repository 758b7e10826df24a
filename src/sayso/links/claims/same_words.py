"""Whether two clauses of different statements say the same, by their words."""

from __future__ import annotations

import re

from sayso.links.assertions.assertion import Assertion, Wording
from sayso.links.assertions.negation import calls_false, has_negation
from sayso.links.claims.features import WORDS, WORDS_START, meet
from sayso.links.claims.terms import shared_weight, terms_of, told_by
from sayso.links.matching import Match

_FEWEST_SHARED = 2
_ONESELF = re.compile(r"\b(?:I|[Mm]e|[Mm]ine|[Mm]y|[Mm]yself)\b")
_LEAST_SHARED = 0.5
"""Where less of the shorter one's words is shared, no feature can make up for it."""


def same_words(a: Assertion, b: Assertion) -> Match | None:
    """The match of two WORDS assertions; None at once where they clearly differ."""
    if not _share_enough(a, b) or _contradict(a, b):
        return None
    return Match.of(WORDS_START, (row.feature(a, b) for row in WORDS))


def wording_of(one: Assertion) -> Wording:
    """What the words of a WORDS assertion name, count and date."""
    assert one.wording is not None
    return one.wording


def _share_enough(a: Assertion, b: Assertion) -> bool:
    """Whether they have two words, names or numbers in common, and half of the shorter's words.

    A single word is enough where it is all that two denials deny ("denies the crates"), and where
    one points at the other ("they lied").
    """
    one, other = terms_of(a), terms_of(b)
    both = one.words & other.words
    if not both or shared_weight(one, other) < _LEAST_SHARED * min(one.weight, other.weight):
        return False
    if len(both) > 1:
        return True
    if one.words == other.words and (a.stance is b.stance or _points_at(a, b)):
        return True
    more = (one.names & other.names) or (wording_of(a).numbers & wording_of(b).numbers)
    return bool(more) and shared_weight(one, other) >= _LEAST_SHARED * max(one.weight, other.weight)


def _points_at(a: Assertion, b: Assertion) -> bool:
    """Whether one says something of what the other tells, and so has the same wording."""
    return a.report == b.report and a.wording == b.wording


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
    return a.negative != b.negative and not _negates(*((a, b) if a.negative else (b, a)))


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
