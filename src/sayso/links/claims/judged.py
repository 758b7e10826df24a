"""Groups as people judged them: those that are one claim, and what stands apart.

A person merges and splits claims by ids of their day. A bond holds by the words by which the claim
was known then, so that it goes on holding when claims are made again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from sayso.links.claims.groups import Group, group_of


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """The claim on which `statement` has the words at `places` of its report."""

    statement: str
    places: tuple[tuple[int, int], ...]

    def hold(self, group: Group) -> int:
        """How many of the characters the statement has in `group`, 0 if it is not in it."""
        return sum(
            max(0, min(own.end, end) - max(own.start, start))
            for stand in group.stands
            if stand.assertion.statement == self.statement
            for own in stand.assertion.spans
            for start, end in self.places
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """Claims that are one (`merged`), and statements that are on no such claim (`split`)."""

    merged: frozenset[tuple[Anchor, Anchor]] = frozenset()
    split: frozenset[tuple[Anchor, str]] = frozenset()

    def partners(self, statements: Container[str]) -> set[str]:
        """The statements that merges join to these."""
        pairs = [(one.statement, other.statement) for one, other in self.merged]
        joined = (*pairs, *((other, one) for one, other in pairs))
        return {other for one, other in joined if one in statements}


def bound(groups: Iterable[Group], bonds: Bonds) -> list[Group]:
    """`groups` with all merges and then all splits of `bonds` made, whatever their order."""
    made = list(groups)
    for pair in sorted(bonds.merged):
        made = _put_together(made, [_held_by(each, made) for each in pair])
    for anchor, statement in sorted(bonds.split):
        made = _taken_apart(made, _held_by(anchor, made), statement)
    return made


def _held_by(anchor: Anchor, groups: Sequence[Group]) -> Group | None:
    """The group that has most of the words of `anchor`."""
    held = [(-anchor.hold(each), -len(each.stands), each.gist.id, each) for each in groups]
    best = min((one for one in held if one[0]), key=lambda one: one[:3], default=None)
    return best[3] if best else None


def _put_together(groups: list[Group], pair: Sequence[Group | None]) -> list[Group]:
    one, other = pair
    if one is None or other is None or one is other:
        return groups
    both = [stand.assertion for each in (one, other) for stand in each.stands]
    return [each for each in groups if each not in (one, other)] + [group_of(both)]


def _taken_apart(groups: list[Group], group: Group | None, statement: str) -> list[Group]:
    if group is None:
        return groups
    told = [stand.assertion for stand in group.stands]
    out = [one for one in told if one.statement == statement]
    left = [one for one in told if one.statement != statement]
    if not (out and left):
        return groups
    return [each for each in groups if each is not group] + [group_of(left), group_of(out)]
