"""Stretches of the calendar: a day, the week it lies in, the season, the decade, and their EDTF.

Every unit from the week up is numbered from the year 1 on, so that "two quarters before" is a
difference of two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Final

from sayso.model import TimePrecision

_DAYS: Final = {TimePrecision.DAY: 1, TimePrecision.WEEK: 7}
_MONTHS: Final = {
    TimePrecision.MONTH: 1,
    TimePrecision.SEASON: 3,
    TimePrecision.QUARTER: 3,
    TimePrecision.YEAR: 12,
    TimePrecision.DECADE: 120,
    TimePrecision.CENTURY: 1200,
}
_SPRING: Final = 2
"""Months from January to the first season's beginning, March."""
STRICT: Final = 100
"""So many times as far is out of the question."""
_WRITTEN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """From the `first` day to the `last`; `precision` says which unit of the calendar it is."""

    first: date
    last: date
    precision: TimePrecision

    @property
    def edtf(self) -> str:
        """This stretch as EDTF; a week, and what is no single unit, is an interval."""
        written = _EDTF.get(self.precision)
        if written:
            return written(self.first)
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


_EDTF: Final[dict[TimePrecision, Callable[[date], str]]] = {
    TimePrecision.MONTH: lambda first: f"{first.year:04}-{first.month:02}",
    TimePrecision.SEASON: lambda first: f"{first.year:04}-{21 + (first.month - 1 - _SPRING) // 3}",
    TimePrecision.QUARTER: lambda first: f"{first.year:04}-{33 + (first.month - 1) // 3}",
    TimePrecision.YEAR: lambda first: f"{first.year:04}",
    TimePrecision.DECADE: lambda first: f"{first.year // 10:03}X",
    TimePrecision.CENTURY: lambda first: f"{first.year // 100:02}XX",
}
"""A unit by its first day. EDTF numbers seasons 21 to 24 and quarters 33 to 36, in the place of
the month."""


def around(day: date, precision: TimePrecision, steps: int = 0) -> Stretch | None:
    """The unit that `day` lies in, or the one `steps` from it; None outside the calendar."""
    return numbered(number(day, precision) + steps, precision)


def number(day: date, precision: TimePrecision) -> int:
    """The number of the unit that `day` lies in."""
    if precision in _DAYS:
        return (day.toordinal() - 1) // _DAYS[precision]
    return (day.year * 12 + day.month - 1 - _shift(precision)) // _MONTHS[precision]


def numbered(index: int, precision: TimePrecision) -> Stretch | None:
    """The unit with the number `index`; None outside of the calendar."""
    try:
        if precision in _DAYS:
            days = _DAYS[precision]
            first = date.fromordinal(index * days + 1)
            return Stretch(first, first + timedelta(days=days - 1), precision)
        months = index * _MONTHS[precision] + _shift(precision)
        following = months + _MONTHS[precision]
        return Stretch(_first_of(months), _before(following), precision)
    except (OverflowError, ValueError):
        return None


def _shift(precision: TimePrecision) -> int:
    return _SPRING if precision is TimePrecision.SEASON else 0


def _first_of(months: int) -> date:
    """The first day of a month; years are counted from 0, the calendar starts in 1."""
    return date.min if months == 0 else date(months // 12, months % 12 + 1, 1)


def _before(months: int) -> date:
    """The day before the first of a month."""
    if months == (MAXYEAR + 1) * 12:
        return date.max
    return _first_of(months) - timedelta(days=1)


def day_of(year: int, month: int, day: int) -> Stretch | None:
    """That day; None when no calendar has it."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Stretch(found, found, TimePrecision.DAY)


def written(value: str | None) -> Stretch | None:
    """What a date of publication leaves open: of "2024-03" all of March.

    The date is ISO 8601 or EDTF of a day, a month or a year, or an interval of two; of anything
    else (a season, a decade, an open interval) nothing is known here.
    """
    ends = [_end(part) for part in (value or "").split("/")]
    if not ends[0] or not ends[-1]:
        return None
    first, last = ends[0], ends[-1]
    return Stretch(first.first, last.last, first.precision) if first <= last else None


def _end(value: str) -> Stretch | None:
    match = _WRITTEN.fullmatch(value.partition("T")[0].rstrip("?~%").replace("-XX", ""))
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month is None:
        return numbered(year or 0, TimePrecision.YEAR) if year else None
    if day is not None:
        return day_of(year, month, day)
    in_year = 1 <= month <= 12  # noqa: PLR2004 months of a year
    return numbered(year * 12 + month - 1, TimePrecision.MONTH) if in_year else None


def nearest(candidates: Sequence[Stretch], to: Stretch, lean: int, against: float) -> Stretch:
    """Which of the `candidates` is meant by who writes at `to`: the nearest.

    With a `lean` below 0 what is still to come is `against` times as far as it is, above 0 what
    is over; with one of 2 either way it is out of the question.
    """

    def distance(one: Stretch) -> tuple[float, date]:
        days = abs((one.first - to.first).days)
        wrong = one.first > to.last if lean < 0 else lean > 0 and one.last < to.first
        return days * (STRICT if abs(lean) > 1 else against) if wrong else days, one.first

    return min(candidates, key=distance)
