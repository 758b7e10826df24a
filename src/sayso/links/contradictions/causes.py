"""Two causes of one thing: that it was done on purpose, or an accident, or by no such accident."""

from __future__ import annotations

import re

from sayso.links.assertions.assertion import Assertion
from sayso.links.claims.same_cause import in_one_story, mishap_of, of_one_mishap, outcomes_in
from sayso.links.contradictions.contradiction import Contradiction, between, speaker
from sayso.model import About, Clash, Stance

_DONE = re.compile(
    r"\bblowing up\b|\bblown up by\b|\bbomb(?:ed|ing)\b|\bset(?:ting)? fire to\b"
    r"|\bsabotag(?:ed|ing)\b|\bshot down\b",
    re.IGNORECASE,
)
"""Words for doing it on purpose: not "the terminal blew up"."""
_SURE = 0.8


def cause_contradiction(a: Assertion, b: Assertion) -> Contradiction | None:
    """In what two accounts of why something happened contradict each other."""
    for mishap, other in ((a, b), (b, a)):
        if not _is_mishap(mishap):
            continue
        if _is_deed(other) and _of_one_thing(other, mishap):
            reason = f"{speaker(other)} says that it was done on purpose, {speaker(mishap)} not."
            return between(other, mishap, clash=Clash.PARTY, score=_SURE, reason=reason)
        if _rules_out(other) and _by_others(mishap, other) and of_one_mishap(mishap, other):
            reason = f"{speaker(mishap)} gives it as the cause, {speaker(other)} rules it out."
            return between(mishap, other, clash=Clash.PARTY, score=_SURE, reason=reason)
    return None


def causes_of(one: Assertion) -> frozenset[str]:
    """The terms of what `one` gives a cause for, and of the accident that it gives or rules out."""
    told = mishap_of(one)
    return told | outcomes_in(one) if _is_deed(one) or _is_mishap(one) else told


def _is_deed(one: Assertion) -> bool:
    """Whether it names somebody who did it on purpose."""
    named = one.wording is not None and bool(one.wording.names)
    return _affirms(one) and named and any(_DONE.search(span.text) for span in one.spans)


def _is_mishap(one: Assertion) -> bool:
    """Whether it gives as the cause what nobody does on purpose."""
    return one.stance is Stance.AFFIRMS and bool(mishap_of(one))


def _rules_out(one: Assertion) -> bool:
    """Whether it says of a mishap that it was not the cause: "dust could not do such damage"."""
    return one.stance is Stance.DENIES and bool(mishap_of(one))


def _affirms(one: Assertion) -> bool:
    return one.about is About.WORDS and one.stance is Stance.AFFIRMS and not one.negative


def _of_one_thing(one: Assertion, other: Assertion) -> bool:
    """Whether both are of the same explosion, fire or crash: in one story, some weeks apart."""
    return bool(outcomes_in(one) & outcomes_in(other)) and in_one_story(one, other)


def _by_others(one: Assertion, other: Assertion) -> bool:
    return one.source is None or one.source != other.source
