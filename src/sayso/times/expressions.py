"""Expressions, and what becomes of two that stand side by side.

"5 p.m." and "Tuesday" are one time, "from May" and "to July" one interval; "early", "about" and
"at least" belong to what they stand before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from sayso.model import TimePrecision
from sayso.times.grammar import expanded
from sayso.times.meaning import OF_DAY, SAYS_NO_DAY, Meaning, means
from sayso.times.stretches import Stretch, around
from sayso.times.vocabulary import symbols

_DAY, _WEEK = TimePrecision.DAY, TimePrecision.WEEK
_LENGTH: Final = TimePrecision.DURATION


@dataclass(frozen=True, slots=True)
class Expression:
    """The pieces `start` to `end`, half-open, and what they mean; `alone` if they can stand so."""

    start: int
    end: int
    meaning: Meaning
    alone: bool = True


def _between(pattern: str) -> re.Pattern[str]:
    return re.compile(expanded(pattern))


_TO_DAY: Final = _between("comma? (on | of)? (the)?")
_TO_HOUR: Final = _between("(comma | at | in | comma at)?")
_STEPS: Final = {symbols()["before"]: -1, symbols()["after"]: 1}
"""The steps of "the day before" and "the day after"."""
_RANGE: Final = _between("to | hyphen")
_RANGE_AFTER: Final = {
    symbols()["from"]: _between("to | hyphen"),
    symbols()["between"]: _between("and"),
}


def joined(kinds: str, one: Expression, other: Expression) -> Expression | None:
    """What two expressions that follow each other are together; None when they are two.

    `kinds` are the symbols of the whole text's pieces.
    """
    for join in (_hour_of_day, _day_with_hour, _day_beside, _week_of):
        meaning = join(kinds, one, other)
        if meaning is not None:
            return Expression(one.start, other.end, meaning)
    return _interval(kinds, one, other)


def _hour_of_day(kinds: str, one: Expression, other: Expression) -> Meaning | None:
    """As in "5 p.m. on Tuesday"."""
    hour, day = one.meaning, other.meaning
    if hour.precision in OF_DAY and _is_day(day) and _TO_DAY.fullmatch(kinds, one.end, other.start):
        return hour.on(day.stretch)
    return None


def _day_with_hour(kinds: str, one: Expression, other: Expression) -> Meaning | None:
    """As in "Tuesday at 5 p.m."."""
    day, hour = one.meaning, other.meaning
    if (
        hour.precision in OF_DAY
        and _is_day(day)
        and _TO_HOUR.fullmatch(kinds, one.end, other.start)
    ):
        return hour.on(day.stretch)
    return None


def _day_beside(kinds: str, one: Expression, other: Expression) -> Meaning | None:
    """As in "the day before yesterday"."""
    step, day = _STEPS.get(kinds[one.end - 1]), other.meaning
    if step is None or one.end != other.start or not (_is_day(one.meaning) and _is_day(day)):
        return None
    return means(around(day.stretch.first, _DAY, step) if day.stretch else None, _DAY)


def _week_of(kinds: str, one: Expression, other: Expression) -> Meaning | None:
    """As in "the week of May 5"."""
    day = other.meaning
    of = kinds[one.end : other.start] == symbols()["of"]
    if not of or one.meaning.precision is not _WEEK or not _is_day(day):
        return None
    return means(around(day.stretch.first, _WEEK) if day.stretch else None, _WEEK)


def _is_day(meaning: Meaning) -> bool:
    stretch = meaning.stretch
    return meaning.precision is _DAY and (stretch is None or stretch.first == stretch.last)


def _interval(kinds: str, one: Expression, other: Expression) -> Expression | None:
    opening = _RANGE_AFTER.get(kinds[one.start - 1 : one.start])
    pattern = opening or _RANGE
    first, second = one.meaning, other.meaning
    if first.precision != second.precision or first.precision in SAYS_NO_DAY:
        return None
    if not pattern.fullmatch(kinds[one.end : other.start]):
        return None
    start = one.start - (opening is not None)
    return Expression(start, other.end, Meaning(first.precision, notation=_ends(first, second)))


def _ends(first: Meaning, second: Meaning) -> str | None:
    """The interval from one date to another; None when it is not known or runs backwards."""
    if first.stretch is None or second.stretch is None:
        return None
    begin = _not_after(first.stretch, second.stretch)
    start, end = replace(first, stretch=begin).value, second.value
    if start is None or end is None or "/" in start + end or start > end:
        return None
    return f"{start}/{end}"


def _not_after(start: Stretch, end: Stretch) -> Stretch:
    """`start` in the year of `end`: of "from May to July 2012" the May is of 2012 too."""
    if start.first.year == end.first.year:
        return start
    try:
        moved = Stretch(
            start.first.replace(year=end.first.year),
            start.last.replace(year=end.first.year),
            start.precision,
        )
    except ValueError:  # the 29th of February
        return start
    named = start.precision in (_DAY, TimePrecision.MONTH)
    return moved if named and moved <= end else start


# --- what stands before ----------------------------------------------------------------------

_EARLY: Final = _between("(the? (bound | edge) of | the? edge hyphen? | (earlier | later) in?)$")
_ROUGHLY: Final = _between("(approximately | no? more than | at least)$")
_LOOK_BACK: Final = 5
"""No more pieces than this stand before an expression and belong to it."""


def with_modifiers(kinds: str, one: Expression, reached: int) -> Expression:
    """`one` with "early", "the end of", "about" or "at least" before it, behind piece `reached`."""
    before = kinds[max(reached, one.start - _LOOK_BACK) : one.start]
    meaning = one.meaning
    early = None if meaning.precision is _LENGTH else _EARLY.search(before)
    if early:
        return replace(one, start=one.start - len(early[0]))
    roughly = _ROUGHLY.search(before)
    if roughly and kinds[one.start] in _counting():
        near = roughly[0] == symbols()["approximately"]
        meaning = replace(meaning, approximate=near)
        return replace(one, start=one.start - len(roughly[0]), meaning=meaning)
    return one


def _counting() -> frozenset[str]:
    """What a number begins with: "about" before anything else is another word."""
    kinds = "day_number two four figure number teen tens article few half clock noon the".split()
    return frozenset(symbols()[kind] for kind in kinds)
