"""Who affirms and who denies in like words, and may both be right all the same."""

from __future__ import annotations

import pytest

from sayso.links.assertions import Assertion
from sayso.links.contradictions.both_true import (
    RULES,
    denied_in_more,
    done_to_others,
    false_in_one,
    hardly_one,
    long_ago,
    may_both_be_true,
    no_longer,
    of_another_day,
    of_before,
    of_other_people,
    only_planned,
    only_then,
)
from sayso.model import About
from tests.links.told import assertions

W, E = About.WORDS, About.EVENT


def held(yes: str, no: str, about: About) -> set[str]:
    """The names of the rules that hold for what two short texts say, the likeness aside."""
    one, other = _told(yes, about), _told(no, about)
    return {rule.__name__ for rule in RULES if rule is not hardly_one and rule(one, other)}


def _told(text: str, about: About) -> Assertion:
    return assertions(text, about)[0]


@pytest.mark.parametrize(
    ("yes", "no", "about", "rules"),
    [
        (
            "Orlen said the crates were unloaded.",
            "Velk said the crates were not unloaded.",
            W,
            set(),
        ),
        (
            "Orlen said the sealed crates were unloaded without a permit.",
            "Velk denied that the crates were unloaded.",
            W,
            {false_in_one.__name__},
        ),
        (
            "Orlen said the port curbed the shipping of crates.",
            "Velk said the port did not ship crates.",
            W,
            {false_in_one.__name__},
        ),
        (
            "Orlen said the log was a forgery.",
            "Velk denied that the log was a forgery.",
            W,
            set(),
        ),
        (
            "Orlen said the crates were unloaded at the pier.",
            "Velk denied that the unloaded crates were a hoax.",
            W,
            {false_in_one.__name__},
        ),
        (
            "Orlen said the port made efforts to recruit divers.",
            "Velk said the port has not recruited divers.",
            W,
            {only_planned.__name__},
        ),
        (
            "Orlen said the port will recruit divers.",
            "Velk said the port will not recruit divers.",
            W,
            set(),
        ),
        (
            "The port is believed to recruit divers for the wreck.",
            "Velk said the port has not recruited divers.",
            W,
            set(),
        ),
        (
            "Orlen said the port recruited divers.",
            "Velk said the port has not recruited divers from villages hit by the fever.",
            W,
            {denied_in_more.__name__},
        ),
        (
            "Orlen said the port recruited divers from Istrel in the spring.",
            "Velk said the port did not recruit divers.",
            W,
            set(),
        ),
        (
            "Orlen said Brask lived in the harbour in 2004.",
            "Velk said Brask had not lived there for years.",
            W,
            {no_longer.__name__},
        ),
        (
            "Orlen said the port could recruit divers.",
            "Velk denied that the port recruited divers.",
            W,
            {only_planned.__name__},
        ),
        (
            "Orlen said the guard fired a shot from the pier.",
            "Velk said no shots were fired when the crates were unloaded.",
            W,
            {only_then.__name__},
        ),
        (
            "Orlen said Brask married her six years ago.",
            "Velk said Brask had not married her.",
            W,
            {long_ago.__name__},
        ),
        (
            "Orlen said they had seen the log of the ferry.",
            "Velk said he had not seen the log of the ferry.",
            W,
            {of_other_people.__name__},
        ),
        (
            "Orlen said another guard was injured.",
            "Velk said the guard was not injured.",
            W,
            {of_other_people.__name__},
        ),
        (
            "Last February, Orlen claimed that the ferry sank at the pier.",
            "Velk said the ferry did not sink at the pier.",
            W,
            {of_before.__name__},
        ),
        (
            "Orlen said the gate of the pier is closed.",
            "Velk said the gate of the pier was open.",
            W,
            {of_another_day.__name__},
        ),
        (
            "Orlen said the gate of the pier was closed.",
            "Velk said the gate of the pier was open.",
            W,
            set(),
        ),
        (
            "An aide of Davit Orlen was killed in the raid.",
            "The commander Davit Orlen was not killed in the raid.",
            E,
            {done_to_others.__name__},
        ),
        (
            "Police said Tomas Rehn was killed in the raid.",
            "Davit Orlen was not killed in the raid.",
            E,
            {done_to_others.__name__},
        ),
        (
            "Davit Orlen could be arrested by the police.",
            "Davit Orlen has not been arrested by the police.",
            E,
            {only_planned.__name__},
        ),
        (
            "Police said Davit Orlen was killed in the raid.",
            "Davit Orlen was not killed in the raid.",
            E,
            set(),
        ),
    ],
)
def test_rules(yes: str, no: str, about: About, rules: set[str]) -> None:
    assert held(yes, no, about) == rules


def test_a_clash_needs_more_likeness_than_a_claim() -> None:
    yes = _told("Orlen said soldiers unloaded forty wooden crates at the pier on Friday night.", W)
    like = _told("Velk said soldiers did not unload wooden crates at the pier.", W)
    other = _told("Velk said the mayor did not unload his boat.", W)
    assert not may_both_be_true(yes, like)
    assert hardly_one(yes, other)
