from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.assertions import Assertion
from sayso.links.matching import Feature, Found, Match, Row, Table, likelihood, untold

NUMBERS = st.floats(-50, 50)


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ((), "The words fit each other."),
        ((Feature("same_day", 1.0, 1.0, lambda: "both tell of Monday"),), "Both tell of Monday."),
        (
            (
                Feature("other_names", -2.0, 0.5, lambda: "one names Sel"),
                Feature("same_day", 1.0, 1.0, lambda: "both tell of Monday"),
                Feature("shared_words", 4.0, 0.5, lambda: "both say crate"),
                Feature("same_names", 9.0, 0.0, lambda: "both name Orlen"),
                Feature("few_other_words", 9.0, 1.0, lambda: ""),
            ),
            "Both say crate, both tell of Monday; but one names Sel.",
        ),
        ((Feature("other_names", -2.0, 1.0, lambda: "one names Sel"),), "One names Sel."),
    ],
)
def test_reason_is_a_sentence_with_the_weightiest_first(
    features: tuple[Feature, ...], expected: str
) -> None:
    assert Match(0.5, features).reason == expected


def holding(value: float, reason: str = "") -> Callable[[Assertion, Assertion], Found]:
    return lambda _a, _b: (value, lambda: reason)


def a_match(start: float, *rows: Row) -> Match | None:
    one = SimpleNamespace()
    return Table(start, *rows).match(one, one)  # type: ignore[arg-type] # the rows look at nothing


def test_score_is_the_likelihood_of_all_points() -> None:
    rows = Row("a", 2.0, holding(0.5)), Row("b", -3.0, holding(1.0)), Row("c", 9.0, holding(0.0))
    match = a_match(3.0, *rows)
    assert match is not None
    assert match.score == likelihood(1.0)
    assert [one.name for one in match.features] == ["a", "b"]


def test_what_is_less_likely_than_not_is_no_match() -> None:
    assert a_match(-0.1) is None
    assert a_match(0.0) == Match(0.5, ())
    assert a_match(1.0, Row("a", -2.0, holding(1.0))) is None


@given(NUMBERS, st.lists(st.tuples(NUMBERS, st.floats(0, 1))))
def test_rows_that_are_not_asked_change_nothing(
    start: float, weighed: list[tuple[float, float]]
) -> None:
    asked: list[float] = []

    def row(weight: float, value: float) -> Row:
        def of(_a: Assertion, _b: Assertion) -> Found:
            asked.append(weight)
            return value, untold

        return Row("a", weight, of)

    points = start
    for weight, value in weighed:
        points += weight * value
    match = a_match(start, *(row(*each) for each in weighed))
    assert (match is not None) == (points >= 0)
    if match is not None:
        assert match.score == likelihood(points)
        assert len(asked) == len(weighed)


def test_no_more_rows_are_asked_when_all_is_lost() -> None:
    def never(_a: Assertion, _b: Assertion) -> Found:
        raise AssertionError

    assert a_match(-3.0, Row("a", 2.0, never), Row("b", 0.9, never)) is None
    assert a_match(-3.0, Row("a", 2.0, holding(0.4)), Row("b", 2.0, never)) is None


@given(NUMBERS, NUMBERS)
def test_more_points_are_never_less_likely(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= likelihood(low) <= likelihood(high) <= 1


@given(NUMBERS)
def test_points_against_are_as_unlikely_as_points_for_are_likely(points: float) -> None:
    assert likelihood(-points) == pytest.approx(1 - likelihood(points))
