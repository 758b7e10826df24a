"""Years and what is longer, and the parts of a year: quarters, halves, seasons."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sayso.model import TimePrecision
from sayso.times.grammar import Found, Rule, rule
from sayso.times.meaning import Anchor, Meaning, means
from sayso.times.stretches import Stretch, numbered

STEPS: Final = ("which", "current", "next", "past", "latest")
"""The kinds of words that count units from publication."""
EARLIEST_YEAR: Final = 1000
_LATEST_YEAR: Final = 2199
_EARLIEST_ALONE: Final = 1500
"""Years in words, and in digits with nothing beside them, are no earlier."""
OF_A_YEAR: Final = 3
"""What recurs once a year is seldom far off: so many times as far is what the tense is against."""
_COMING_QUARTER: Final = 1
_PAST_QUARTER: Final = 5
"""Quarters are spoken of when they are over."""
_YEAR, _MONTH = TimePrecision.YEAR, TimePrecision.MONTH
_DECADE, _CENTURY = TimePrecision.DECADE, TimePrecision.CENTURY


def chosen(
    found: Found, anchor: Anchor, candidates: list[Stretch | None], against: float = OF_A_YEAR
) -> Stretch | None:
    """Which of the `candidates` is meant by "last", "this" or "next", or else by the tense."""
    steps = found.all(*STEPS)
    if not steps:
        return anchor.nearest(candidates, against=against)
    return anchor.stepped(candidates, int(steps[0]))


def year_of(found: Found, anchor: Anchor) -> int | None:
    """The year that a match names, in digits, in words, or counted from publication."""
    for each in found.all("four"):
        return int(each)
    if found.has("tens", "scale", "o"):
        spoken = _spoken(found)
        if spoken:
            return spoken
    if found.has("year") and found.has(*STEPS):
        year = anchor.now(_YEAR, found.number(*STEPS) or 0)
        return year.first.year if year else None
    if found.has("year") and found.has("that"):
        told = anchor.then(_YEAR)
        return told.first.year if told else None
    return None


def _spoken(found: Found) -> int | None:
    """As in "nineteen ninety-six", "two thousand and one"."""
    if found.has("scale"):
        parts = [int(each) for each in found.all("number", "scale", "teen", "tens")]
        year = parts[0] * parts[1] + sum(parts[2:])
    else:
        century, *rest = (int(each) for each in found.all("teen", "tens", "number"))
        year = century * 100 + sum(rest)
    return year if _EARLIEST_ALONE <= year <= _LATEST_YEAR else None


def _year(found: Found, anchor: Anchor) -> Meaning | None:
    year = year_of(found, anchor)
    if year is None or not _EARLIEST_ALONE <= year <= _LATEST_YEAR:
        return None
    return means(numbered(year, _YEAR), _YEAR)


def _year_after_in(found: Found, anchor: Anchor) -> Meaning | None:
    year = year_of(found, anchor)
    return means(numbered(year, _YEAR), _YEAR) if year and year <= _LATEST_YEAR else None


def _years(found: Found, _anchor: Anchor) -> Meaning | None:
    """As in "1991-95", "2010-2012"."""
    first, *later = (int(each) for each in found.all("four", "two", "day_number"))
    last = later[0] if later[0] > 99 else first // 100 * 100 + later[0]  # noqa: PLR2004 digits
    start, end = numbered(first, _YEAR), numbered(last, _YEAR)
    if start is None or end is None or not EARLIEST_YEAR <= first < last <= _LATEST_YEAR:
        return None
    return Meaning(_YEAR, notation=f"{start.edtf}/{end.edtf}")


def _year_of_era(found: Found, _anchor: Anchor) -> Meaning | None:
    """As in "629 CE"; 44 BC is the year -0043, for EDTF has a year 0."""
    year = found.number("figure", "two", "day_number", "four") or 0
    if found.has("bc"):
        return Meaning(_YEAR, notation=f"-{year - 1:04}" if year > 1 else "0000")
    return means(numbered(year, _YEAR), _YEAR) if year else None


def _decade(found: Found, anchor: Anchor) -> Meaning | None:
    """As in "the 1990s", "the '80s", "the nineties"; without a century the last that has begun."""
    written = found.all("decade_number", "nineties")[0]
    years = int(re.sub("[^0-9]", "", str(written)))
    if years < EARLIEST_YEAR and not found.has("the", "apostrophe", "teen"):
        return None  # "in his 30s"
    if found.has("teen"):
        years += 100 * (found.number("teen") or 0)
    if years > 99:  # noqa: PLR2004 digits
        return means(numbered(years // 10, _DECADE), _DECADE)
    now = anchor.now(_CENTURY)
    if now is None:
        return Meaning(_DECADE)
    centuries = [now.first.year // 100 - 1, now.first.year // 100]
    decades = [numbered(each * 10 + years // 10, _DECADE) for each in centuries]
    begun = [each for each in decades if each and each.first < now.last and _over(each, anchor)]
    return means(begun[-1] if begun else None, _DECADE)


def _over(stretch: Stretch, anchor: Anchor) -> bool:
    return anchor.published is not None and stretch.first <= anchor.published.last


def _century(found: Found, _anchor: Anchor) -> Meaning:
    nth = found.number("ordinal", "second", "nth") or 0
    nth += found.number("tens") or 0
    if found.has("bc"):
        return Meaning(_CENTURY)
    return means(numbered(nth - 1, _CENTURY), _CENTURY)


# --- parts of a year -------------------------------------------------------------------------


def _quarter(found: Found, anchor: Anchor) -> Meaning | None:
    nth = found.number("ordinal", "second", "nth", "day_number") or 0
    if not 1 <= nth <= 4:  # noqa: PLR2004 quarters of a year
        return None
    ahead = anchor.lean > 0
    seen_from = replace(anchor, lean=1 if ahead else -1)
    against = _COMING_QUARTER if ahead else _PAST_QUARTER
    return _fourth(found, seen_from, TimePrecision.QUARTER, nth - 1, against)


def _season(found: Found, anchor: Anchor) -> Meaning:
    return _fourth(found, anchor, TimePrecision.SEASON, found.number("season") or 0)


def _fourth(
    found: Found, anchor: Anchor, precision: TimePrecision, index: int, against: float = OF_A_YEAR
) -> Meaning:
    """The quarter or season with this number in its year."""
    year = year_of(found, anchor)
    if year is not None:
        return means(numbered(year * 4 + index, precision), precision)
    now = anchor.now(_YEAR)
    if now is None:
        return Meaning(precision)
    years = range(now.first.year - 1, now.first.year + 2)
    quarters = [numbered(each * 4 + index, precision) for each in years]
    return means(chosen(found, anchor, quarters, against), precision)


def _half(found: Found, anchor: Anchor) -> Meaning | None:
    """As in "the first half of 1989": an interval of two months."""
    nth = found.number("ordinal", "second") or (2 if found.has("which", "latest") else 0)
    year = year_of(found, anchor)
    if year is None:
        told = anchor.now(_YEAR)
        year = told.first.year if told else None
    if year is None or nth not in (1, 2):
        return Meaning(_MONTH) if nth in (1, 2) else None
    return Meaning(_MONTH, notation=f"{year:04}-{nth * 6 - 5:02}/{year:04}-{nth * 6:02}")


RULES: Final[tuple[Rule, ...]] = (
    rule("year after in", "(?<= in) four", _year_after_in),
    rule(
        "year",
        "(the? fiscal? year | the? fiscal | the (?= year_number (period | fiscal? year)))?"
        " (four | spoken_year) (period | fiscal? year)?"
        " | the? year spoken_scale",
        _year,
    ),
    rule("years", "(from | between)? four hyphen (four | two | day_number)", _years),
    rule(
        "year of an era",
        "ad (four | figure | two | day_number) | (four | figure | two | day_number) (ad | bc)",
        _year_of_era,
    ),
    rule("decade", "the? apostrophe? decade_number", _decade),
    rule("decade in words", "(the | teen) hyphen? nineties", _decade),
    rule("century", "the? (tens hyphen?)? ordinal_word hyphen? century bc?", _century),
    rule(
        "quarter",
        "the? (which_one | fiscal | (four possessive?))? (fiscal hyphen?)?"
        " ordinal_word hyphen? quarter (of? fiscal? in_year)?",
        _quarter,
    ),
    rule("numbered quarter", "q day_number in_year?", _quarter),
    rule(
        "half of a year",
        "the? (ordinal_word | which | latest) half of? (the year | in_year)",
        _half,
    ),
    rule(
        "season",
        "which_one+ season | the? season of? in_year | the season (?! of)",
        _season,
    ),
)
