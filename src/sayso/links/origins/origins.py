"""The independent origins of what several statements say.

Those that a rule ties (`sayso.links.origins.ties`) count once. Sources without a name may be the
same as any other, or not: so the count is a range.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.links.assertions.assertion import Assertion
from sayso.links.origins.ties import Copies, tie
from sayso.model import ActorKind, SourceKind

_SORTS = frozenset(
    (
        ActorKind.ARMED_GROUP,
        ActorKind.GOVERNMENT,
        ActorKind.ORGANISATION,
        ActorKind.PUBLIC,
        ActorKind.SECURITY_FORCES,
    )
)
"""Sorts of sources that are never one another: "the police" and "witnesses"."""


@dataclass(frozen=True, slots=True)
class OneOrigin:
    """Assertions that trace to one source, and why."""

    assertions: tuple[Assertion, ...]
    why: str

    @property
    def named(self) -> bool:
        """Whether one of its sources has a name."""
        return any(map(_is_named, self.assertions))

    @property
    def sorts(self) -> frozenset[ActorKind]:
        """Of what sorts of bodies it is: none where that is not told, or for a single person."""
        kinds = frozenset(kind for one in self.assertions if (kind := _body_of(one)) is not None)
        return kinds & _SORTS

    def differs(self, other: OneOrigin) -> bool:
        """Whether it cannot be `other`: both have names, or they are of two sorts."""
        if self.named and other.named:
            return True
        return bool(self.sorts and other.sorts) and not self.sorts & other.sorts


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of a claim, and between which numbers the count of them lies."""

    each: tuple[OneOrigin, ...]
    fewest: int
    most: int


def origins_of(assertions: Sequence[Assertion], copies: Copies) -> Origins:
    """The origins of `assertions`, which say the same; the same whatever their order."""
    ordered = sorted(assertions, key=lambda one: (one.published or "9999", one.report, one.id))
    reasons: dict[tuple[int, int], str] = {}
    group = list(range(len(ordered)))
    for (i, a), (j, b) in combinations(enumerate(ordered), 2):
        if why := tie(a, b, copies):
            reasons[i, j] = why
            group = [group[i] if each == group[j] else each for each in group]
    each = tuple(_origin(ordered, group, first, reasons) for first in sorted(set(group)))
    return Origins(each, fewest=_fewest(each), most=len(each))


def _fewest(each: Sequence[OneOrigin]) -> int:
    """How many of the origins no two of which can be the same."""
    apart: list[OneOrigin] = []
    for one in sorted(each, key=lambda one: not one.named):
        if all(map(one.differs, apart)):
            apart.append(one)
    return len(apart)


def _origin(
    ordered: Sequence[Assertion],
    group: Sequence[int],
    which: int,
    reasons: dict[tuple[int, int], str],
) -> OneOrigin:
    places = [place for place, each in enumerate(group) if each == which]
    held = [why for (i, j), why in sorted(reasons.items()) if i in places and j in places]
    why = "; ".join(dict.fromkeys(held)) or _alone(ordered[places[0]])
    return OneOrigin(tuple(ordered[place] for place in places), why)


def _alone(assertion: Assertion) -> str:
    if assertion.source_kind is SourceKind.AUTHOR:
        return f"the own word of {assertion.outlet or 'the author'}"
    if assertion.source is None:
        return "the word of a source that is not named"
    return f"the word of {assertion.source.name}"


def _body_of(assertion: Assertion) -> ActorKind | None:
    """Of what sort the body is that speaks, or for which somebody speaks.

    "Officials" may be of any.
    """
    body = assertion.on_behalf or assertion.source
    if body is None or (body.kind is ActorKind.GOVERNMENT and not body.named):
        return None
    return body.kind


def _is_named(assertion: Assertion) -> bool:
    return assertion.source is not None and assertion.source.named
