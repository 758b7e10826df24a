"""That somebody said a thing, which he or another denies."""

from __future__ import annotations

import pytest

from sayso.links.assertions import assertions_of
from sayso.links.claims import Stand, same_claim
from sayso.links.contradictions import denials_among, saying_groups
from sayso.links.contradictions.contradiction import speaker
from sayso.links.keys import keys_of
from sayso.model import Stance
from tests.links.told import reading

STORY = " The silo, the crane, the pier and the harbour of Velmora are what this is about."
SAID = "The Ministry of Ports said the silo had been empty for weeks."


def denied(one: str, other: str) -> list[tuple[str, str]]:
    """The reason of each contradiction, and the words that deny."""
    told = (
        assertions_of(reading(one + STORY)),
        assertions_of(reading(other + STORY, "2024-03-07")),
    )
    stands = [Stand(each, each.stance) for report in told for each in report if each.wording]
    about = [stand for stand in stands if "empti" in stand.assertion.stems]
    return [(found.reason, found.words[0].text) for found in denials_among(about)]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Ministry of Ports denied that it had said the silo was empty.", "Ministry of Ports"),
        ("The Ministry of Ports denied having said that the silo was empty.", "Ministry of Ports"),
        ("Mara Quill denied that the Ministry of Ports had said the silo was empty.", "Mara Quill"),
    ],
)
def test_who_denies_that_it_was_said_contradicts_who_tells_so(text: str, by: str) -> None:
    reason = f"That Ministry of Ports said so is told by the author, denied by {by}."
    assert denied(SAID, text) == [(reason, "the silo was empty")]


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Works denied that it had said the silo was empty.",
        "The Ministry of Ports denied that it had said the silo was not empty.",
        "The Ministry of Ports did not say whether the silo was empty.",
    ],
)
def test_another_saying_is_denied(text: str) -> None:
    assert denied(SAID, text) == []


def test_the_telling_of_it_contradicts_and_not_what_was_said() -> None:
    told = [*assertions_of(reading(SAID + STORY))]
    no = "The Ministry of Ports denied that it had said the silo was empty."
    told += assertions_of(reading(no + STORY))
    stands = [Stand(one, one.stance) for one in told if one.wording and "empti" in one.stems]
    (found,) = denials_among(stands)
    (said,) = (one for one in told if one.stance.value == "affirms" and "empti" in one.stems)
    assert said.statement not in {found.later.statement, found.earlier.statement}
    assert said.told_in in {found.later.statement, found.earlier.statement}


def test_who_says_that_he_never_said_so_does_not_deny_that_it_is_so() -> None:
    text = "“I never said that the silo was empty,” Tomas Rehn said."
    denied = [one for one in assertions_of(reading(text)) if one.stance is Stance.DENIES]
    assert all(one.wording is not None and "say" in one.wording.core for one in denied)


CRATES = "Two officials said Tomas Rehn had described forty or fifty crates."


def sayings(one: str, other: str) -> list[tuple[str, set[tuple[str, str]]]]:
    """Each claim that somebody said a thing: its gist, and who takes which stance to it."""
    told = [
        each
        for text, day in ((one, "2024-03-06"), (other, "2024-03-07"))
        for each in assertions_of(reading(text + STORY, day))
        if each.wording
    ]
    found = []
    for no in (each for each in told if each.telling):
        near = [each for each in told if keys_of(each) & keys_of(no) and same_claim(each, no)]
        for group in saying_groups([Stand(each, each.stance) for each in (*near, no)]):
            stances = {(speaker(each.assertion), each.stance.value) for each in group.stands}
            found.append((group.words.text, stances))
    return found


@pytest.mark.parametrize(
    ("one", "other", "gist", "stances"),
    [
        (
            SAID,
            "Mara Quill denied that the Ministry of Ports had said the silo was empty.",
            "the Ministry of Ports had said the silo was empty",
            {("the author", "affirms"), ("Mara Quill", "denies")},
        ),
        (
            CRATES,
            "“I never said forty or fifty,” Tomas Rehn said of the crates.",
            "I never said forty or fifty",
            {("Two officials", "denies"), ("Tomas Rehn", "affirms")},
        ),
        (
            "The mayor said Tomas Rehn had claimed that soldiers unloaded crates at the pier.",
            "“I never said that soldiers unloaded crates at the pier,” Tomas Rehn said.",
            "I never said that soldiers unloaded crates at the pier",
            {("mayor", "denies"), ("Tomas Rehn", "affirms")},
        ),
    ],
)
def test_that_it_was_said_is_a_claim_where_somebody_denies_it(
    one: str, other: str, gist: str, stances: set[tuple[str, str]]
) -> None:
    assert sayings(one, other) == [(gist, stances)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAID, "The Ministry of Ports denied that the silo was empty."),
        (SAID, "The Ministry of Works denied that it had said the silo was empty."),
        (CRATES, "“I never said thirty,” Tomas Rehn said of the crates."),
        (CRATES, "“I never said forty or fifty,” Jonas Velk said of the crates."),
        (CRATES, "“I never said how many,” Tomas Rehn said of the crates."),
        ("Officials counted forty or fifty crates.", "“I never said forty or fifty,” he said."),
    ],
)
def test_what_nobody_is_told_to_have_said(one: str, other: str) -> None:
    assert sayings(one, other) == []
