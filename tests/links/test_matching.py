from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.matching import Feature, Match, likelihood

NUMBERS = st.floats(-50, 50)


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ((), "The words fit each other."),
        ((Feature("same_day", 1.0, 1.0, "both tell of Monday"),), "Both tell of Monday."),
        (
            (
                Feature("other_names", -2.0, 0.5, "one names Sel"),
                Feature("same_day", 1.0, 1.0, "both tell of Monday"),
                Feature("shared_words", 4.0, 0.5, "both say crate"),
                Feature("same_names", 9.0, 0.0, "both name Orlen"),
                Feature("few_other_words", 9.0, 1.0, ""),
            ),
            "Both say crate, both tell of Monday; but one names Sel.",
        ),
        ((Feature("other_names", -2.0, 1.0, "one names Sel"),), "One names Sel."),
    ],
)
def test_reason_is_a_sentence_with_the_weightiest_first(
    features: tuple[Feature, ...], expected: str
) -> None:
    assert Match.of(0.0, features).reason == expected


def test_score_is_the_likelihood_of_all_points() -> None:
    features = (Feature("a", 2.0, 0.5, ""), Feature("b", -3.0, 1.0, ""))
    assert Match.of(2.0, features).score == 0.5


@given(NUMBERS, NUMBERS)
def test_more_points_are_never_less_likely(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= likelihood(low) <= likelihood(high) <= 1


@given(NUMBERS)
def test_points_against_are_as_unlikely_as_points_for_are_likely(points: float) -> None:
    assert likelihood(-points) == pytest.approx(1 - likelihood(points))
