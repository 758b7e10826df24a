"""When a statement was made: the time expression that belongs to its cue, as EDTF.

Covers how news dates a saying: weekdays, days, weeks, months and years relative to the day of
publication, and plain dates. What cannot be known without more context has no value.
"""

from __future__ import annotations

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import SaidAt, Span
from sayso.reader import Document, Run
from sayso.statements.attribution.attribution import Attribution

_MONTHS = {
    name.lower(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(day_name)}
_NUMBERS = dict(
    zip(
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        [1, *range(1, 11)],
        strict=True,
    )
)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(_WEEKDAYS)
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"


_WINDOW = 7
"""A date stands no more tokens than this behind its cue."""


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], date], str | None]


def said_at(doc: Document, one: Attribution, published: str | None) -> SaidAt | None:
    """The time expression beside the cue of `one`, resolved against `published` (an EDTF date)."""
    day = _day(published)
    if day is None:
        return None
    for run in _beside_cue(doc, one):
        found = _resolve(doc, run, day)
        if found is not None:
            return found
    return None


def _beside_cue(doc: Document, one: Attribution) -> list[Run]:
    """The adverbials of the cue's verb, nearest to it first, outside source and content."""
    verb = doc.heads[one.head] if doc.heads[one.head] in one.cue else one.head
    taken = [*one.source, *one.content]
    adverbials = [
        doc.edges[child]
        for child in doc.children[verb]
        if doc.deps[child] in ("npadvmod", "advmod", "prep", "dobj", "nsubj")
    ]
    adverbials += Run(one.cue.end, one.cue.end + _WINDOW).within(doc.sentence(one.head))
    free = [run for run in adverbials if not any(run.overlaps(part) for part in taken)]
    return sorted(free, key=lambda run: (abs(run.start - one.head), run))


def _resolve(doc: Document, run: Run, day: date) -> SaidAt | None:
    span = doc.span(run)
    words = span.text.lower()
    for rule in _RULES:
        match = rule.pattern.search(words)
        value = _value(rule, match, day) if match else None
        if match and value is not None and len(words) == len(span.text):
            start, end = span.start + match.start(), span.start + match.end()
            return SaidAt(span=Span.of(doc.text, start, end), value=value)
    return None


def _value(rule: _Rule, match: re.Match[str], day: date) -> str | None:
    """What the rule makes of its match; None for a day that no calendar has."""
    try:
        return rule.value(match, day)
    except (OverflowError, ValueError):
        return None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


# --- rules: the first that matches decides ---------------------------------------------------


def _full_date(match: re.Match[str], day: date) -> str | None:
    month, number = _MONTHS[match["month"]], int(match["day"])
    year = int(match["year"]) if match.groupdict().get("year") else day.year
    found = date(year, month, number)
    if not match.groupdict().get("year") and found > day:
        found = date(year - 1, month, number)
    return found.isoformat()


def _month_of_year(match: re.Match[str], _day: date) -> str | None:
    return f"{int(match['year']):04}-{_MONTHS[match['month']]:02}"


def _weekday(match: re.Match[str], day: date) -> str | None:
    back = (day.weekday() - _WEEKDAYS[match["weekday"]]) % 7
    return (day - timedelta(days=back)).isoformat()


def _near_day(match: re.Match[str], day: date) -> str | None:
    offset = {"yesterday": -1, "tomorrow": 1}.get(match["near"], 0)
    return (day + timedelta(days=offset)).isoformat()


def _relative_unit(match: re.Match[str], day: date) -> str | None:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1}.get(match["which"], 0)
    return _shifted(day, match["unit"], step)


def _ago(match: re.Match[str], day: date) -> str | None:
    count = _NUMBERS.get(match["count"]) or int(match["count"])
    return _shifted(day, match["unit"], -count)


def _shifted(day: date, unit: str, step: int) -> str | None:
    """The day, week (Monday/Sunday), month or year that lies `step` units from `day`."""
    if unit == "day":
        return (day + timedelta(days=step)).isoformat()
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{day.year + step:04}"


def _rule(pattern: str, value: Callable[[re.Match[str], date], str | None]) -> _Rule:
    return _Rule(re.compile(rf"\b(?:{pattern})\b"), value)


_RULES = (
    _rule(rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {_YEAR})?", _full_date),
    _rule(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})\.?(?:,? {_YEAR})?", _full_date),
    _rule(rf"(?P<month>{_MONTH})\.? {_YEAR}", _month_of_year),
    _rule(
        rf"(?:last |this )?(?P<weekday>{_WEEKDAY})(?: (?:morning|afternoon|evening|night))?",
        _weekday,
    ),
    _rule(
        r"(?P<near>today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening))", _near_day
    ),
    _rule(rf"(?:earlier |later )?(?P<which>this|last|next|past|previous) {_UNIT}", _relative_unit),
    _rule(rf"{_COUNT} {_UNIT} ago", _ago),
)
