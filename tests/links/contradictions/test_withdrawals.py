"""Who takes back what he said, which corrects it."""

from __future__ import annotations

import pytest

from sayso.links.assertions import assertions_of
from sayso.links.claims import Stand
from sayso.links.contradictions import denials_among
from tests.links.told import reading

SAID = "The ministry said that the crates were empty. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SAID}Later it withdrew that statement.", ["correction"]),
        (f"{SAID}The union wants the crates to be empty.", []),
        (f"{SAID}The union declined to comment on the statement.", []),
    ],
)
def test_who_takes_it_back_corrects_it(text: str, expected: list[str]) -> None:
    stands = [Stand(one, one.stance) for one in assertions_of(reading(text))]
    assert [found.clash.value for found in denials_among(stands)] == expected
