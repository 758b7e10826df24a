"""Whether two assertions give the same time of day for one event."""

from __future__ import annotations

from sayso.links.assertions.assertion import Assertion
from sayso.links.claims.features import MOMENTS, meet, same_clock
from sayso.links.claims.same_cause import in_one_story
from sayso.links.matching import Match


def same_moment(a: Assertion, b: Assertion) -> Match | None:
    """The match of two WORDS assertions that have one event happen at the same time of day."""
    if not same_clock(a, b)[0] or not in_one_story(a, b):
        return None
    assert a.wording is not None
    assert b.wording is not None
    if a.wording.when and b.wording.when and not meet(a.wording.when, b.wording.when):
        return None
    return MOMENTS.match(a, b)
