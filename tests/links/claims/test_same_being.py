"""That a thing was there, in whatever words, and that it was not."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from sayso.links.assertions import Assertion
from sayso.links.claims import same_claim
from sayso.links.keys import keys_of
from sayso.model import About
from tests.links.told import assertions

STORY = (
    " The barrels, the quarry, the lorries and the depot of Marsk are what this is about."
    " The barrels are not in the quarry any more."
)


def matched(one: str, other: str, story: str = STORY) -> list[tuple[Assertion, Assertion]]:
    """The assertions of two reports that are one claim and share a key."""
    told = (
        assertions(one + STORY, About.WORDS),
        assertions(other + story, About.WORDS, "2024-03-07"),
    )
    pairs = product(*([each for each in report if each.source is not None] for report in told))
    found = [(a, b) for a, b in pairs if same_claim(a, b) is not None]
    assert all(same_claim(b, a) is not None for a, b in found)
    return [(a, b) for a, b in found if keys_of(a) & keys_of(b)]


@pytest.mark.parametrize(
    "denial", ["The mayor said there were no barrels.", "The mayor denies the barrels."]
)
@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("A driver said there were barrels in the quarry near the lake.", "affirms"),
        ("The log shows that 30 barrels entered the Marsk depot on 2 March.", "affirms"),
        ("The log shows that 30 barrels were unloaded at the Marsk depot.", "affirms"),
        ("A driver says that he saw two barrels.", "affirms"),
        ("The company has denied that there were any barrels.", "denies"),
        ("The company denied the barrels.", "denies"),
        ("The company said the barrels did not exist.", "denies"),
    ],
)
def test_a_thing_was_there_or_was_not(denial: str, text: str, stance: str) -> None:
    assert {(a.stance.value, b.stance.value) for a, b in matched(denial, text)} == {
        ("denies", stance)
    }


@pytest.mark.parametrize(
    "text",
    [
        "A driver said the lorries entered the Marsk depot on 2 March.",
        "A driver said the barrels were empty.",
        "A driver said the barrels would soon leave the depot.",
        "The company had stored barrels of oil at the Marsk depot, a driver said.",
        "The company said the barrels did not enter the Marsk depot.",
        "The company said there were no barrels at the school.",
        "A driver said that he had not seen the barrels.",
        "A driver feared the barrels.",
    ],
)
def test_what_says_more_or_of_something_else(text: str) -> None:
    assert matched("The mayor said there were no barrels.", text) == []


def test_two_who_tell_of_other_arrivals_say_two_things() -> None:
    one = "The log shows that 30 barrels entered the Marsk depot on 2 March."
    other = "A driver said 50 barrels were delivered to the quarry."
    assert matched(one, other) == []


def test_it_is_a_thing_that_both_reports_are_about() -> None:
    text = "A clerk said that 30 barrels entered the Marsk depot."
    ((no, yes),) = matched("The mayor denies the barrels.", text)
    assert same_claim(no, replace(yes, story=yes.story - {"barrel"})) is None
