"""Lengths of time, the stretches that they reach back or ahead from publication, and repetitions.

A length is an ISO 8601 duration ("P2Y"); how long "a few days" are nobody knows. A repetition is
an ISO 8601 repeating interval: "every month" is "R/P1M".
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Final

from sayso.model import TimePrecision
from sayso.times.grammar import Found, Rule, rule
from sayso.times.meaning import Anchor, Meaning
from sayso.times.stretches import number, numbered

_LENGTH, _SET, _VAGUE = TimePrecision.DURATION, TimePrecision.SET, TimePrecision.VAGUE

_ISO: Final = {
    "second": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"),
    "semester": ("P", 6, "M"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}
"""How ISO 8601 writes a length in each unit: before the count, how many of its units, after it."""

_HALVES: Final = {"PY": "6M", "PD": "T12H", "PTH": "30M", "PTM": "30S"}
"""Half of an ISO unit, in the next smaller one."""

_REACHING: Final = {
    "day": (TimePrecision.DAY, 1),
    "week": (TimePrecision.WEEK, 7),
    "fortnight": (TimePrecision.WEEK, 14),
    "month": (TimePrecision.MONTH, 1),
    "quarter": (TimePrecision.QUARTER, 3),
    "year": (TimePrecision.YEAR, 12),
    "decade": (TimePrecision.DECADE, 120),
    "century": (TimePrecision.CENTURY, 1200),
}
"""The precision of a stretch of these units, and how many days or months each is."""

_SINGULAR: Final = ("unit", "quarter", "year", "century", "second")
_NUMBERS: Final = ("number", "couple", "teen", "tens", "day_number", "two", "four", "figure")


def unit_of(found: Found) -> str:
    """The unit that a match counts in: "day", "year"; empty where there is none."""
    units = found.all(*_SINGULAR, "units")
    unit = str(units[-1]) if units else ""
    return "second" if unit.isdigit() else unit


def amount(found: Found) -> float | None:
    """How many: "twenty-five", "2 1/2", "a couple of"; None for "a few" and for bare "years"."""
    if found.has("few"):
        return None
    if found.has("slash"):
        return _mixed(found)
    count = _count(found)
    if count is None or not found.has("half"):
        return count
    return count + 0.5 if found.has("and") else count * 0.5


def _count(found: Found) -> float | None:
    numbers = found.all(*_NUMBERS)
    if not numbers:
        return 1 if found.has(*_SINGULAR, "article", "another") else None
    return math.prod(map(float, found.all("scale")), start=sum(map(float, numbers)))


def _mixed(found: Found) -> float | None:
    """As in "2 1/2" and "1/2"."""
    *whole, over = map(float, found.before("slash").all(*_NUMBERS))
    under = found.after("slash").number(*_NUMBERS)
    return sum(whole) + over / under if under else None


def duration(count: float, unit: str) -> str:
    """So many of a unit as an ISO 8601 duration: 1.5 years are "P1Y6M"."""
    before, size, after = _ISO[unit]
    count *= size
    half = _HALVES.get(before + after)
    if half and count % 1 == 0.5:  # noqa: PLR2004 a half
        whole = f"{int(count)}{after}" if count > 1 else ""
        return f"{before}{whole}{half}"
    return f"{before}{count:.2f}".rstrip("0").rstrip(".") + after


def _length(found: Found, _anchor: Anchor) -> Meaning:
    count = amount(found)
    return Meaning(_LENGTH, notation=None if count is None else duration(count, unit_of(found)))


def _unknown_length(_found: Found, _anchor: Anchor) -> Meaning:
    return Meaning(_LENGTH)


def _reaching(found: Found, anchor: Anchor) -> Meaning:
    """As in "the past two years": an interval that ends, or starts, on the day of publication."""
    count, step = amount(found), found.number("past", "next", "which")
    if count is None or not step or unit_of(found) not in _REACHING:
        return _length(found, anchor)
    precision, size = _REACHING[unit_of(found)]
    now = anchor.now(TimePrecision.DAY)
    other = _moved(now.first, round(step * count * size), precision) if now else None
    if now is None or other is None:
        return Meaning(precision)
    first, last = sorted((now.first, other))
    return Meaning(precision, notation=f"{first.isoformat()}/{last.isoformat()}")


def _moved(day: date, steps: int, precision: TimePrecision) -> date | None:
    """The day so many days, or months, away; of a shorter month the last day."""
    try:
        if precision in (TimePrecision.DAY, TimePrecision.WEEK):
            return day + timedelta(days=steps)
    except OverflowError:
        return None
    month = numbered(number(day, TimePrecision.MONTH) + steps, TimePrecision.MONTH)
    return month.first.replace(day=min(day.day, month.last.day)) if month else None


# --- repetitions -----------------------------------------------------------------------------


def _every(found: Found, _anchor: Anchor) -> Meaning:
    """As in "every two weeks" and "twice a week"; how often in a week is not told."""
    count = found.number("ordinal") or amount(found)
    return Meaning(_SET, notation=f"R/{duration(count, unit_of(found))}" if count else None)


def _adverb(found: Found, _anchor: Anchor) -> Meaning:
    (length,) = found.all("adverb")
    return Meaning(_SET, notation=f"R/{length}")


def _every_weekday(found: Found, anchor: Anchor) -> Meaning:
    """Every week from such a day on, the last before publication."""
    weekday = found.number("weekday", "weekdays") or 0
    now = anchor.now(TimePrecision.DAY)
    back = (now.first.weekday() - weekday) % 7 if now else 0
    start = anchor.now(TimePrecision.DAY, -back)
    return Meaning(_SET, notation=f"R/{start.edtf}/P1W" if start else None)


_MORE: Final = "(more | quality | whole)?"
_COUNT: Final = "(known_count | unknown_count)"
RULES: Final[tuple[Rule, ...]] = (
    rule(
        "stretch to or from now",
        f"the? (which | next | past) {_COUNT} any_unit (?! of) | (the | which)? past singular",
        _reaching,
    ),
    rule(
        "length",
        f"(the (ordinal | which_one)?)? {_COUNT} {_MORE} units (and article half)? (?!hyphen? old)"
        f" | {_COUNT} ({_MORE} | hyphen)? any_unit (and article half)? (?!hyphen? old)"
        f" | (article {_MORE} | another | all | article? half hyphen?) (unit | year | century)"
        " (and article half)? (?! hyphen? old)"
        " | the fiscal? year (?= ended)",
        _length,
    ),
    rule("length between two", f"{_COUNT} (to | or | hyphen) {_COUNT} any_unit", _unknown_length),
    rule(
        "length in units",
        "(?<= (in | for | after | during | of)) units | article while",
        _unknown_length,
    ),
    rule("every", f"every ({_COUNT} | ordinal)? any_unit", _every),
    rule("how often", "adverb", _adverb),
    rule("times in a unit", "times (article | every) singular", _every),
    rule("every weekday", "every weekday part? | weekdays | weekday parts", _every_weekday),
)
