"""Whether two clauses give the same accident as the cause of one thing, or rule it out."""

from __future__ import annotations

from typing import Final

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import stem
from sayso.links.claims.features import CAUSES, days_between, same_story
from sayso.links.claims.terms import terms_of
from sayso.links.matching import Match

_OUTCOMES: Final = frozenset(("=crash", "=explosion", "=fire", "=flood", stem("outage")))
"""The terms of what can be done, or happen by itself."""
_ONE: Final = frozenset(("=explosion", "=fire"))
"""Of these one can be the other."""
_ALONE: Final = stem("alone")
_STORY, _LONG = 0.6, 60
"""Two words that tell what both reports are about, and the days between them at most."""


def same_cause(a: Assertion, b: Assertion) -> Match | None:
    """The match of two WORDS assertions on the same accident as the cause of one thing.

    That it was not enough "alone" is another claim.
    """
    if not of_one_mishap(a, b) or any(_ALONE in terms_of(one).words for one in (a, b)):
        return None
    return CAUSES.match(a, b)


def of_one_mishap(a: Assertion, b: Assertion) -> bool:
    """Whether both speak of the same accident as the cause, and of nothing else that it caused."""
    one, other = mishap_of(a), mishap_of(b)
    if not (one and other and (one <= other or other <= one)):
        return False
    first, second = (_with_like(outcomes_in(each)) for each in (a, b))
    return not (first and second and first.isdisjoint(second)) and in_one_story(a, b)


def mishap_of(one: Assertion) -> frozenset[str]:
    """The stems of the accident that `one` gives as the cause of something, or rules out."""
    return one.wording.mishap if one.wording is not None else frozenset()


def outcomes_in(one: Assertion) -> frozenset[str]:
    """The terms of explosions, fires and crashes in the words of `one`."""
    return terms_of(one).words & _OUTCOMES


def in_one_story(one: Assertion, other: Assertion) -> bool:
    """Whether their reports are surely of one story, and near in time."""
    return days_between(one, other) <= _LONG and same_story(one, other)[0] >= _STORY


def _with_like(outcomes: frozenset[str]) -> frozenset[str]:
    return outcomes if outcomes.isdisjoint(_ONE) else outcomes | _ONE
