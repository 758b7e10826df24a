"""Times as EDTF (ISO 8601-2:2019, Annex A), lengths and sets as ISO 8601.

What sayso writes, and so what counts as well-formed:

    date        year, year-month, year-month-day or year-part, then ? ~ % or nothing
    year        four digits, with - in front before the year 0; Y and five to nine digits
    part        21 to 41: seasons (21-32), quarters (33-36), thirds (37-39), halves (40-41)
    X           in place of any digit that is not known: 199X, 2014-XX, XXXX-12-25
    instant     year-month-day T hours:minutes[:seconds], then Z, an offset or nothing
    interval    two dates or instants with / between; one of them may be .. (open) or empty
    duration    P3Y, P1Y6M, P2W, PT36H, P0.5D: a fraction only in the smallest unit
    repetition  R, how often if that is known, / and a duration, from a date or instant on if that
                is known: R/P1D, R3/P1Y, R/2014-07-07/P1W

From level 2 come digits unknown anywhere and the parts from 25 on; sets ({..}, [..]), exponents
and qualifiers inside a date are not used. Packages that check EDTF build large parsers at import
and know neither durations nor repetitions; these lines are regular.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import datetime
from functools import lru_cache

_YEAR = r"(?:-?[\dX]{4}|Y-?[1-9]\d{4,8})"
_DATE = re.compile(
    rf"(?P<year>{_YEAR})(?:-(?:(?P<month>[01X][\dX])(?:-(?P<day>[0-3X][\dX]))?"
    r"|(?P<part>2[1-9]|3\d|4[01])))?[?~%]?",
    re.ASCII,
)
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
_COUNT = r"\d+(?:\.\d+)?"
_DURATION = re.compile(
    rf"P(?=[\dT])(?!.*\.\d+[A-Z].)(?:{_COUNT}Y)?(?:{_COUNT}M)?(?:{_COUNT}W)?(?:{_COUNT}D)?"
    rf"(?:T(?=\d)(?:{_COUNT}H)?(?:{_COUNT}M)?(?:{_COUNT}S)?)?",
    re.ASCII,
)
_REPETITION = re.compile(r"R\d*/(?:(?P<start>[^/]+)/)?(?P<every>[^/]+)", re.ASCII)
_OPEN = ("", "..")
_ALWAYS = ("0000", "9999")
_PARTS = {40: 6, 37: 4, 33: 3}
"""The number of the first half, third and quarter of a year, and its length in months."""


def is_well_formed(value: str) -> bool:
    """Whether `value` is one of: date, instant, interval, duration, repetition."""
    kinds = (_is_point, _is_interval, _is_duration, _is_repetition)
    return any(is_kind(value) for is_kind in kinds)


@lru_cache(maxsize=4_096)
def ends(value: str | None) -> tuple[str, str] | None:
    """The first and the last date that `value` covers, each as far as it is known.

    2014-07 is from 2014-07 to 2014-07, 199X from 1990 to 1999, 2014-33 from 2014-01 to 2014-03;
    a season, which begins in other months elsewhere, is known by its year alone. An open end is
    the year 0000 or 9999. None for what is at no known time: a length, a repetition, no value,
    and a year of more than four digits or of none.

    >>> ends("2014-07-28/2014-08-03")
    ('2014-07-28', '2014-08-03')
    """
    if value is None or not (_is_interval(value) or _is_point(value)):
        return None
    first, to, last = value.partition("/")
    begins, ends = _covered(first), _covered(last if to else first)
    return (begins[0], ends[1]) if begins and ends else None


def _covered(point: str) -> tuple[str, str] | None:
    """From when to when a date, an instant or an open end reaches, as `ends` tells it."""
    if point in _OPEN:
        return _ALWAYS
    date = _DATE.match(point)
    if date is None or date["year"][0] in "XY":
        return None
    year, month, day = date["year"], date["month"] or "X", date["day"] or "X"
    first, last = _months(int(date["part"])) if date["part"] else ("", "")
    if "X" not in year + month:
        first = last = f"-{month}" if "X" in day else f"-{month}-{day}"
    return year.replace("X", "0") + first, year.replace("X", "9") + last


def _months(part: int) -> tuple[str, str]:
    """The first and last month of a part of the year, nothing for a season."""
    for first_part, length in _PARTS.items():
        if part >= first_part:
            begun = (part - first_part) * length
            return f"-{begun + 1:02}", f"-{begun + length:02}"
    return "", ""


def _is_interval(value: str) -> bool:
    first, between, last = value.partition("/")
    known = [end for end in (first, last) if end not in _OPEN]
    return bool(between and known) and all(map(_is_point, known))


def _is_duration(value: str) -> bool:
    return _DURATION.fullmatch(value) is not None


def _is_repetition(value: str) -> bool:
    parts = _REPETITION.fullmatch(value)
    if parts is None or not _is_duration(parts["every"]):
        return False
    return parts["start"] is None or _is_point(parts["start"])


def _is_point(value: str) -> bool:
    return _is_date(value) or _is_instant(value)


def _is_date(value: str) -> bool:
    date = _DATE.fullmatch(value)
    if date is None:
        return False
    year, month, day = date["year"], date["month"] or "XX", date["day"] or "XX"
    leap = "X" in year or isleap(int(year.removeprefix("Y")))
    return any(_may_be(day, number) for number in range(1, _longest(month, leap=leap) + 1))


def _longest(month: str, *, leap: bool) -> int:
    """The days of the longest month that `month` can stand for, 0 where it can for none."""
    year = 2000 if leap else 2001
    fitting = (number for number in range(1, 13) if _may_be(month, number))
    return max((monthrange(year, number)[1] for number in fitting), default=0)


def _may_be(digits: str, number: int) -> bool:
    """Whether `digits`, with X for any of them, can stand for `number`."""
    return all(digit in ("X", known) for digit, known in zip(digits, f"{number:02}", strict=True))


def _is_instant(value: str) -> bool:
    try:
        return bool(_INSTANT.fullmatch(value) and datetime.fromisoformat(value))
    except ValueError:
        return False
