from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.assertions.negation import (
    ends_in_no_negation,
    has_negation,
    is_negative,
    negated,
)
from sayso.model import Span


def spans(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text), text),) if text else ()


@pytest.mark.parametrize(
    ("text", "anywhere", "plainly"),
    [
        ("There is no presence of the group", True, True),
        ("The silo was not in use", True, True),
        ("Nobody gave an order", True, True),
        ("They didn’t do it", True, True),
        ("Not shut, or even guarded, was the gate", True, True),
        ("The men who did not flee were shot", True, False),
        ("He is not only a threat to them", False, False),
        ("No fewer than 15 died", False, False),
        ("It was a stunt, nothing more", False, False),
        ("The tactic isn't new", False, False),
        ("I can’t thank the crew enough", False, False),
        ("It wouldn't be the first time that the gate was shut", False, False),
        ("Not for the first time, the gate was shut", False, False),
        ("The crates were empty", False, False),
    ],
)
def test_negation(text: str, *, anywhere: bool, plainly: bool) -> None:
    assert has_negation(spans(text)) is anywhere
    assert is_negative(spans(text)) is plainly


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The gate was not shut on Friday", {"shut"}),
        ("The gate was not actually shut", {"shut"}),
        ("The firm will not come out with a flavoured lamp", {"come", "flavour"}),
        ("There is no such lighthouse in the town", {"lighthous"}),
        ("He did nothing and let them go", set()),
        ("No guards and no gates were seen", {"guard", "gate"}),
        ("The gate was shut", set()),
    ],
)
def test_what_is_negated(text: str, stems: set[str]) -> None:
    assert negated(spans(text)) == stems


@pytest.mark.parametrize(
    ("text", "ends"), [("We cannot thank", True), ("We did not thank", False), ("", False)]
)
def test_what_only_looks_like_a_negation(text: str, *, ends: bool) -> None:
    assert ends_in_no_negation(text) is ends


@given(st.text(alphabet="not never no, .and ’'", max_size=200))
def test_any_words_negate_something_or_nothing(text: str) -> None:
    assert not negated(spans(text)) or has_negation(spans(text))
