"""Dates counted from publication ("last week", "two years ago") or from the date told last."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from sayso.model import TimePrecision
from sayso.times.grammar import Found, Rule, rule
from sayso.times.lengths import amount, unit_of
from sayso.times.meaning import Anchor, Meaning, means
from sayso.times.stretches import Stretch, around, number
from sayso.times.years import chosen

_DAY, _WEEK, _YEAR = TimePrecision.DAY, TimePrecision.WEEK, TimePrecision.YEAR
_QUARTER = TimePrecision.QUARTER
_CALENDAR: Final = {
    "day": (_DAY, 1),
    "week": (_WEEK, 1),
    "fortnight": (_WEEK, 2),
    "month": (TimePrecision.MONTH, 1),
    "quarter": (_QUARTER, 1),
    "year": (_YEAR, 1),
    "decade": (_YEAR, 10),
    "century": (_YEAR, 100),
}
"""The units in which is counted, and how many of them each is: a decade ago is about a year."""
_FEW: Final = 2
"""A count by more units than this at once is a rough one."""
_NAMED: Final = {"decade": TimePrecision.DECADE, "century": TimePrecision.CENTURY}


def _near(found: Found, anchor: Anchor) -> Meaning:
    return means(anchor.now(_DAY, found.number("near") or 0), _DAY)


def _weekday(found: Found, anchor: Anchor) -> Meaning:
    weeks = [anchor.now(_WEEK, step) for step in (-1, 0, 1)]
    days = [_day_in(week, found.number("weekday") or 0) for week in weeks]
    if found.has("anaphor"):
        told = anchor.then(_DAY)
        steps = found.number("anaphor") or 0
        if told is None:
            return Meaning(_DAY)
        back = (told.first.weekday() - (found.number("weekday") or 0)) % 7
        base = -back if steps == 0 else (-back or -7) if steps < 0 else 7 - back
        return means(around(told.first, _DAY, base), _DAY)
    return means(chosen(found, anchor, days), _DAY)


def _day_in(week: Stretch | None, weekday: int) -> Stretch | None:
    return around(week.first, _DAY, weekday) if week else None


def _weekend(found: Found, anchor: Anchor) -> Meaning:
    """Saturday to Sunday: an interval of days."""
    weekends = [_last_two(anchor.now(_WEEK, step)) for step in (-1, 0, 1)]
    return means(chosen(found, anchor, weekends), _DAY)


def _last_two(week: Stretch | None) -> Stretch | None:
    return Stretch(week.last - timedelta(days=1), week.last, _DAY) if week else None


def _precision(found: Found) -> TimePrecision | None:
    """Which unit of the calendar a match names; None for hours, minutes and seconds."""
    unit = unit_of(found)
    return _NAMED.get(unit) or _CALENDAR.get(unit, (None, 1))[0]


def _unit(found: Found, anchor: Anchor) -> Meaning | None:
    """As in "last week", "this year"."""
    precision = _precision(found)
    if precision is None:
        return None
    return means(
        anchor.now(precision, found.number("next", "which", "latest", "current") or 0), precision
    )


def _told_unit(found: Found, anchor: Anchor) -> Meaning | None:
    """As in "the next day", "the same week", "that year", "the day before"."""
    precision = _precision(found)
    if precision is None:
        return None
    return means(anchor.then(precision, _told_step(found)), precision)


def _before_something(found: Found, _anchor: Anchor) -> Meaning | None:
    """As in "the day before the vote": nobody told when the vote was."""
    precision = _precision(found)
    return Meaning(precision) if precision else None


def _told_step(found: Found) -> int:
    if found.has("before"):
        return -1
    if found.has("after"):
        return 1
    return found.number("anaphor", "next") or 0


def _this_unit(found: Found, anchor: Anchor) -> Meaning | None:
    """As in "the year": the one told last if it is far from publication, else that of publication.

    "The quarter" is the one told last, or the last that was over.
    """
    precision = _precision(found)
    if precision is None:
        return None
    told, now = anchor.told.get(precision), anchor.now(precision)
    if precision is _QUARTER:
        return means(told or anchor.now(precision, -1), precision)
    if told is None or now is None:
        return means(told or now, precision)
    steps = abs(number(told.first, precision) - number(now.first, precision))
    return means(told if steps > 1 else now, precision)


def _unit_end(found: Found, anchor: Anchor) -> Meaning | None:
    """As in "year-end", "month's end"."""
    precision = _precision(found)
    return means(anchor.now(precision), precision) if precision else None


def _ago(found: Found, anchor: Anchor) -> Meaning | None:
    return _counted(found, anchor, -1, told=False)


def _from_now(found: Found, anchor: Anchor) -> Meaning | None:
    return _counted(found, anchor, 1, told=False)


def _earlier(found: Found, anchor: Anchor) -> Meaning | None:
    return _counted(found, anchor, -1, told=True)


def _later(found: Found, anchor: Anchor) -> Meaning | None:
    return _counted(found, anchor, 1, told=True)


def _counted(found: Found, anchor: Anchor, direction: int, *, told: bool) -> Meaning | None:
    """So many units before or after publication, or the date told last."""
    precision, size = _CALENDAR.get(unit_of(found), (None, 1))
    count = amount(found)
    if precision is None or count is None:
        return Meaning(TimePrecision.VAGUE)
    steps = direction * round(count * size)
    counted = anchor.then(precision, steps) if told else anchor.now(precision, steps)
    return replace(means(counted, precision), approximate=size > _FEW)


def _year_before(_found: Found, anchor: Anchor) -> Meaning:
    """As in "the year-ago period": of who tells of a quarter, that quarter a year before."""
    quarter = anchor.told.get(_QUARTER)
    before = around(quarter.first, _QUARTER, -4) if quarter else anchor.now(_YEAR, -1)
    return replace(means(before, _QUARTER if quarter else _YEAR), passing=True)


def _period(_found: Found, anchor: Anchor) -> Meaning:
    """As in "the latest period" of who reports by quarters."""
    return means(anchor.told.get(_QUARTER) or anchor.now(_QUARTER, -1), _QUARTER)


_COUNTED: Final = "(known_count | unknown_count) hyphen? any_unit"
RULES: Final[tuple[Rule, ...]] = (
    rule("near day", "near", _near),
    rule("weekday", "(the? (which_one | anaphor)+)? weekday", _weekday),
    rule("weekend", "(which_one | the)? which_one? weekend", _weekend),
    rule(
        "unit counted from now",
        "(the? (which | current | latest) | next) next? fiscal? singular",
        _unit,
    ),
    rule(
        "unit counted from what was told",
        "(the (anaphor | next) | that) fiscal? singular",
        _told_unit,
    ),
    rule("day before", "the singular (before | after) (?=dot | comma | $)", _told_unit),
    rule("day before something", "the singular (before | after)", _before_something),
    rule("unit told", "the whole? fiscal? singular (?! hyphen)", _this_unit),
    rule("latest period", "the (which | latest) period", _period),
    rule("end of a unit", "(year | unit) (possessive | hyphen)? bound", _unit_end),
    rule(
        "year before",
        "(the? year hyphen (ago | earlier) (quarter | period)"
        " | (article? year hyphen | article year) (ago | earlier))",
        _year_before,
    ),
    rule("ago", f"({_COUNTED} | article hyphen? singular | units) ago", _ago),
    rule("from now", f"({_COUNTED} | article singular) from (vague | near)", _from_now),
    rule("earlier", f"({_COUNTED} | article singular) earlier", _earlier),
    rule("later", f"({_COUNTED} | article singular) later", _later),
)
