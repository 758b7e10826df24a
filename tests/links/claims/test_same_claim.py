from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from sayso.links.assertions import Assertion
from sayso.links.claims import same_claim
from sayso.links.keys import keys_of
from sayso.model import About
from tests.links.told import assertions

STORY = " Crates, soldiers, the pier, the silo and the harbour of Velmora are what this is about."
"""Makes two short texts reports of one story."""


def the_one(text: str, about: About, published: str = "2024-03-06") -> Assertion:
    return next(iter(assertions(text + STORY, about, published)))


def told(text: str) -> Assertion:
    return the_one(text, About.WORDS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The mayor said soldiers unloaded wooden crates at the pier.",
            "Tomas Rehn said he saw soldiers unload crates at the pier.",
        ),
        (
            "The mayor said soldiers unloaded crates at the pier.",
            "The ministry denied that soldiers had unloaded any crates at the pier.",
        ),
        ("The mayor said 12 people died.", "Twelve people died, the ministry said."),
        (
            "Thousands of dockers marched on the harbour gate.",
            "The union said more than 2,000 people took part in the march.",
        ),
        (
            "“We have no reason to suspect an attack,” the ministry said.",
            "“This was no accident,” the mayor said.",
        ),
        (
            "The mayor said the silo was empty for weeks.",
            "The silo was not empty for weeks, the ministry said.",
        ),
        (
            "Officials said the fire began in Silo 4 of the terminal.",
            "The fire began in Silo 4 of the terminal, officials say.",
        ),
    ],
)
def test_the_same_claim(one: str, other: str) -> None:
    a, b = told(one), told(other)
    match = same_claim(a, b)
    assert match is not None
    turned = same_claim(b, a)
    assert turned == match
    assert turned.reason == match.reason
    assert match.reason.endswith(".")
    assert keys_of(a) & keys_of(b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor said 12 people died.", "Fifteen people died, the ministry said."),
        ("The mayor said nine dockers died.", "Nine soldiers died, the ministry said."),
        (
            "The mayor said the crates reached the pier on 6 May.",
            "The crates reached the pier on 9 May, the ministry said.",
        ),
        (
            "Officials said the fire began in Silo 4 of the terminal.",
            "Officials said the repairs began in Silo 2 of the mill.",
        ),
        (
            "The mayor said soldiers unloaded crates at the pier.",
            "The mayor said soldiers guarded the bridge near the pier.",
        ),
        # A negation inside the clause and one of the clause are not held against each other.
        (
            "He said men who did not unload crates at the pier left.",
            "The men did not unload crates at the pier, he said.",
        ),
    ],
)
def test_not_the_same_claim(one: str, other: str) -> None:
    a, b = told(one), told(other)
    assert same_claim(a, b) is None
    assert same_claim(b, a) is None


def test_a_headline_and_what_it_sums_up_are_one_claim() -> None:
    text = (
        "Dock company admits alarm was switched off before Velmora blast\n\n"
        "The Dock Company admitted that a gas alarm in Silo 4 had been switched off "
        "three days before the blast at Pier Nine."
    )
    short, full = assertions(text, About.WORDS)
    match = same_claim(short, full)
    assert match is not None
    assert "told_again" in {feature.name for feature in match.features if feature.points}
    assert same_claim(replace(short, source=None), full) is None


def test_few_words_are_one_claim_only_in_one_story() -> None:
    one = told("The mayor said 12 people died.")
    flood = " Rain, rivers, dykes, barges and bridges in Tarn are what this is about."
    (other, *_) = assertions("A pilot said 12 people died." + flood, About.WORDS)
    assert same_claim(one, other) is None


def test_many_words_are_one_claim_in_any_story() -> None:
    quoted = "“The whole sky went white and then the bakery windows came in,” Ana Dressel said."
    (one,) = assertions(quoted, About.WORDS)
    (other,) = assertions(f"Rain fell in Tarn. {quoted}", About.WORDS, "2024-03-07")[-1:]
    assert same_claim(one, other) is not None


@pytest.mark.parametrize(("published", "same"), [("2024-03-08", True), ("2026-03-08", False)])
def test_presence_holds_for_its_time(published: str, *, same: bool) -> None:
    one = the_one("ISIS has begun operating in the Gaza Strip.", About.PRESENCE)
    other = the_one("There is no presence of ISIS in the Gaza Strip.", About.PRESENCE, published)
    assert (same_claim(one, other) is not None) is same
    assert keys_of(one) == keys_of(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "Police arrested 17 dockers at the gate on Friday.",
            "Seventeen dockers were arrested at the gate by police on Friday.",
            True,
        ),
        (
            "Police arrested 17 dockers at the gate on Friday.",
            "Police arrested 30 dockers at the gate on Friday.",
            False,
        ),
        (
            "The Northern Shore Front bombed the terminal.",
            "The Islamic State bombed the terminal.",
            False,
        ),
    ],
)
def test_accounts_of_an_event(one: str, other: str, *, same: bool) -> None:
    a, b = the_one(one, About.EVENT), the_one(other, About.EVENT)
    assert (same_claim(a, b) is not None) is same


def test_assertions_of_other_sorts_and_one_with_itself_are_no_match() -> None:
    text = "The mayor said ISIS fighters in the Gaza Strip attacked a village in Egypt." + STORY
    found = [one for about in About for one in assertions(text, about)]
    assert len({one.about for one in found}) == 3
    for a, b in combinations(found, 2):
        assert a.about is b.about or same_claim(a, b) is None
    assert all(same_claim(one, one) is None for one in found)
