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


def test_who_takes_it_back_later_corrects_the_earlier_report() -> None:
    story = " The drums, the reef, the freighter and the harbour of Velmora are what this is about."
    told = [*assertions_of(reading("Nils Aker said that the drums were empty." + story))]
    back = "Nils Aker withdrew his statement that the drums were empty."
    told += assertions_of(reading(back + story, "2024-03-08"))
    stands = [Stand(one, one.stance) for one in told if one.wording and "empti" in one.stems]
    assert [found.clash.value for found in denials_among(stands)] == ["correction"]
