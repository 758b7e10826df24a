"""What the functions that find signs have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sayso.links.assertions.assertion import Assertion, Happening

LIKE: Final = 0.15
"""From this likeness on, words are given as a reason."""


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
