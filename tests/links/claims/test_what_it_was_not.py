"""What a speaker said that a thing was not, and the report that cites it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from sayso.links.claims import same_claim
from sayso.links.keys import keys_of
from sayso.model import About
from tests.links.told import assertions

STORY = " The barrels, the quarry, the lorries and the depot of Marsk are what this is about."
FIRST = "“That is not petrol they are loading,” a lorry driver said."


def one_claim(one: str, other: str) -> bool:
    """Whether what the Marsk Herald tells and another report, which cites it, are one claim."""
    first = [replace(each, outlet="Marsk Herald") for each in assertions(one + STORY, About.WORDS)]
    second = assertions(other + STORY, About.WORDS, "2024-03-07")
    pairs = [(a, b) for a, b in product(first, second) if a.source and b.source]
    found = [(same_claim(a, b), same_claim(b, a)) for a, b in pairs if keys_of(a) & keys_of(b)]
    assert all(match == back for match, back in found)
    return any(match is not None for match, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "The Marsk Herald reported that a lorry driver said the cargo was “not petrol”.",
        "The Marsk Herald wrote that a lorry driver had said the barrels were not petrol.",
    ],
)
def test_a_report_cites_what_a_speaker_said_it_was_not(text: str) -> None:
    assert one_claim(FIRST, text)


@pytest.mark.parametrize(
    "text",
    [
        "A lorry driver said the cargo was “not petrol”.",
        "The Marsk Herald reported that a port clerk said the cargo was “not petrol”.",
        "The Marsk Herald reported that a lorry driver said the cargo was “not sand”.",
        "The Marsk Herald reported that a lorry driver said the petrol was not unloaded there.",
        "The Marsk Herald reported that a lorry driver said the cargo was petrol.",
    ],
)
def test_another_speaker_or_another_thing(text: str) -> None:
    assert not one_claim(FIRST, text)


def test_two_things_that_are_both_named_are_two() -> None:
    assert not one_claim(
        "A lorry driver said the road was not safe.",
        "The Marsk Herald reported that a lorry driver said the bridge was not safe.",
    )
