"""What somebody says is true, or not: "it is a lie that the bridge was shut"."""

from __future__ import annotations

import pytest

from sayso.links.assertions import assertions_of
from sayso.model import About
from tests.links.told import assertions, reading, said

SHUT = "the bridge was shut on Monday"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (f"The mayor said it was true that {SHUT}.", "affirms"),
        (f"The mayor said it was not true that {SHUT}.", "denies"),
        (f"The mayor said it was untrue that {SHUT}.", "denies"),
        (f"“It is a lie that {SHUT},” the mayor said.", "denies"),
        (f"“It is wrong to say that {SHUT},” the mayor said.", "denies"),
        (f"The mayor said it was not the case that {SHUT}.", "denies"),
    ],
)
def test_what_is_true_or_not(text: str, stance: str) -> None:
    assert [said(one) for one in assertions(text, About.WORDS)] == [("mayor", stance, SHUT)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said it was no lie that the bridge was shut on Monday.",
        "The mayor said it was wrong that the bridge was shut on Monday.",
    ],
)
def test_what_is_regretted_or_no_lie_is_not_denied(text: str) -> None:
    assert "denies" not in {one.stance.value for one in assertions_of(reading(text))}


def test_an_event_that_is_said_to_be_untrue_is_denied() -> None:
    told = assertions(
        "“It is not true that police arrested dockers,” Mara Quill said.", About.EVENT
    )
    assert {one.stance.value for one in told} == {"denies"}
