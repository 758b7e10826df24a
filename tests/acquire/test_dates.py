"""Dates: which are accepted as arguments, and which are found in URLs and first lines."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.dates import check_date, date_in_text, date_in_url, date_stated_in
from sayso.model import InputError


@pytest.mark.parametrize(
    "value",
    [
        "2014-07-03",
        "2014-07",
        "2014",
        "2024-02-29",
        "2014-07-03T08:00:00Z",
        "2014-07-03T08:00",
        "2014-07-03T08:00:00.5+05:30",
        "2014-07-03~",
        "2014?",
        "2014-07%",
        "2014-21",
        "201X",
        "20XX",
        "2014-XX",
        "2014-07-XX",
        "2014-XX-XX",
        "2014-07-03/2014-07-05",
        "2014-07/2014-07-05",
        "2014/..",
        "../2014-07",
        "2014-07-03/",
    ],
)
def test_dates_that_are_accepted(value: str) -> None:
    assert check_date(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "",
        "/",
        "../..",
        "yesterday",
        "3 July 2014",
        "2014-7-3",
        "03/07/2014",
        "2014-13",
        "2014-25",
        "2014-02-30",
        "2023-02-29",
        "0000",
        "14",
        "2014-07-03T25:00:00Z",
        "2014-07-03 08:00",
        "2014-07-03/2014-07-05/2014-07-07",
        "2014-07-05/2014-07-03",
        "2015/2014-12",
        "2014-07-03\n",
        "\u0662\u0660\u0661\u0664-07-03",
    ],
)
def test_dates_that_are_refused(value: str) -> None:
    with pytest.raises(InputError, match="is no date: give one like 2024-03-05") as refused:
        check_date(value)
    assert refused.value.stage == "date"


@given(st.dates().map(lambda day: day.isoformat()) | st.text(alphabet="0123456789-/X.~T:Z"))
def test_a_date_is_returned_as_given_or_refused(value: str) -> None:
    with suppress(InputError):
        assert check_date(value) == value


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05"),
        ("2024-03-05T23:30:00-05:00", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("Sept. 5, 2024", "2024-09-05"),
        ("the 5th of March 2024", "2024-03-05"),
        ("March 5th, 2024", "2024-03-05"),
        ("05-Mar-2024", "2024-03-05"),
        ("31 February 2024, or 1 March 2024", "2024-03-01"),
        ("05/03/2024", None),
        ("March 2024", None),
        ("5 March", None),
        ("Marching 5, 2024", None),
        ("12024-03-05", None),
        ("2024-13-05", None),
    ],
)
def test_a_date_is_stated_when_it_is_whole_and_plain(words: str, date: str | None) -> None:
    assert date_stated_in(words) == date


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://courier.example/2024/03/05/silo", "2024-03-05"),
        ("https://courier.example/news/2024-03-05-silo.html", "2024-03-05"),
        ("https://courier.example/world/2024/mar/05/silo", "2024-03-05"),
        ("https://courier.example/2024/13/45/silo/2024/03/06", "2024-03-06"),
        ("https://courier.example/2024/03/silo", None),
        ("https://2024-03-05.example/silo", None),
        ("https://courier.example/silo?seen=2024-03-05", None),
        ("https://courier.example/12024/03/055", None),
        ("https://[courier.example/2024/03/05", None),
        ("file:///reports/silo_2024-03-05.txt", "2024-03-05"),
        ("file:///crawl/2024-03-05/silo.txt", None),
        ("not a URL", None),
    ],
)
def test_dates_in_urls(url: str, date: str | None) -> None:
    assert date_in_url(url) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Silo bursts\n\n5 March 2024\n\nThe silo burst.", "2024-03-05"),
        ("Silo bursts\nMarch 5, 2024\n", "2024-03-05"),
        ("2024-03-05\nThe silo burst.", "2024-03-05"),
        ("Tuesday, 5 March 2024, 10:30 GMT\n", "2024-03-05"),
        ("Published on March 5, 2024 at 9.15 a.m.\n", "2024-03-05"),
        ("PORT ALVA, 5 March 2024 (Coast Agency) - The silo burst.", "2024-03-05"),
        ("PORT ALVA, March 5, 2024 — The silo burst.", "2024-03-05"),
        ("PORT ALVA (March 5, 2024) — The silo burst.", "2024-03-05"),
        ("PORT ALVA, March 5 (Coast Agency) - The silo burst.", None),
        ("The silo burst on 5 March 2024, officials said.", None),
        ("5 March 2024 was the day the silo burst.", None),
        ("5 March 2024 10:30 the silo burst.", None),
        ("Last updated 5 March 2024", None),
        ("Copyright 5 March 2024", None),
        ("one\ntwo\nthree\nfour\nfive\nsix\n5 March 2024", None),
        ("03/05/2024\nThe silo burst.", None),
        ("31 February 2024\n", None),
    ],
)
def test_dates_in_first_lines(text: str, date: str | None) -> None:
    assert date_in_text(text) == date
