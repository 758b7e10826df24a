"""What statements assert, in a form that can be held against what other reports say."""

from sayso.links.assertions.assertion import (
    Assertion,
    Count,
    Happening,
    Presence,
    Spot,
    Stretch,
    Voice,
    Wording,
)
from sayso.links.assertions.reading import assertions_of, whole_statements

__all__ = [
    "Assertion",
    "Count",
    "Happening",
    "Presence",
    "Spot",
    "Stretch",
    "Voice",
    "Wording",
    "assertions_of",
    "whole_statements",
]
