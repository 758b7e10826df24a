"""Numbers that differ, and count other people or another time all the same."""

from __future__ import annotations

from itertools import product

import pytest

from sayso.links.contradictions import number_contradiction
from sayso.links.tolls import Toll, tolls_of
from tests.links.told import reading

STORY = " The ferry, the divers, the pier and the harbour of Velmora are what this is about."


def tolls(text: str) -> tuple[Toll, ...]:
    return tolls_of(reading(text + STORY))


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (
            "Police said nine people were killed in the wreck.",
            "Divers said 15 people were killed in the wreck.",
            True,
        ),
        # Some of several, each counted by itself.
        (
            "Police said two women and a man were killed in the wreck.",
            "Divers said three people were killed in the wreck.",
            False,
        ),
        # Counted over other times.
        (
            "Police said 205 people were killed in the first half of the year.",
            "Divers said 400 people were killed this year.",
            False,
        ),
        (
            "Police said 205 people were killed this year.",
            "Divers said 400 people were killed this year.",
            True,
        ),
        # Nobody at all, and nobody else.
        (
            "Police said nobody was killed in the wreck.",
            "Divers said three sailors were killed in the wreck.",
            True,
        ),
        (
            "Police said nobody else was killed in the wreck.",
            "Divers said three sailors were killed in the wreck.",
            False,
        ),
        # In round hundreds.
        (
            "Police said 600 people were killed in the wreck.",
            "Divers said 612 people were killed in the wreck.",
            False,
        ),
        (
            "Police said 600 people were killed in the wreck.",
            "Divers said 700 people were killed in the wreck.",
            True,
        ),
    ],
)
def test_which_numbers_cannot_both_be_right(one: str, other: str, *, clash: bool) -> None:
    pairs = list(product(tolls(one), tolls(other)))
    found = [number_contradiction(a, b) for a, b in pairs]
    assert pairs
    assert any(each is not None for each in found) is clash
    assert found == [number_contradiction(b, a) for a, b in pairs]
