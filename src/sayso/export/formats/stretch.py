"""When something happened, in days of the calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from sayso.export.formats.days import first_and_last


def stretch(value: str | None) -> tuple[date, date] | None:
    """The first and the last day that an EDTF value covers; none where an end is not known.

    >>> [str(day) for day in stretch("2014-07/2015") or ()]
    ['2014-07-01', '2015-12-31']
    """
    first, last = first_and_last(value)
    if first is None or last is None:
        return None
    try:
        return _day(first, last=False), _day(last, last=True)
    except ValueError:
        return None  # a year before the first that calendars here have


def _day(known: str, *, last: bool) -> date:
    """The first or the last day of a year, a month or a day."""
    year, month, day = (*map(int, known.split("-")), 0, 0)[:3]
    month = month or (12 if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))
