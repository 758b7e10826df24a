"""A sign: one small thing that speaks for one happening or against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from sayso.links.assertions.assertion import Assertion, Happening
from sayso.links.matching import Feature

Found = tuple[float, str]
"""How far a sign holds, from 0 to 1, and a clause that tells it for these two."""
NOTHING: Final = (0.0, "")
LIKE: Final = 0.15
"""From this likeness on, words are given as a reason."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A row of the table of signs.

    `of` does not care which assertion comes first; its docstring is what the documentation says of
    the sign.
    """

    name: str
    weight: float
    of: Callable[[Assertion, Assertion], Found]

    def feature(self, a: Assertion, b: Assertion) -> Feature | None:
        """The sign as it holds for these two, None where it does not."""
        value, reason = self.of(a, b)
        return Feature(self.name, self.weight, value, reason) if value else None


def told(one: Assertion) -> Happening:
    """The happening of an assertion that is about an event."""
    assert one.happening is not None
    return one.happening


def in_days(days: int) -> str:
    """A length in days, in words."""
    return "a day" if days == 1 else f"{days} days"


def quoted(words: Iterable[str]) -> str:
    """Words between quotation marks."""
    return ", ".join(f"“{word}”" for word in words)
