"""Whether two assertions about events are about one event."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from sayso.links.assertions.assertion import Assertion
from sayso.links.happenings.kinds import may_be_one
from sayso.links.happenings.likeness import likeness
from sayso.links.happenings.signs import SIGNS
from sayso.links.matching import Match

_LEAST: Final = 0.05
"""Reports whose stories are less alike are not compared further."""
_REMEMBERED = 1 << 13
"""Pairs that are not compared again for claims, contradictions and links: those of a batch."""


@lru_cache(maxsize=_REMEMBERED)
def same_event(a: Assertion, b: Assertion) -> Match | None:
    """The match of two assertions about events, None where they are not of one event.

    The words must fit, and something else must speak for it: the reports as a whole, or one report
    that tells both. Numbers need not agree, nor who did it, nor where or when: reports of one event
    may contradict each other. The same in either order.
    """
    one, other = a.happening, b.happening
    if one is None or other is None or not may_be_one(one, other):
        return None
    if a.report != b.report and likeness(a.story, b.story) < _LEAST:
        return None
    return SIGNS.match(a, b)
