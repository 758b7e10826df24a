from __future__ import annotations

import pytest
from hypothesis import given, settings

from sayso.links.assertions import assertions_of
from sayso.links.keys import keys_of
from sayso.model import About, Reading
from tests.links.told import assertions
from tests.strategies import readings

SIGNED = range(-(2**63), 2**63)


@pytest.mark.parametrize(
    ("text", "about", "number"),
    [
        ("The mayor said soldiers unloaded wooden crates at the pier.", About.WORDS, 10),
        ("The mayor said the bridge fell.", About.WORDS, 3),
        ("ISIS has begun operating in the Gaza Strip.", About.PRESENCE, 1),
    ],
)
def test_keys_are_pairs_of_rare_words_or_who_and_where(
    text: str, about: About, number: int
) -> None:
    (one,) = assertions(text, about)
    assert len(keys_of(one)) == number


def test_clauses_that_share_no_two_words_share_no_key() -> None:
    (one,) = assertions("The mayor said soldiers unloaded crates at the pier.", About.WORDS)
    (other,) = assertions("The mayor said soldiers guarded a bridge in Velmora.", About.WORDS)
    assert not keys_of(one) & keys_of(other)


@settings(max_examples=30, deadline=None)
@given(readings())
def test_keys_are_few_and_fit_the_ledger(given_reading: Reading) -> None:
    for one in assertions_of(given_reading):
        keys = keys_of(one)
        assert keys == keys_of(one)
        assert len(keys) <= 40
        assert all(key in SIGNED for key in keys)
