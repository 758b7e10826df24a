"""How two assertions were held against each other: small named features, and what they add up to.

After the matchers of nomenklatura (logic_v2): a score is a visible sum, and says what it is of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from math import exp
from typing import Final

from sayso.links.assertions.assertion import Assertion

Told = Callable[[], str]
"""What gives a clause: it is seldom asked for, and takes longer to put together than to find."""
Found = tuple[float, Told]
"""How far a feature holds, from 0 to 1, and a clause that tells it for these two."""
untold: Final[Told] = str
"""For a feature of which there is nothing to tell."""
NOTHING: Final[Found] = (0.0, untold)


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that two assertions share, or in which they differ.

    `name` is how the table of features calls it, `weight` its weight there, `value` how far it
    holds, from 0 to 1, and `told` gives the reason.
    """

    name: str
    weight: float
    value: float
    told: Told = field(compare=False)

    @property
    def reason(self) -> str:
        """What tells it for these two, as a clause in small letters: "both name Silo 4".

        It is empty when there is nothing to tell.
        """
        return self.told()

    @property
    def points(self) -> float:
        """What this adds to the sum: its weight, as far as it holds."""
        return self.weight * self.value


@dataclass(frozen=True, slots=True)
class Match:
    """Two assertions that were found to be of one thing, and what for.

    `score` is a probability between 0 and 1, as the features make it.
    """

    score: float
    features: tuple[Feature, ...]

    @property
    def reason(self) -> str:
        """What speaks for it and then what speaks against it, the weightiest first: a sentence."""
        ranked = sorted(self.features, key=lambda one: (-abs(one.points), one.name))
        told = [(one.points, reason) for one in ranked if (reason := one.reason)]
        for_it = ", ".join(reason for points, reason in told if points > 0)
        against = ", ".join(reason for points, reason in told if points < 0)
        sentence = "; but ".join(part for part in (for_it, against) if part)
        return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else "The words fit each other."


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a feature, how much it weighs, and the function that finds it.

    `of` does not care which assertion comes first; its docstring is what the documentation says of
    the feature.
    """

    name: str
    weight: float
    of: Callable[[Assertion, Assertion], Found]


class Table:
    """Features that tell whether two assertions are of one thing, and what each weighs.

    `start` is what their points are added to: of most pairs that are compared at all, the two are
    of different things.
    """

    def __init__(self, start: float, *rows: Row) -> None:
        self.start = start
        self.rows = rows
        hopes = accumulate((max(0.0, row.weight) for row in reversed(rows)), initial=0.0)
        self._hopes = tuple(hopes)[:0:-1]
        """What each row and those after it can add at most."""

    def match(self, a: Assertion, b: Assertion) -> Match | None:
        """The match of two assertions, None where it is less likely than not.

        The score is the logistic function of the start and all points. Rows are asked one after
        another, as long as those that are left can still make up for what is missing.
        """
        points = self.start
        holding: list[tuple[Row, Found]] = []
        for row, hope in zip(self.rows, self._hopes, strict=True):
            if points + hope < 0:
                return None
            found = row.of(a, b)
            if found[0]:
                points += row.weight * found[0]
                holding.append((row, found))
        if points < 0:
            return None
        features = (Feature(row.name, row.weight, *found) for row, found in holding)
        return Match(likelihood(points), tuple(features))


def likelihood(points: float) -> float:
    """The probability that so many points stand for: 0.5 at none, towards 0 and 1 at the ends."""
    return 1 / (1 + exp(-points)) if points >= 0 else exp(points) / (1 + exp(points))
