"""Time expressions by kind: a text read on a known day, and every expression in it."""

from __future__ import annotations

import pytest

from sayso.model import Time
from sayso.reader import load_reader
from sayso.times import read_times
from tests.samples import report

PUBLISHED = "2024-03-06"
"""A Wednesday."""

Told = tuple[str, str | None, str]
"""The words of an expression, its value, its precision."""


def times(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    given = report(text, published=published)
    return read_times(given, load_reader().annotate(text))


def told(text: str, published: str | None = PUBLISHED) -> list[Told]:
    return [(each.span.text, each.value, str(each.precision)) for each in times(text, published)]


Rows = list[tuple[str, Told]]

DAYS: Rows = [
    ("It happened on 5 February 2012.", ("5 February 2012", "2012-02-05", "day")),
    ("It happened on Feb. 5, 2012.", ("Feb. 5, 2012", "2012-02-05", "day")),
    ("It happened on the fifth of May 2012.", ("the fifth of May 2012", "2012-05-05", "day")),
    ("It happened on Tuesday, March 5.", ("Tuesday, March 5", "2024-03-05", "day")),
    ("It happened on 2012-02-05.", ("2012-02-05", "2012-02-05", "day")),
    ("It happened on 25/12/2012.", ("25/12/2012", "2012-12-25", "day")),
    ("It happened on 5/12/2012.", ("5/12/2012", None, "day")),
    ("It happened on February 30, 2012.", ("February 30, 2012", None, "day")),
    ("It happened yesterday.", ("yesterday", "2024-03-05", "day")),
    ("They met the day before yesterday.", ("the day before yesterday", "2024-03-04", "day")),
    ("They met on Tuesday.", ("Tuesday", "2024-03-05", "day")),
    ("They met on Thursday.", ("Thursday", "2024-02-29", "day")),
    ("They will meet on Tuesday.", ("Tuesday", "2024-03-12", "day")),
    ("It is scheduled to close on Monday.", ("Monday", "2024-03-11", "day")),
    ("He said he fled on Thursday night.", ("Thursday night", "2024-02-29", "night")),
    ("They would fire if he returned on Saturday.", ("Saturday", "2024-03-09", "day")),
    ("The offer had been due to expire on Monday.", ("Monday", "2024-03-04", "day")),
    ("They met last Wednesday.", ("last Wednesday", "2024-02-28", "day")),
    ("They meet next Friday.", ("next Friday", "2024-03-08", "day")),
    ("He died on Christmas Eve.", ("Christmas Eve", "2023-12-24", "day")),
    ("He died on Thanksgiving.", ("Thanksgiving", "2023-11-23", "day")),
    ("They met over the weekend.", ("the weekend", "2024-03-02/2024-03-03", "day")),
    ("It ran from 3 to 5 May 2012.", ("from 3 to 5 May 2012", "2012-05-03/2012-05-05", "day")),
    ("It ran on May 3-5, 2012.", ("May 3-5, 2012", "2012-05-03/2012-05-05", "day")),
]

UNITS: Rows = [
    ("They met last week.", ("last week", "2024-02-26/2024-03-03", "week")),
    ("They met earlier this week.", ("earlier this week", "2024-03-04/2024-03-10", "week")),
    ("They met three weeks ago.", ("three weeks ago", "2024-02-12/2024-02-18", "week")),
    ("They met last month.", ("last month", "2024-02", "month")),
    ("They met in February 2012.", ("February 2012", "2012-02", "month")),
    ("They met in April.", ("April", "2023-04", "month")),
    ("They will meet in April.", ("April", "2024-04", "month")),
    ("They met in mid-February.", ("mid-February", "2024-02", "month")),
    ("They met at the end of February.", ("the end of February", "2024-02", "month")),
    ("They met in June last year.", ("June last year", "2023-06", "month")),
    ("They met from May to July 2012.", ("from May to July 2012", "2012-05/2012-07", "month")),
    ("It fell in the first half of 2012.", ("the first half of 2012", "2012-01/2012-06", "month")),
    ("They met in the spring of 2012.", ("the spring of 2012", "2012-21", "season")),
    ("They met last winter.", ("last winter", "2023-24", "season")),
    ("It fell in the third quarter of 2012.", ("the third quarter of 2012", "2012-35", "quarter")),
    ("It fell in the third quarter.", ("the third quarter", "2023-35", "quarter")),
    ("It fell in Q3 2012.", ("Q3 2012", "2012-35", "quarter")),
]

YEARS: Rows = [
    ("It began in 2012.", ("2012", "2012", "year")),
    ("It began about 1990.", ("about 1990", "1990~", "year")),
    ("It began last year.", ("last year", "2023", "year")),
    ("It began two years ago.", ("two years ago", "2022", "year")),
    ("It began two decades ago.", ("two decades ago", "2004~", "year")),
    ("It began in nineteen ninety-six.", ("nineteen ninety-six", "1996", "year")),
    ("It began in 629 CE.", ("629 CE", "0629", "year")),
    ("It began in 44 BC.", ("44 BC", "-0043", "year")),
    ("It was built between 2010 and 2012.", ("between 2010 and 2012", "2010/2012", "year")),
    ("It was built in 1991-95.", ("1991-95", "1991/1995", "year")),
    ("It fell over the past year.", ("the past year", "2023-03-06/2024-03-06", "year")),
    ("It falls in the next two years.", ("the next two years", "2024-03-06/2026-03-06", "year")),
    ("It began in the 1990s.", ("the 1990s", "199X", "decade")),
    ("It began in the late 1990s.", ("the late 1990s", "199X", "decade")),
    ("It began in the '80s.", ("the '80s", "198X", "decade")),
    ("It began in the nineties.", ("the nineties", "199X", "decade")),
    ("It began in the 19th century.", ("the 19th century", "18XX", "century")),
]

PARTS_OF_DAYS: Rows = [
    ("They met this morning.", ("this morning", "2024-03-06", "morning")),
    ("They met on Tuesday evening.", ("Tuesday evening", "2024-03-05", "evening")),
    ("They met last night.", ("last night", "2024-03-05", "night")),
    (
        "They met in the afternoon of 4 March.",
        ("the afternoon of 4 March", "2024-03-04", "afternoon"),
    ),
    (
        "They met at 5:30 p.m. on Tuesday.",
        ("5:30 p.m. on Tuesday", "2024-03-05T17:30:00", "instant"),
    ),
    ("They met on Tuesday at noon.", ("Tuesday at noon", "2024-03-05T12:00:00", "instant")),
    ("They met at 17:30.", ("17:30", None, "instant")),
]

LENGTHS: Rows = [
    ("It lasted two years.", ("two years", "P2Y", "duration")),
    ("It lasted two and a half years.", ("two and a half years", "P2Y6M", "duration")),
    ("It lasted 2 1/2 hours.", ("2 1/2 hours", "PT2H30M", "duration")),
    ("It lasted half an hour.", ("half an hour", "PT30M", "duration")),
    ("It lasted at least 20 days.", ("at least 20 days", "P20D", "duration")),
    ("It lasted twenty-one days.", ("twenty-one days", "P21D", "duration")),
    ("It lasted two decades.", ("two decades", "P20Y", "duration")),
    ("It lasted three quarters.", ("three quarters", "P9M", "duration")),
    ("It lasted several years.", ("several years", None, "duration")),
    ("It lasted 10 to 15 years.", ("10 to 15 years", None, "duration")),
    ("A three-day truce began.", ("three-day", "P3D", "duration")),
    ("It fell in the first nine months.", ("the first nine months", "P9M", "duration")),
]

SETS: Rows = [
    ("They meet every day.", ("every day", "R/P1D", "set")),
    ("They meet every two weeks.", ("every two weeks", "R/P2W", "set")),
    ("They meet twice a week.", ("twice a week", "R/P1W", "set")),
    ("They meet annually.", ("annually", "R/P1Y", "set")),
    ("They meet every Tuesday.", ("every Tuesday", "R/2024-03-05/P1W", "set")),
]

VAGUE: Rows = [
    ("They are safe now.", ("now", None, "vague")),
    ("They recently met.", ("recently", None, "vague")),
    ("They met in the past.", ("the past", None, "vague")),
    ("They met in recent months.", ("recent months", None, "vague")),
    ("They met a few days ago.", ("a few days ago", None, "vague")),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    DAYS + UNITS + YEARS + PARTS_OF_DAYS + LENGTHS + SETS + VAGUE,
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_an_expression(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He may come.",
        "The march began.",
        "The 44-year-old died.",
        "He was 30 years old.",
        "Two thousand people came.",
        "Some 2000 people came.",
        "It costs $1990.",
        "Resolution 2254 was passed.",
        "Prices fall and the past must last.",
        "The index closed at 1678.5.",
        "Mr. Jan Mayer spoke for Autumn Leaves.",
        "They make 20 flights a week.",
        "He is in his 30s.",
        "They worked the night shift.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert told(text) in ([], [("the past", None, "vague")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 5 May 2012 it rose. Three days later it fell. The next day it rose.",
            ["2012-05-05", "2012-05-08", "2012-05-09"],
        ),
        ("On 5 May 2012 it rose. The day before, it fell.", ["2012-05-05", "2012-05-04"]),
        ("In March 2012 it rose. The following month it fell.", ["2012-03", "2012-04"]),
        ("In March 2012 it rose. Later that year it fell.", ["2012-03", "2012"]),
        ("It fell. The day before, it rose.", [None]),
        ("It rose on 5 May 2012, the day before the vote.", ["2012-05-05", None]),
        (
            "It opened at noon. On 5 May 2012 it rose. At noon it fell.",
            [None, "2012-05-05", "2012-05-05T12:00:00"],
        ),
    ],
)
def test_counted_from_what_was_told_last(text: str, expected: list[str | None]) -> None:
    assert [each.value for each in times(text)] == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        (None, "They met on Tuesday.", None),
        (None, "They met last year.", None),
        (None, "They met in April.", None),
        (None, "They met in the '80s.", None),
        (None, "They met over the past two weeks.", None),
        (None, "They met every Tuesday.", None),
        ("0001-01-01", "They meet on Sundays.", None),
        (None, "They met in April 2012.", "2012-04"),
        (None, "They met for two years.", "P2Y"),
        (None, "They met every year.", "R/P1Y"),
        ("2024", "They met last year.", "2023"),
        ("2024", "They met last month.", None),
        ("2024-03", "They met last month.", "2024-02"),
        ("2024-03", "They met yesterday.", None),
        ("2024-03/2024-04", "They met last year.", "2023"),
        ("2024-03/2024-04", "They met last month.", None),
        ("2024-03-06T08:00:00Z", "They met yesterday.", "2024-03-05"),
        ("2024-03-06~", "They met yesterday.", "2024-03-05"),
        ("2024-22", "They met last year.", None),
        ("0001-01-01", "They met yesterday.", None),
        ("9999-12-31", "They will meet tomorrow.", None),
    ],
)
def test_as_far_as_the_day_of_publication_is_known(
    published: str | None, text: str, expected: str | None
) -> None:
    assert [each.value for each in times(text, published)] == [expected]


def test_expressions_of_one_paragraph_do_not_reach_into_the_next() -> None:
    assert [span for span, _, _ in told("It was five\n\nyears after May\n\n5 men came.")] == ["May"]
