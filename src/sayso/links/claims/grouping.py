"""From matches to groups: no group holds two assertions that do not match.

Complete linkage (Sørensen 1948), the best matches first: so a chain of likenesses, each good
enough, does not tie together what is not alike. What comes out does not depend on the order of
anything. Pairs that share no blocking key, which nobody compared, are compared here when others
would bring them together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso.links.assertions.assertion import Assertion
from sayso.links.claims.groups import Group, group_of
from sayso.links.claims.same_claim import same_claim
from sayso.model import Span, Stance

Pair = tuple[str, str]
"""The ids of two assertions, the smaller first."""


def group(
    assertions: Iterable[Assertion], scores: Mapping[Pair, float | None]
) -> tuple[Group, ...]:
    """The groups of `assertions`, given what came of the pairs that were compared.

    `scores` are those of their matches, None where they do not match.

    Each assertion is in one group of its sort, perhaps alone; of two groups of different sorts
    with the same statements the fuller one stays. In the order of the gist's id.
    """
    by_id = {one.id: one for one in assertions}
    clusters = _Clusters(by_id, scores)
    for one, other in _best_first(by_id, scores):
        clusters.join(one, other)
    groups = [group_of([by_id[each] for each in members]) for members in clusters.all()]
    return tuple(sorted(_once(groups), key=lambda each: each.gist.id))


class _Clusters:
    """Which assertions are together so far."""

    def __init__(self, by_id: Mapping[str, Assertion], scores: Mapping[Pair, float | None]) -> None:
        self._by_id = by_id
        self._match = {pair: score is not None for pair, score in scores.items()}
        self._members = {each: [each] for each in by_id}
        self._of = {each: each for each in by_id}
        self._apart: set[Pair] = set()

    def join(self, one: str, other: str) -> None:
        """Put the clusters of two assertions together if each of one matches each of the other."""
        first, second = _pair(self._of[one], self._of[other])
        if first == second or (first, second) in self._apart:
            return
        if not self._all_match(first, second):
            self._apart.add((first, second))
            return
        moved = self._members.pop(second)
        self._members[first] += moved
        self._of.update(dict.fromkeys(moved, first))

    def all(self) -> Iterator[list[str]]:
        """The clusters, each as its assertions' ids."""
        yield from self._members.values()

    def _all_match(self, first: str, second: str) -> bool:
        return all(
            self._do_match(_pair(one, other))
            for one in self._members[first]
            for other in self._members[second]
        )

    def _do_match(self, pair: Pair) -> bool:
        if pair not in self._match:
            one, other = pair
            self._match[pair] = same_claim(self._by_id[one], self._by_id[other]) is not None
        return self._match[pair]


def _best_first(by_id: Mapping[str, Assertion], scores: Mapping[Pair, float | None]) -> list[Pair]:
    """The pairs that match; whoever takes no stance comes last, and so parts none who take one."""
    found = (
        (Stance.NONE in {by_id[each].stance for each in pair}, -score, pair)
        for pair, score in scores.items()
        if score is not None and by_id.keys() >= set(pair)
    )
    return [pair for *_, pair in sorted(found)]


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def _once(groups: Iterable[Group]) -> Iterator[Group]:
    """The groups without those whose every word another group of the same statements has too."""
    kept_at: defaultdict[str, list[Group]] = defaultdict(list)
    for each in sorted(groups, key=_fullness):
        first = each.stands[0].assertion.statement
        if not any(_has(fuller, each) for fuller in kept_at[first]):
            yield each
            for statement in {stand.assertion.statement for stand in each.stands}:
                kept_at[statement].append(each)


def _fullness(one: Group) -> tuple[int, str, str]:
    """The most statements first; among as many, what is known best: events, presences, words."""
    return -len({stand.assertion.statement for stand in one.stands}), one.about, one.gist.id


def _has(fuller: Group, other: Group) -> bool:
    """Whether each statement of `other` says the same in `fuller`, with some of the same words."""
    if fuller.about is other.about:
        return False
    said: defaultdict[tuple[str, Stance], list[Span]] = defaultdict(list)
    for stand in fuller.stands:
        said[stand.assertion.statement, stand.stance] += stand.assertion.spans
    return all(
        any(
            span.overlaps(own)
            for span in said.get((stand.assertion.statement, stand.stance), ())
            for own in stand.assertion.spans
        )
        for stand in other.stands
    )
