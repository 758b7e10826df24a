"""Keys by which happenings that may be one are found among many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import rarity
from sayso.links.happenings.kinds import sorts_of
from sayso.links.happenings.likeness import names_in
from sayso.links.hashing import key_of

_RARE: Final = 5.0
"""A name of this rarity makes a key by itself, two commoner ones make one together."""


def event_keys(one: Assertion) -> frozenset[int]:
    """Signed 64-bit keys: two assertions that may be of one event share one, and few others do.

    A key is made of what sort of happening it is, and of the names by which the report's story is
    known, or of the report itself. The keys follow from the assertion alone.
    """
    if one.happening is None:
        return frozenset()
    sorts = sorts_of(one.happening)
    return frozenset(key_of("event", sort, *story) for sort in sorts for story in _stories(one))


def _stories(one: Assertion) -> Iterator[tuple[str, ...]]:
    names = names_in(one.story) or one.story
    rare = frozenset(name for name in names if rarity(name.lower()) >= _RARE)
    yield (one.report,)
    yield from ((name,) for name in rare)
    yield from combinations(sorted(names - rare), 2)
