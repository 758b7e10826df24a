"""Whether a time is written as EDTF (ISO 8601-2:2019, Annex A), a length or set as ISO 8601.

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


def is_well_formed(value: str) -> bool:
    """Whether `value` is one of: date, instant, interval, duration, repetition."""
    kinds = (_is_point, _is_interval, _is_duration, _is_repetition)
    return any(is_kind(value) for is_kind in kinds)


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
