"""Days, months and feasts, by name or number.

What is named without its year is the one that the tense around it asks for, seen from publication.
"""

from __future__ import annotations

from typing import Final

from sayso.model import TimePrecision
from sayso.times.grammar import Found, Rule, rule
from sayso.times.meaning import Anchor, Meaning, means
from sayso.times.stretches import Stretch, around, day_of, numbered
from sayso.times.years import EARLIEST_YEAR, OF_A_YEAR, chosen, year_of

_DAY, _MONTH, _YEAR = TimePrecision.DAY, TimePrecision.MONTH, TimePrecision.YEAR
_MONTHS: Final = 12
_AROUND: Final = (-1, 0, 1)


def _iso_date(found: Found, _anchor: Anchor) -> Meaning:
    (written,) = found.all("iso_date")
    return means(day_of(*map(int, str(written).split("-"))), _DAY)


def _slashed_date(found: Found, _anchor: Anchor) -> Meaning:
    """Whether "5/3/2024" is in March or in May only a day above 12 can say."""
    (written,) = found.all("slashed_date")
    one, other, year = map(int, str(written).split("/"))
    if (one != other and max(one, other) <= _MONTHS) or year < EARLIEST_YEAR:
        return Meaning(_DAY)
    return means(day_of(year, min(one, other), max(one, other)), _DAY)


def _day(found: Found, anchor: Anchor) -> Meaning | None:
    (day, *_), year = _days_in(found), year_of(found, anchor)
    month = found.number("month", "abbreviation")
    return means(_in_some_year(year, month or 0, day, anchor), _DAY) if day else None


def _days(found: Found, anchor: Anchor) -> Meaning:
    """As in "3 to 5 May": an interval of two days of one month."""
    month, year = found.number("month", "abbreviation") or 0, year_of(found, anchor)
    first, last = _days_in(found)
    end = _in_some_year(year, month, last, anchor)
    start = day_of(end.first.year, month, first) if end else None
    if start is None or end is None or start > end:
        return Meaning(_DAY)
    return Meaning(_DAY, Stretch(start.first, end.last, _DAY))


def _days_in(found: Found) -> list[int]:
    """The days of the month that are named: "21st", "5", "twenty-first"."""
    tens = found.number("tens") or 0
    named = found.all("day_number", "nth", "ordinal", "second")
    return [tens + int(each) for each in named]


def _in_some_year(year: int | None, month: int, day: int, anchor: Anchor) -> Stretch | None:
    if year is not None:
        return day_of(year, month, day)
    years = [anchor.now(_YEAR, step) for step in _AROUND]
    days = [day_of(each.first.year, month, day) for each in years if each]
    return anchor.nearest(days, against=OF_A_YEAR)


def _month(found: Found, anchor: Anchor) -> Meaning:
    month, year = found.number("month", "abbreviation") or 0, year_of(found, anchor)
    if year is not None:
        return means(numbered(year * _MONTHS + month - 1, _MONTH), _MONTH)
    years = [anchor.now(_YEAR, step) for step in _AROUND]
    months = [
        numbered(each.first.year * _MONTHS + month - 1, _MONTH) if each else None for each in years
    ]
    return means(chosen(found, anchor, months), _MONTH)


def _holiday(found: Found, anchor: Anchor) -> Meaning:
    (name,) = found.all("holiday", "feast") or ("01-01",)
    feast = _feast(str(name), year_of(found, anchor), anchor)
    steps = -1 if found.has("eve") else 0
    return means(around(feast.first, _DAY, steps) if feast else None, _DAY)


def _feast(when: str, year: int | None, anchor: Anchor) -> Stretch | None:
    """The day that the table tells; with a weekday, the first such one from that day on."""
    month, day, *weekday = map(int, when.split("-"))
    first = _in_some_year(year, month, day, anchor)
    if not weekday or first is None:
        return first
    return around(first.first, _DAY, (weekday[0] - first.first.weekday()) % 7)


_WEEKDAY_BEFORE: Final = "(which_one* weekday comma?)?"
RULES: Final[tuple[Rule, ...]] = (
    rule("ISO date", "iso_date", _iso_date),
    rule("date in digits", "slashed_date", _slashed_date),
    rule("month and day", f"{_WEEKDAY_BEFORE} month_name the? day_in_month in_year?", _day),
    rule(
        "day and month",
        f"{_WEEKDAY_BEFORE} the? (day_number | nth | ordinal of) of? month_name in_year?",
        _day,
    ),
    rule(
        "days of a month",
        "(from? month_name (day_number | nth) (to | hyphen) (day_number | nth) in_year?"
        " | from? the? (day_number | nth) (to | hyphen) the? (day_number | nth)"
        " of? month_name in_year?"
        " | between month_name the? (day_number | nth) and (day_number | nth) in_year?"
        " | between the? (day_number | nth) and the? (day_number | nth) of? month_name in_year?)",
        _days,
    ),
    rule("month", "which_one* (month_name of? in_year | month | abbreviation dot)", _month),
    rule(
        "holiday",
        "(feast possessive? unit | (holiday | new year) possessive? (unit | eve)?) in_year?",
        _holiday,
    ),
)
