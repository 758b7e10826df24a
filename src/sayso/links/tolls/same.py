"""Whether two tolls count the same people of the same event, so that their numbers compare."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from sayso.links.assertions.assertion import Stretch
from sayso.links.assertions.words import rarity
from sayso.links.tolls.toll import Toll
from sayso.model.hashing import key_of

_SHARED = 0.25
"""So much of the rarer words that tell what the two reports are about must be the same."""
_SHARED_SOON = 0.16
"""So much is enough of two reports that were published within a week: two rare words."""
_SOON = 7
_APART = 60
"""Reports that were published so many days apart or less may be about one event."""
_TELLING = 12
"""How many of a story's words make keys."""


def same_matter(a: Toll, b: Toll) -> bool:
    """Whether the two can be numbers of one thing: same event, place and time, same people."""
    return (
        a.count.of is b.count.of
        and (a.whom == b.whom or _of_nobody(a) or _of_nobody(b))
        and not (a.part or b.part)
        and shared(a.story, b.story) >= (_SHARED_SOON if _soon(a, b) else _SHARED)
        and _near(a, b)
        and _one_place(a, b)
    )


def toll_keys(toll: Toll) -> frozenset[int]:
    """Keys that two tolls share when their reports are told by two of the same rare words."""
    telling = sorted(toll.story, key=lambda each: (-rarity(each), each))[:_TELLING]
    pairs = combinations(sorted(telling), 2)
    return frozenset(key_of("toll", toll.count.of, *pair) for pair in pairs)


def shared(one: Iterable[str], other: Iterable[str]) -> float:
    """How much of two stories is the same, by how rare their words are: from 0 to 1."""
    first, second = ({stem.lower() for stem in story} for story in (one, other))
    least = min(_weight(first), _weight(second))
    return _weight(first & second) / least if least else 0.0


def _weight(stems: Iterable[str]) -> float:
    return sum(map(rarity, stems))


def _of_nobody(toll: Toll) -> bool:
    """Whether it says of everybody that he is not counted: "nobody was killed"."""
    return toll.count.high == 0 and toll.whom is None


def _near(a: Toll, b: Toll) -> bool:
    """Whether the times that they give, or the days on which they were published, agree."""
    if a.when and b.when:
        return a.when.first <= b.when.last and b.when.first <= a.when.last
    for one, other in ((a, b), (b, a)):
        if one.when and other.said.published and _days(one.when, other.said.published) > _APART:
            return False
    apart = _apart(a, b)
    return apart <= _APART if apart is not None else a.said.report == b.said.report


def _soon(a: Toll, b: Toll) -> bool:
    apart = _apart(a, b)
    return apart is not None and apart <= _SOON


def _apart(a: Toll, b: Toll) -> int | None:
    """How many days lie between the two reports, null where one is not dated."""
    one, other = a.said.published, b.said.published
    if one is None or other is None:
        return None
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _days(when: Stretch, published: str) -> int:
    """How many days `published` is from the nearest day of `when`."""
    first, day, last = map(date.fromisoformat, (when.first, published, when.last))
    return max((first - day).days, (day - last).days, 0)


def _one_place(a: Toll, b: Toll) -> bool:
    """Whether no place that one names rules out those of the other: by name or by country."""
    if not (a.where and b.where):
        return True
    names = {spot.name for spot in a.where} & {spot.name for spot in b.where}
    wider = {spot.country for spot in a.where} & {spot.country for spot in b.where} - {None}
    return bool(names) or bool(wider)
