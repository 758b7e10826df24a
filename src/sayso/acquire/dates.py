"""Dates: the date given as an argument checked, and dates of publication found where stated.

Nothing is guessed: only a date with its year, month and day counts as stated, `05/03/2024`
(March or May?) does not, and no rule asks what day it is today.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from sayso.model import InputError

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH = "|".join(_NUMBER_OF)

_YEAR = r"(?:1[5-9]|20)\d\d"
_STATED = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"(?P<y1>{_YEAR})(?P<sep>[-/.])(?P<m1>\d\d?)(?P=sep)(?P<d1>\d\d?)"
    rf"|(?P<d2>\d\d?)(?:st|nd|rd|th)?(?:\ of)?[\ -](?P<m2>{_MONTH})\b\.?,?[\ -](?P<y2>{_YEAR})"
    rf"|(?P<m3>{_MONTH})\b\.?\ (?P<d3>\d\d?)(?:st|nd|rd|th)?,?\ (?P<y3>{_YEAR})"
    rf")(?![\d/-])",
    re.IGNORECASE,
)

DAY_AND_MONTH = (
    r"(?i:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    rf"(?:\d\d?(?:st|nd|rd|th)? (?:{_MONTH})\b\.?|(?:{_MONTH})\b\.? \d\d?(?:st|nd|rd|th)?\b)"
    rf"(?:,? {_YEAR})?)"
)
"""A pattern for a day of a month as datelines have it, with its weekday and its year or without."""

# A date of publication stands among the first lines of a text.
_HEAD = 2000
_LINES = 6
_MAX_LINE = 120
_BEFORE = re.compile(
    r"(?:(?:first\ )?(?:published|posted|date|dateline)(?:\ on)?:?\ )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\ |(?:mon|tue|wed|thu|fri|sat|sun),?\ )?",
    re.IGNORECASE,
)
_TIME = r"\d\d?[:.]\d\d(?::\d\d)?(?:\.\d+)? ?(?:[ap]\.?m\.?)? ?(?:[+-]\d\d:?\d\d|[A-Z]{1,4})?"
_AFTER = re.compile(rf"(?:[T,|]? ?(?:at )?{_TIME})?\.?", re.IGNORECASE)
# "PORT ALVA, 5 March 2024 (Agency) - The harbour master said": the place stands in capitals.
_PLACE = re.compile(r"[A-Z][A-Z .,'’()/-]*[ (]")
_AFTER_DATELINE = re.compile(r"\)? ?(?:\([^()]*\))? ?[-–—:]")

_IN_URL = re.compile(
    rf"(?<!\d)({_YEAR})([-/_])(\d\d)\2(\d\d)(?!\d)|/({_YEAR})/({_MONTH})/(\d\d)(?!\d)",
    re.IGNORECASE,
)

_EDTF_DATE = re.compile(
    r"(?:\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4}|\d{4}-\d\d-XX|\d{4}-XX(?:-XX)?|\d{3}X|\d\dXX)[?~%]?",
    re.ASCII,
)
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
_SEASONS = {"21", "22", "23", "24"}


def check_date(value: str) -> str:
    """Return `value` when it is an ISO 8601 date or instant, or an EDTF date of level 0 or 1.

    So `2024-03-05`, `2024-03-05T08:00:00Z`, `2014-07`, `2014-21` (spring), `2014`, `201X`,
    `2014-07-03~` and `2014-07-03/2014-07-05` pass; years have four digits. Raises InputError
    (stage `date`) for anything else.
    """
    ends = value.split("/")
    sound = _is_instant(value) or all(map(_is_edtf_date, ends)) or _is_open_interval(ends)
    if not sound or len(ends) > 2 or _runs_backwards(ends):  # noqa: PLR2004 an interval has two ends
        raise InputError(
            f"{value!r} is no date: give one like 2024-03-05, 2024-03, 2024-03-05T08:00:00Z "
            "or 2024-03-05/2024-03-07 (ISO 8601 or EDTF)",
            stage="date",
        )
    return value


def date_stated_in(words: str) -> str | None:
    """The first full date in `words`, as `YYYY-MM-DD`."""
    return next(filter(None, map(_value, _STATED.finditer(words))), None)


def date_in_url(url: str) -> str | None:
    """The date that a URL's path carries, or for a file's URL the file's name."""
    try:
        parts = urlsplit(url)
    except ValueError:  # it is no URL, so it carries nothing
        return None
    path = unquote(parts.path)
    for match in _IN_URL.finditer(PurePosixPath(path).name if parts.scheme == "file" else path):
        year, _, month, day, named_year, month_name, named_day = match.groups()
        found = (
            _iso(year, month, day)
            if year
            else _iso(named_year, str(_NUMBER_OF[month_name.lower()]), named_day)
        )
        if found:
            return found
    return None


def date_in_text(text: str) -> str | None:
    """The date that stands alone on one of the first lines of `text`, or heads its dateline."""
    lines = (line.strip() for line in text[:_HEAD].splitlines())
    for line in islice(filter(None, lines), _LINES):
        match = _STATED.search(line[:_MAX_LINE])
        if match and _is_set_apart(line[: match.start()], line[match.end() :]):
            return _value(match)
    return None


def _is_set_apart(before: str, after: str) -> bool:
    if _BEFORE.fullmatch(before):
        return bool(_AFTER.fullmatch(after) or _AFTER_DATELINE.match(after))
    return bool(_PLACE.fullmatch(before) and _AFTER_DATELINE.match(after))


def _value(match: re.Match[str]) -> str | None:
    year, month, day = (
        match[f"{part}1"] or match[f"{part}2"] or match[f"{part}3"] for part in "ymd"
    )
    return _iso(year, str(_NUMBER_OF.get(month.lower(), month)), day)


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _is_instant(value: str) -> bool:
    try:
        return bool(_INSTANT.fullmatch(value) and datetime.fromisoformat(value))
    except ValueError:
        return False


def _is_edtf_date(value: str) -> bool:
    if not _EDTF_DATE.fullmatch(value):
        return False
    year, *rest = value.rstrip("?~%").split("-")
    if len(rest) == 1 and rest[0] in _SEASONS:
        return True
    month, day = [*(part.replace("XX", "01") for part in rest), "01", "01"][:2]
    return _iso(year.replace("X", "0"), month, day) is not None


def _is_open_interval(ends: list[str]) -> bool:
    return any(end in {"", ".."} for end in ends) and any(map(_is_edtf_date, ends))


def _runs_backwards(ends: list[str]) -> bool:
    first, last = (end.rstrip("?~%") for end in (ends[0], ends[-1]))
    known = min(len(first), len(last))
    return "X" not in first + last and first[:known] > last[:known] and last not in {"", ".."}
