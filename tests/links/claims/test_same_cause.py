"""Who gives the same accident as the cause, in whatever words, and who rules it out."""

from __future__ import annotations

from itertools import product

import pytest

from sayso.links.claims import same_claim
from sayso.links.keys import keys_of
from sayso.model import About
from tests.links.told import assertions

STORY = " Crates, soldiers, the pier, the silo and the harbour of Velmora are what this is about."
LEAK = "A gas leak was the most likely cause of the explosion, the company said."


def one_claim(one: str, other: str, published: str = "2024-03-07") -> bool:
    """Whether two reports of one story have a claim in common."""
    told = assertions(one + STORY, About.WORDS), assertions(other + STORY, About.WORDS, published)
    pairs = product(*([each for each in report if each.source is not None] for report in told))
    found = [(same_claim(a, b), same_claim(b, a)) for a, b in pairs if keys_of(a) & keys_of(b)]
    assert all(match == back for match, back in found)
    return any(match is not None for match, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor blamed a gas leak.",
        "The mayor spoke of a gas fire, and the union blamed a leak.",
        "“A leak did it,” the mayor said.",
        "The blast was consistent with a gas leak, the fire chief said.",
        "The crater was too deep for a gas leak, an engineer said.",
        "An engineer denied that a leak was to blame.",
    ],
)
def test_one_cause_is_one_claim_in_whatever_words(text: str) -> None:
    assert one_claim(LEAK, text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor blamed faulty wiring.",
        "The mayor blamed an oil leak.",
        "The crash of the bus was caused by a leak, the police said.",
        "The mayor said the leak had been repaired in March.",
        # That it was not enough is not that it was none of it.
        "A gas leak alone could not do such damage, an engineer said.",
    ],
)
def test_what_is_another_cause_or_the_cause_of_something_else(text: str) -> None:
    assert not one_claim(LEAK, text)


def test_what_happened_long_after_has_a_cause_of_its_own() -> None:
    assert not one_claim(LEAK, "The mayor blamed a gas leak.", "2025-03-07")


def test_another_story_has_a_cause_of_its_own() -> None:
    (a,) = assertions(LEAK, About.WORDS)
    (b, *_) = assertions(
        "The abbot blamed a gas leak. The chapel had stood for years.", About.WORDS
    )
    assert b.wording is not None
    assert b.wording.mishap
    assert same_claim(a, b) is None
