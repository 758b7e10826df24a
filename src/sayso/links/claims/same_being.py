"""Whether two assertions say of one thing that it was there, or was not."""

from __future__ import annotations

from functools import lru_cache

from sayso.links.assertions.assertion import Assertion
from sayso.links.claims.being import being_in
from sayso.links.claims.features import BEING, meet, same_story, same_thing
from sayso.links.claims.terms import concept_of
from sayso.links.matching import Match
from sayso.model import Stance


def same_being(a: Assertion, b: Assertion) -> Match | None:
    """The match of two WORDS assertions on the being there of one thing, in one story.

    One says nothing else of it, and who says that there was none never does: that there were no
    crates at the school is another claim. Where not both say "there was", it must be a thing that
    both reports are about.
    """
    if not same_thing(a, b)[0] or not _may_be_one(a, b) or same_story(a, b)[0] < 1.0:
        return None
    one, other = being_in(a), being_in(b)
    assert one is not None
    assert other is not None
    if not (one.outright and other.outright) and one.thing not in _about(a.story) & _about(b.story):
        return None
    return BEING.match(a, b)


def _may_be_one(a: Assertion, b: Assertion) -> bool:
    assert a.wording is not None
    assert b.wording is not None
    bare = [one for one in (a, b) if (being := being_in(one)) is not None and being.bare]
    if not bare or any(one.stance is Stance.DENIES and one not in bare for one in (a, b)):
        return False
    if a.wording.when and b.wording.when and not meet(a.wording.when, b.wording.when):
        return False
    numbers, others = a.wording.numbers, b.wording.numbers
    return not (numbers and others) or not numbers.isdisjoint(others)


@lru_cache(maxsize=4_096)
def _about(story: frozenset[str]) -> frozenset[str]:
    return frozenset(concept_of(stem.lower()) for stem in story)
