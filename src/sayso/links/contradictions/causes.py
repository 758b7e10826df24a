"""Two causes of one thing: that it was done on purpose, or an accident, or by no such accident."""

from __future__ import annotations

import re
from typing import Final

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import stem
from sayso.links.claims.features import days_between, same_story
from sayso.links.claims.terms import terms_of
from sayso.links.contradictions.contradiction import Contradiction, between, speaker
from sayso.model import About, Clash, Stance

_OUTCOMES: Final = frozenset(("=crash", "=explosion", "=fire"))
"""The concepts of what can be done, or happen by itself."""
_CAUSE: Final = "=cause"
_MISHAPS = frozenset(
    map(stem, "dust fault faulty leak lightning malfunction mishap negligence wiring".split())
)
"""Stems of what nobody does on purpose."""
_DONE = re.compile(
    r"\bblowing up\b|\bblown up by\b|\bbomb(?:ed|ing)\b|\bset(?:ting)? fire to\b"
    r"|\bsabotag(?:ed|ing)\b|\bshot down\b",
    re.IGNORECASE,
)
"""Words for doing it on purpose: not "the terminal blew up"."""
_STORY, _LONG = 0.6, 60
"""Two words that tell what both reports are about, and the days between them at most."""
_SURE = 0.8


def cause_contradiction(a: Assertion, b: Assertion) -> Contradiction | None:
    """In what two accounts of why something happened contradict each other."""
    for mishap, other in ((a, b), (b, a)):
        if not _is_mishap(mishap):
            continue
        if _is_deed(other) and _of_one_thing(other, mishap):
            reason = f"{speaker(other)} says that it was done on purpose, {speaker(mishap)} not."
            return between(other, mishap, clash=Clash.PARTY, score=_SURE, reason=reason)
        if _rules_out(other) and _of_one_mishap(mishap, other):
            reason = f"{speaker(mishap)} gives it as the cause, {speaker(other)} rules it out."
            return between(mishap, other, clash=Clash.PARTY, score=_SURE, reason=reason)
    return None


def causes_of(one: Assertion) -> frozenset[str]:
    """The terms of what `one` gives a cause for, and of the accident that it gives or rules out."""
    words, found = terms_of(one).words, frozenset[str]()
    if _is_deed(one) or _is_mishap(one):
        found |= words & _OUTCOMES
    if _is_mishap(one) or _rules_out(one):
        found |= words & _MISHAPS
    return found


def _is_deed(one: Assertion) -> bool:
    """Whether it names somebody who did it on purpose."""
    named = one.wording is not None and bool(one.wording.names)
    return _affirms(one) and named and any(_DONE.search(span.text) for span in one.spans)


def _is_mishap(one: Assertion) -> bool:
    """Whether it gives as the cause what nobody does on purpose."""
    return _affirms(one) and _tells_a_mishap(one)


def _rules_out(one: Assertion) -> bool:
    """Whether it says of a mishap that it was not the cause: "dust could not do such damage"."""
    denies = one.about is About.WORDS and one.stance is Stance.DENIES
    return denies and _tells_a_mishap(one)


def _tells_a_mishap(one: Assertion) -> bool:
    words = terms_of(one).words
    return _CAUSE in words and not words.isdisjoint(_MISHAPS)


def _affirms(one: Assertion) -> bool:
    return one.about is About.WORDS and one.stance is Stance.AFFIRMS and not one.negative


def _of_one_thing(one: Assertion, other: Assertion) -> bool:
    """Whether both are of the same explosion, fire or crash: in one story, some weeks apart."""
    same = terms_of(one).words & terms_of(other).words & _OUTCOMES
    return bool(same) and _in_one_story(one, other)


def _of_one_mishap(one: Assertion, no: Assertion) -> bool:
    """Whether others speak of the same mishap, and of nothing else that it did or did not do."""
    same = terms_of(one).words & terms_of(no).words & _MISHAPS
    outcomes = [terms_of(each).words & _OUTCOMES for each in (one, no)]
    apart = all(outcomes) and outcomes[0].isdisjoint(outcomes[1])
    by_one = one.source is not None and one.source == no.source
    return bool(same) and not (apart or by_one) and _in_one_story(one, no)


def _in_one_story(one: Assertion, other: Assertion) -> bool:
    return days_between(one, other) <= _LONG and same_story(one, other)[0] >= _STORY
