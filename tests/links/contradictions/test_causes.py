"""That somebody did it on purpose against that it was an accident."""

from __future__ import annotations

from itertools import product

import pytest

from sayso.links.assertions import Assertion
from sayso.links.contradictions import Contradiction, cause_contradiction
from sayso.links.keys import keys_of
from sayso.model import About, Clash
from tests.links.told import assertions

STORY = " Crates, soldiers, the pier, the silo and the harbour of Velmora are what this is about."
DEED = "The minister accused the Northern Shore Front of blowing up the terminal."
MISHAP = "The ministry said a dust explosion was the most likely cause."


def told(text: str, published: str = "2024-03-06") -> tuple[Assertion, ...]:
    return assertions(text + STORY, About.WORDS, published)


def found(one: str, other: str, published: str = "2024-03-07") -> list[Contradiction]:
    pairs = [
        (a, b) for a, b in product(told(one), told(other, published)) if keys_of(a) & keys_of(b)
    ]
    both = [(cause_contradiction(a, b), cause_contradiction(b, a)) for a, b in pairs]
    assert all(one == other for one, other in both)
    return [one for one, _ in both if one is not None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (DEED, MISHAP),
        (MISHAP, DEED),
        (DEED, "The explosion was “consistent with dust”, the fire chief said."),
    ],
)
def test_a_deed_is_no_accident(one: str, other: str) -> None:
    (link,) = found(one, other)
    assert link.clash is Clash.PARTY
    assert (link.earlier.published, link.later.published) == ("2024-03-06", "2024-03-07")


@pytest.mark.parametrize(
    "no",
    [
        "The chemist does not believe that dust alone could do such damage.",
        "The chemist denied that dust was the cause of the explosion.",
        "“Dust could not have done such damage,” the chemist said.",
    ],
)
def test_who_rules_out_an_accident(no: str) -> None:
    (link,) = found(MISHAP, no)
    assert link.clash is Clash.PARTY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (MISHAP, "The chemist does not believe that faulty wiring could do such damage."),
        (MISHAP, "The chemist denied that dust was the cause of the crash."),
        (MISHAP, "The chemist denied that dust was found in the silo."),
        (MISHAP, "The ministry denied that dust was the cause of the explosion."),
        ("The harbour police said the terminal in Velmora blew up on Monday.", MISHAP),
        (DEED, "The ministry denied that a dust explosion was the cause."),
        (DEED, "The ministry said faulty wiring was the cause of the flood."),
        (DEED, DEED),
        (MISHAP, MISHAP),
    ],
)
def test_no_two_causes_of_one_thing(one: str, other: str) -> None:
    assert found(one, other) == []


def test_what_happened_long_after_has_a_cause_of_its_own() -> None:
    assert found(DEED, MISHAP, "2025-03-06") == []
