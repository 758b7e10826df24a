"""That somebody said a thing, which he or another denies."""

from __future__ import annotations

import pytest

from sayso.links.assertions import assertions_of
from sayso.links.claims import Stand
from sayso.links.contradictions import denials_among
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
