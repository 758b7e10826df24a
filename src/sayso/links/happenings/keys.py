"""Keys by which happenings that may be one are found among many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import rarity
from sayso.links.happenings.kinds import sorts_of
from sayso.links.happenings.likeness import names_in
from sayso.model.hashing import key_of

_TELLING: Final = 8
"""So many of a story's words, names and then the rarest first, make keys, two by two."""


def event_keys(one: Assertion) -> frozenset[int]:
    """Signed 64-bit keys: two assertions that may be of one event share one, and few others do.

    A key is made of what sort of happening it is, and of two words by which the report's story is
    known, names where there are enough, or of the report itself. The keys follow from the assertion
    alone.
    """
    if one.happening is None:
        return frozenset()
    sorts = sorts_of(one.happening)
    return frozenset(key_of("event", sort, *story) for sort in sorts for story in _stories(one))


def _stories(one: Assertion) -> Iterator[tuple[str, ...]]:
    names = names_in(one.story)
    telling = sorted(one.story, key=lambda stem: (stem not in names, -rarity(stem.lower()), stem))
    yield (one.report,)
    yield from combinations(sorted(stem.lower() for stem in telling[:_TELLING]), 2)
