"""Statements that seem to affirm or deny something and do neither."""

from __future__ import annotations

import pytest

from sayso.model import About, Stance
from tests.links.told import assertions, said


def stances(text: str, words: str) -> set[str]:
    """The stances to clauses with these words."""
    found = map(said, assertions(text, About.WORDS))
    return {stance for _, stance, told in found if words in told}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Orlen denied that the doctors treated wounded men.", "treated", {"denies"}),
        ("The doctors refused to treat the wounded men.", "to treat the wounded", set()),
        ("Orlen denied the crates.", "crates", {"denies"}),
        ("The judge denied him bail.", "bail", set()),
        ("Tests are needed to confirm that the crates held flour.", "crates held", set()),
        ("Tests confirm that the crates held flour.", "crates held", {"affirms"}),
        ("Even if Orlen denies that the crates held flour, all is well.", "flour", {"uncertain"}),
        ("The deal raised fears that the captives will never go home.", "captives", set()),
        ("Orlen said it is a decision on whether Brask will be charged.", "Brask", {"uncertain"}),
        ("If the log is right, the crates held no flour.", "log is right", {"uncertain"}),
        ("The mayor said the risk of fires in the silos was small.", "fires", {"uncertain"}),
        ("Nobody has sunk more often than the ferry Aurel.", "sunk", {"affirms"}),
        ("There was no announcement confirming that the port shut.", "port shut", {"uncertain"}),
        ("Don't believe that the ferry sank at the pier.", "ferry sank", {"denies"}),
        ("The mayor is not expecting the death toll to rise.", "toll", set()),
        ("“I can’t believe that the ferry sank,” the mayor said.", "ferry sank", set()),
        ("There is no documentation that Brask saw the crates.", "Brask saw", {"uncertain"}),
    ],
)
def test_what_is_affirmed_or_denied(text: str, words: str, expected: set[str]) -> None:
    assert stances(text, words) - {"none"} == expected


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        ("The rebels arrested Brask.", True),
        ("The mayor demanded the arrest of Brask.", False),
        ("The police made efforts to arrest Brask.", False),
        ("A ruling on whether Brask was arrested is due.", False),
        ("If Brask is arrested, the port will shut.", False),
    ],
)
def test_an_event_that_is_only_spoken_of(text: str, *, affirmed: bool) -> None:
    (found,) = (
        one.stance
        for one in assertions(text, About.EVENT)
        if one.happening is not None and one.happening.trigger.text.startswith("arrest")
    )
    assert (found is Stance.AFFIRMS) is affirmed
