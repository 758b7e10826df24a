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
from sayso.model import SourceKind


@dataclass(frozen=True, slots=True)
class OneOrigin:
    """Assertions that trace to one source, and why."""

    assertions: tuple[Assertion, ...]
    why: str

    @property
    def named(self) -> bool:
        """Whether it can be told from any other: one of its sources has a name."""
        return any(map(_is_named, self.assertions))


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
    certain = sum(one.named for one in each)
    return Origins(each, fewest=max(1, certain) if each else 0, most=len(each))


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


def _is_named(assertion: Assertion) -> bool:
    return assertion.source is not None and assertion.source.named
