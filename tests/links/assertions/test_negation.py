from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.assertions.negation import (
    ends_in_no_negation,
    has_negation,
    is_negative,
    negated,
    says_no_somehow,
    scopes,
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
        ("He refused to shut the gate", True, True),
        ("The gate has yet to be shut", True, True),
        ("Nothing beats an open gate", False, False),
        ("There is no question that the gate was shut", False, False),
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
        ("The woman is not Davit Orlen's wife", {"wife"}),
        ("The attackers may not have been the Front", set()),
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


@pytest.mark.parametrize(
    ("text", "somehow"),
    [
        ("The gate was shut", False),
        ("He was last seen at the gate", True),
        ("They left without a permit", True),
        ("The arrest is a lie", True),
        ("Last week the gate was shut", False),
        ("The port curbed shipping", True),
    ],
)
def test_what_comes_near_a_negation(text: str, *, somehow: bool) -> None:
    assert says_no_somehow(spans(text)) is somehow


def test_the_scope_of_a_negation_ends_with_its_clause() -> None:
    text = "He has not shut the gate, but no guard knew it"
    assert [scope.text.strip() for scope in scopes(spans(text))] == [
        "shut the gate",
        "guard knew it",
    ]


@given(st.text(alphabet="not never no, .and ’'", max_size=200))
def test_any_words_negate_something_or_nothing(text: str) -> None:
    assert not negated(spans(text)) or has_negation(spans(text))
