"""States that say no to their contrary, and clauses of one such word."""

from __future__ import annotations

import pytest

from sayso.links.assertions.contraries import tells_a_state
from sayso.model import About, Span
from tests.links.told import assertions


@pytest.mark.parametrize(
    ("text", "stance", "stem"),
    [
        ("Tomas Rehn is alive.", "denies", "dead"),
        ("Tomas Rehn is dead.", "affirms", "dead"),
        ("Tomas Rehn is not alive.", "affirms", "dead"),
        ("Tomas Rehn is alive and well.", "denies", "dead"),
        ("The clerk said the papers were genuine.", "denies", "fake"),
        ("The clerk said the gate was open.", "denies", "close"),
        ("The clerk said the silo was full.", "denies", "empti"),
        ("“This was no accident,” the mayor said.", "affirms", "attack"),
        ("“It was an accident,” the mayor said.", "denies", "attack"),
    ],
)
def test_a_state_says_no_to_its_contrary(text: str, stance: str, stem: str) -> None:
    (found,) = assertions(text, About.WORDS)
    assert found.wording is not None
    assert (found.stance.value, stem in found.wording.core) == (stance, True)


@pytest.mark.parametrize(
    ("text", "tells"),
    [("he is dead", True), ("they were unhurt", True), ("he died", False), ("dead men", False)],
)
def test_a_state_is_told(text: str, *, tells: bool) -> None:
    assert tells_a_state([Span(0, len(text), text)]) is tells


def test_a_state_that_is_only_supposed_says_no_to_nothing() -> None:
    text = "The inquiry must begin with Tomas Rehn, the crane operator, if he is alive."
    (found,) = assertions(text, About.WORDS)
    assert found.stance.value == "affirms"
    assert found.wording is not None
    assert "dead" not in found.wording.core
