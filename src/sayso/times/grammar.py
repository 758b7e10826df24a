"""The grammar of time expressions: rules are patterns over kinds of pieces.

A pattern is a regular expression whose words are kinds of `vocabulary.toml` or phrases of
`PHRASES`; blanks do not count: `the? which fiscal? year`. All rules are tried everywhere. Where
matches overlap, the one that starts first stands, of those the longest, of those the one whose
rule comes first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.times.meaning import Anchor, Meaning
from sayso.times.pieces import Pieces
from sayso.times.vocabulary import Value, symbols

PHRASES: Final = {
    "month_name": "month | abbreviation dot?",
    "singular": "unit | quarter | year | century | second",
    "any_unit": "singular | units",
    "ordinal_word": "ordinal | second | nth",
    "day_in_month": "day_number | nth | tens hyphen? ordinal_word | ordinal_word",
    "year_number": "four | spoken_year | spoken_scale",
    "spoken_year": "(teen | tens) (tens hyphen? number | tens | teen | o number)",
    "spoken_scale": "number scale (and? spelled)?",
    "spelled": "tens (hyphen? number)? | teen | number",
    "whole_number": "spelled scale? | article scale | day_number | two | four | figure",
    "fraction": "day_number slash day_number | and article half",
    "known_count": "whole_number (hyphen? fraction)? | (article | half hyphen?)? couple of?"
    " | half article",
    "unknown_count": "article? few",
    "which_one": "which | current | next | past | latest",
    "in_year": "comma? year_number | (comma | of | in)? (which_one | that) year",
}
"""Phrases that several rules share."""

_NAME: Final = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A match: the kinds and values of the pieces that a rule took."""

    kinds: str
    values: Sequence[Value]

    def has(self, *kinds: str) -> bool:
        """Whether a piece of one of these kinds is in it."""
        return any(symbols()[kind] in self.kinds for kind in kinds)

    def all(self, *kinds: str) -> list[Value]:
        """The values of the pieces of these kinds, in text order."""
        wanted = {symbols()[kind] for kind in kinds}
        pairs = zip(self.kinds, self.values, strict=True)
        return [value for kind, value in pairs if kind in wanted]

    def number(self, *kinds: str) -> int | None:
        """The number that the first piece of these kinds stands for, if there is one."""
        found = self.all(*kinds)
        return int(found[0]) if found else None

    def before(self, kind: str) -> Found:
        """The pieces in front of the first one of this kind."""
        return self._part(slice(0, self.kinds.index(symbols()[kind])))

    def after(self, kind: str) -> Found:
        """The pieces behind the first one of this kind."""
        return self._part(slice(self.kinds.index(symbols()[kind]) + 1, None))

    def _part(self, part: slice) -> Found:
        return Found(self.kinds[part], self.values[part])


Resolution = Callable[[Found, Anchor], Meaning | None]
"""What a match means; None when it is no time expression after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of expression: its name, its pattern, and what a match of it means."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolution
    alone: bool
    """Whether a match stands by itself, or only beside another expression ("night")."""


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A rule's match: pieces `start` to `end`, half-open."""

    start: int
    end: int
    rule: Rule
    found: Found


def rule(name: str, pattern: str, resolve: Resolution, *, alone: bool = True) -> Rule:
    """The rule that takes `pattern`, and means what `resolve` makes of it."""
    return Rule(name, re.compile(expanded(pattern)), resolve, alone)


def expanded(pattern: str) -> str:
    """`pattern` as a regular expression over the symbols of pieces."""
    uncaptured = pattern.replace("(", "(?:").replace("(?:?", "(?")
    return _NAME.sub(lambda name: _named(name[0]), uncaptured).replace(" ", "")


def _named(name: str) -> str:
    if name in PHRASES:
        return f"(?:{expanded(PHRASES[name])})"
    return symbols()[name]


def matches(rules: Iterable[Rule], pieces: Pieces) -> Iterator[Match]:
    """What stands where the matches of all rules overlap, in text order."""
    found = [
        (match.start(), -match.end(), order, each)
        for order, each in enumerate(rules)
        for match in each.pattern.finditer(pieces.symbols)
    ]
    reached = 0
    for start, minus_end, _, each in sorted(found, key=lambda one: one[:3]):
        if start >= reached:
            reached = -minus_end
            part = slice(start, reached)
            yield Match(start, reached, each, Found(pieces.symbols[part], pieces.values[part]))
