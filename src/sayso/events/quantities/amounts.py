"""Amounts in running text, as ranges: "at least 15", "dozens", "between 20 and 30".

What vague words and hedges stand for is told, with the reasons, in `vague_numbers.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cache
from typing import Final

from sayso.events.quantities.numbers import NUMBER, SCALES, scale_of, value
from sayso.reader.tables import read_rows

Range = tuple[int | None, int | None]
"""The lowest and the highest number meant, None where there is no end."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in the characters `[start, end)` of a text; `low` and `high` are within it."""

    start: int
    end: int
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class _Row:
    """What a vague word or a hedge makes of a number: "0.9N", "N+1", "24", or nothing."""

    low: str
    high: str


_START: Final = r"(?<![\w$£€¥.,/:])(?<!\w-)(?<!\bhow\s)"
_END: Final = (
    r"(?!\w|[.,:/][0-9]|\s?[%°]|\s+per\s?cent\b|-(?!strong|plus|odd|member|person|man)\w"
    r"|['’]s\b)"
)
_BETWEEN: Final = (
    rf"between\s+(?P<low>{NUMBER})\s+and\s+(?P<high>{NUMBER})"
    rf"|(?<!from\s)(?P<first>{NUMBER})(?:\s+(?:to|or)\s+|[-–—](?=[0-9]))(?P<second>{NUMBER})"
)
_FORMULA: Final = re.compile(r"(?P<share>[0-9.]+)?N(?P<step>[+-]1)?")


def amounts(text: str) -> Iterator[Amount]:
    """The amounts in `text`, from left to right; percentages, sums, ages and clocks are none."""
    for found in _pattern().finditer(_small(text)):
        core = _core(found)
        if core is not None:
            low, high = _hedged(found, core)
            if low is None or high is None or low <= high:
                yield Amount(found.start(), found.end(), low, high)


def _small(text: str) -> str:
    """`text` in small letters, each where it stood: a few capitals have no single small one."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower()[:1] for c in text)


@cache
def _pattern() -> re.Pattern[str]:
    before, after = (_either(_hedges(before=where)) for where in (True, False))
    scale = rf"(?:\s+(?:of\s+)?(?P<scale>{'|'.join(SCALES)})s?\b)?"
    vague = rf"(?P<vague>{_either(_table('vague'))})\b{scale}"
    fill = r"(?:(?:another|an?\s+(?:further|additional|total\s+of)|other)\s+)?"
    core = rf"(?:{_BETWEEN}|(?P<number>{NUMBER})|{vague}){_END}"
    return re.compile(
        rf"{_START}(?:(?P<before>{before})\s+{fill})?{core}(?:[\s-]?(?P<after>{after})(?!\w))?",
    )


def _either(words: Iterable[str]) -> str:
    """A pattern for one of `words`, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, w.split())) for w in longest) + ")"


@cache
def _table(kind: str) -> dict[str, _Row]:
    """The rows of one kind in the table, by their words."""
    rows = read_rows(__package__, "vague_numbers.tsv")
    return {words: _Row(low, high) for words, its, low, high, _why in rows if its == kind}


@cache
def _hedges(*, before: bool) -> dict[str, _Row]:
    """The hedges that stand before a number, or behind it, without the number."""
    rows = _table("hedge").items()
    return {w.strip(" N-"): row for w, row in rows if w.endswith("N") is before}


def _core(found: re.Match[str]) -> Range | None:
    """The amount without its hedge; None for what is no number of people."""
    if found["vague"]:
        return _vague(found["vague"], found["scale"])
    if found["number"]:
        exact = value(found["number"])
        return None if exact is None else (exact, exact)
    return _between(found["low"] or found["first"], found["high"] or found["second"])


def _vague(words: str, scale: str | None) -> Range:
    """As in "dozens"; "several hundred" is from several hundred to just below one more."""
    row = _table("vague")[_folded(words)]
    low, high = (int(end) if end else None for end in (row.low, row.high))
    if scale is None:
        return low, high
    size = SCALES[scale]
    return (
        None if low is None else low * size,
        None if high is None else (high + 1) * size - 1,
    )


def _between(first: str, second: str) -> Range | None:
    """As in "20 to 30" and "two to three million", where the scale belongs to both."""
    low, high = value(first), value(second)
    if low is None or high is None:
        return None
    shared = scale_of(second) if scale_of(first) == 1 else 1
    low = low * shared if low * shared <= high else low
    return min(low, high), max(low, high)


def _hedged(found: re.Match[str], core: Range) -> Range:
    """What the hedges make of an amount: "at least", "or so"."""
    for place in ("before", "after"):
        if found[place]:
            row = _hedges(before=place == "before")[_folded(found[place])]
            core = (
                _computed(row.low, core[0], ROUND_CEILING),
                _computed(row.high, core[1], ROUND_FLOOR),
            )
    return core


def _computed(formula: str, number: int | None, rounding: str) -> int | None:
    """One end of a hedged amount, such as "0.9N" of 50."""
    form = _FORMULA.fullmatch(formula)
    if form is None or number is None:
        return None
    share = Decimal(form["share"] or 1) * number
    return max(0, int(share.to_integral_value(rounding)) + int(form["step"] or 0))


def _folded(words: str) -> str:
    return " ".join(words.split())
