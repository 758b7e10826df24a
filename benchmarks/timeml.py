"""TimeML values (TIMEX3) told as sayso tells them, so that the two can be compared.

| TimeML | here |
|---|---|
| `1998-02-13`, `1998-02`, `1998`, `199X` | the same |
| `199`, `19` (what is left out is unspecified) | `199X`, `19XX` |
| `1998-10-XX`, `1998-XX` | `1998-10`, `1998`: what is unspecified at the end is left out |
| `1998-W03` | the interval from Monday to Sunday |
| `1998-W03-WE` | the interval from Saturday to Sunday |
| `1998-SP`, `-SU`, `-FA`, `-WI` | `1998-21`, `-22`, `-23`, `-24` |
| `1998-Q1` | `1998-33` |
| `1998-H1` | the interval `1998-01/1998-06` |
| `1998-02-06TMO`, `TAF`, `TEV`, `TNI` | `1998-02-06` with precision morning, afternoon, … |
| the day alone, of a part of a day | the day, with whatever precision |
| `1985`, `1987` of "between 1985 and 1987" | `1985/1987` of one expression |
| `1998-02-12T19:15` | `1998-02-12T19:15:00` |
| `P2Y`; a quarter, decade, century is counted in months, in years | `P2Y`, `P3M`, `P10Y`, `P100Y` |
| `P2Y` of a DURATION | also the two years up to the creation time, or from it |
| `P1M` of a SET | `R/P1M` |
| `XXXX-WXX-2` of a SET | `R/` that weekday up to a week before the creation time `/P1W` |
| `PXD`, `PXX`, `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` | no value |

What is not known is one and the same: TimeML tells the past from the future and days from weeks
there, sayso has no value for any of it. Modifiers (`mod`: START, APPROX …) are not compared, as in
TempEval-3; nor is `~`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import Time, TimePrecision

_PARTS = {
    "MO": TimePrecision.MORNING,
    "AF": TimePrecision.AFTERNOON,
    "EV": TimePrecision.EVENING,
    "NI": TimePrecision.NIGHT,
}
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_LENGTH = re.compile(r"P(T?)([0-9.]+)([A-Z]+)")
_COUNTED_IN = {"Q": (3, "M"), "E": (10, "Y"), "DE": (10, "Y"), "C": (100, "Y"), "CE": (100, "Y")}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a time expression means: its value, and of a part of the day which part it is."""

    value: str | None
    precision: TimePrecision | None = None

    def is_of(self, time: Time) -> bool:
        """Whether `time` gives this answer."""
        value = time.value and time.value.replace("~", "")
        return value == self.value and self.precision in (None, time.precision)


def answers(kind: str, value: str, created: date) -> Iterator[Answer]:
    """Every right answer for a TIMEX3 of this type and value in a text created on that day."""
    if value.endswith("_REF"):
        yield Answer(None)
    elif value.startswith("P"):
        yield from _lengths(kind, value, created)
    elif kind == "SET" and (weekday := re.match(r"XXXX-WXX-([1-7])", value)):
        back = timedelta(days=(created.isoweekday() - int(weekday[1])) % 7)
        yield Answer(f"R/{(created - back).isoformat()}/P1W")
    else:
        yield _date(value)


def _lengths(kind: str, value: str, created: date) -> Iterator[Answer]:
    match = _LENGTH.fullmatch(value)
    if "X" in value or (match is None and kind == "SET"):
        yield Answer(None)
        return
    if match is not None and match[3] in _COUNTED_IN:
        size, unit = _COUNTED_IN[match[3]]
        value = f"P{int(match[2]) * size}{unit}"
    yield Answer(f"R/{value}" if kind == "SET" else value)
    if kind == "DURATION":
        for steps in (-1, 1):
            ends = sorted((created.isoformat(), _moved(created, value, steps)))
            yield Answer("/".join(ends))


def _moved(day: date, length: str, sign: int) -> str:
    """The day so long before or after; the day itself for what is no count of days or months."""
    match = re.fullmatch(r"P([0-9]+)([DWMY])", length)
    if not match:
        return day.isoformat()
    count, unit = sign * int(match[1]), match[2]
    if unit in "DW":
        return (day + timedelta(days=count * (7 if unit == "W" else 1))).isoformat()
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days)).isoformat()


def _date(value: str) -> Answer:
    day, _, time = value.partition("T")
    if time in _PARTS:
        return Answer(_calendar(day), _PARTS[time])
    if time:
        return Answer(f"{day}T{time}{':00' * (2 - time.count(':'))}")
    return Answer(_calendar(day))


def _calendar(value: str) -> str:
    value = re.sub(r"(-XX)+$", "", value)
    year, _, rest = value.partition("-")
    if week := re.fullmatch(r"W([0-9]{1,2})(-WE)?", rest):
        first = date.fromisocalendar(int(year), int(week[1]), 6 if week[2] else 1)
        return f"{first}/{date.fromisocalendar(int(year), int(week[1]), 7)}"
    if rest in _SEASONS:
        return f"{year}-{_SEASONS[rest]}"
    if quarter := re.fullmatch("Q([1-4])", rest):
        return f"{year}-{32 + int(quarter[1])}"
    if half := re.fullmatch("H([12])", rest):
        end = 6 * int(half[1])
        return f"{year}-{end - 5:02}/{year}-{end:02}"
    return value if rest else year.ljust(4, "X")
