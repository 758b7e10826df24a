"""Amounts in words, as ranges."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.events.quantities.amounts import amounts
from sayso.events.quantities.numbers import MOST

AMOUNTS: list[tuple[str, int | None, int | None, str]] = [
    ("15 people", 15, 15, "15"),
    ("1,500 people", 1500, 1500, "1,500"),
    ("2.5 million people", 2_500_000, 2_500_000, "2.5 million"),
    ("1.2m people", 1_200_000, 1_200_000, "1.2m"),
    ("30k people", 30_000, 30_000, "30k"),
    ("fifteen men", 15, 15, "fifteen"),
    ("Twenty-five men", 25, 25, "Twenty-five"),
    ("forty one men", 41, 41, "forty one"),
    ("two dozen men", 24, 24, "two dozen"),
    ("a dozen men", 12, 12, "a dozen"),
    ("half a dozen men", 6, 6, "half a dozen"),
    ("half a million people", 500_000, 500_000, "half a million"),
    ("a hundred men", 100, 100, "a hundred"),
    ("a hundred and twenty men", 120, 120, "a hundred and twenty"),
    ("three hundred men", 300, 300, "three hundred"),
    ("two thousand five hundred men", 2500, 2500, "two thousand five hundred"),
    ("one million two hundred thousand", 1_200_000, 1_200_000, "one million two hundred thousand"),
    ("12 thousand men", 12_000, 12_000, "12 thousand"),
    ("no one", 0, 0, "no one"),
    ("no casualties", 0, 0, "no"),
    ("Nobody", 0, 0, "Nobody"),
    ("none of them", 0, 0, "none"),
    ("both men", 2, 2, "both"),
    ("a couple of men", 2, 3, "a couple of"),
    ("a few men", 2, 6, "a few"),
    ("several men", 3, 9, "several"),
    ("a handful of men", 2, 9, "a handful of"),
    ("tens of men", 20, 99, "tens"),
    ("dozens of men", 24, 99, "dozens"),
    ("Scores of men", 40, 99, "Scores"),
    ("hundreds of men", 200, 999, "hundreds"),
    ("thousands", 2000, 9999, "thousands"),
    ("tens of thousands of people", 20_000, 99_999, "tens of thousands"),
    ("hundreds of thousands of people", 200_000, 999_999, "hundreds of thousands"),
    ("several hundred people", 300, 999, "several hundred"),
    ("a few dozen people", 24, 83, "a few dozen"),
    ("a couple of hundred people", 200, 399, "a couple of hundred"),
    ("many", None, None, "many"),
    ("an unknown number of men", None, None, "an unknown number of"),
    ("at least 15", 15, None, "at least 15"),
    ("at least another 15", 15, None, "at least another 15"),
    ("no fewer than 12", 12, None, "no fewer than 12"),
    ("100 or more", 100, None, "100 or more"),
    ("100-plus", 100, None, "100-plus"),
    ("100+ people", 100, None, "100+"),
    ("more than 100", 101, None, "more than 100"),
    ("over 1 million people", 1_000_001, None, "over 1 million"),
    ("more than a dozen", 13, None, "more than a dozen"),
    ("at least several dozen", 36, None, "at least several dozen"),
    ("more than dozens", 25, None, "more than dozens"),
    ("up to 50", None, 50, "up to 50"),
    ("as many as 50", None, 50, "as many as 50"),
    ("no more than 3", None, 3, "no more than 3"),
    ("fewer than 10", None, 9, "fewer than 10"),
    ("nearly 100", 90, 100, "nearly 100"),
    ("almost 100", 90, 100, "almost 100"),
    ("just under 100", 90, 99, "just under 100"),
    ("just over 100", 101, 110, "just over 100"),
    ("about 100", 90, 110, "about 100"),
    ("some 50 men", 45, 55, "some 50"),
    ("around 5 men", 5, 5, "around 5"),
    ("100 or so men", 90, 110, "100 or so"),
    ("an estimated 1.2m people", 1_080_000, 1_320_000, "an estimated 1.2m"),
    ("another 12 men", 12, 12, "another 12"),
    ("a total of 12 men", 12, 12, "a total of 12"),
    ("between 20 and 30", 20, 30, "between 20 and 30"),
    ("between two and three dozen", 24, 36, "between two and three dozen"),
    ("20 to 30", 20, 30, "20 to 30"),
    ("20-30 men", 20, 30, "20-30"),
    ("20–30 men", 20, 30, "20–30"),
    ("15 or 16 men", 15, 16, "15 or 16"),
    ("some 40 to 50 men", 36, 55, "some 40 to 50"),
    ("two to three million people", 2_000_000, 3_000_000, "two to three million"),
    ("900 to 1 million", 900, 1_000_000, "900 to 1 million"),
    ("30 to 20", 20, 30, "30 to 20"),
    ("5,000-strong", 5000, 5000, "5,000"),
    ("at  least\n15", 15, None, "at  least\n15"),
    ("İ AT LEAST SIX", 6, None, "AT LEAST SIX"),
]


@pytest.mark.parametrize(("text", "low", "high", "words"), AMOUNTS, ids=[row[0] for row in AMOUNTS])
def test_an_amount_in_words_is_a_range(
    text: str, low: int | None, high: int | None, words: str
) -> None:
    (found,) = amounts(text)
    assert (found.low, found.high, text[found.start : found.end]) == (low, high, words)


@pytest.mark.parametrize(
    "text",
    [
        "15% of them", "15 percent", "15 per cent", "$15m", "£12", "a 15-year-old boy", "the 1990s",
        "at 5:30", "the 12th man", "B-52", "1.2345", "2.5 people", "3/4", "how many", "someone",
        "tent", "99999999999", "1234567890123", "9" * 400, "fewer than", "at least", "",
    ],
)  # fmt: skip
def test_what_is_no_number_of_people_is_no_amount(text: str) -> None:
    assert not list(amounts(text))


def test_where_a_figure_came_from_is_no_part_of_a_range() -> None:
    assert [found.low for found in amounts("rose from 12 to 20")] == [12, 20]


pieces = st.sampled_from(
    "at least more than up to no fewer nearly about between and or to from of a half hundred two "
    "twenty five dozen dozens thousand million 15 1,500 2.5 1.2m 0 20-30 - – + , % how".split()
)


@given(st.lists(pieces | st.text(max_size=3), max_size=30).map(" ".join) | st.text())
@example("9" * 5000)
@example("0 million or 0.0")
def test_amounts_are_bounded_ranges_in_place(text: str) -> None:
    end = 0
    for found in amounts(text):
        assert end <= found.start < found.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
        assert all(0 <= each <= 2 * MOST for each in (found.low, found.high) if each is not None)
        end = found.end


@pytest.mark.parametrize(
    "piece", ["9", "a ", "hundred and ", "1,", "twenty-", "no more than ", "between two and ", " "]
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    start = time.process_time()
    list(amounts(piece * 10_000))
    assert time.process_time() - start < 5
