"""Who denies what others affirm, in short texts of one story."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from sayso.links.assertions import Assertion, assertions_of
from sayso.links.claims import group, same_claim
from sayso.links.contradictions import Contradiction, denials_among
from sayso.model import Clash
from tests.links.told import reading

STORY = " Crates, soldiers, the pier, the silo and the harbour of Velmora are what this is about."
"""Makes two short texts reports of one story."""
DAY, NEXT_DAY = "2024-03-06", "2024-03-07"
LANDED = "The mayor said soldiers unloaded wooden crates at the pier."


def denials(told: list[Assertion]) -> set[tuple[str, str]]:
    """The reasons and the words of the later side of each denial among these."""
    return {(one.reason, one.words[0].text) for one in _all(told)}


def _all(told: list[Assertion]) -> list[Contradiction]:
    ordered = sorted(told, key=lambda one: one.id)
    matches = {(a.id, b.id): same_claim(a, b) for a, b in combinations(ordered, 2)}
    scores = {pair: None if match is None else match.score for pair, match in matches.items()}
    return [found for each in group(told, scores) for found in denials_among(each.stands)]


def read(text: str, published: str = DAY) -> list[Assertion]:
    return list(assertions_of(reading(text + STORY, published)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "The ministry denied that soldiers had unloaded any crates at the pier.",
            "Affirmed by mayor, denied by ministry.",
        ),
        (
            "Tomas Rehn said soldiers did not unload wooden crates at the pier.",
            "Affirmed by mayor, denied by Tomas Rehn.",
        ),
        # Who denies it denies it with whatever goes with it.
        (
            "The ministry denied that soldiers had unloaded crates.",
            "Affirmed by mayor, denied by ministry.",
        ),
        (
            "“It is a lie that soldiers unloaded wooden crates at the pier,” Tomas Rehn said.",
            "Affirmed by mayor, denied by Tomas Rehn.",
        ),
    ],
)
def test_a_denial(text: str, reason: str) -> None:
    told = read(LANDED) + read(text)
    found = denials(told)
    assert {told for told, _ in found} == {reason}
    assert all(denials(list(other)) == found for other in permutations(told, len(told)))
    assert {one.clash for one in _all(told)} == {Clash.DENIAL}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment on wooden crates that soldiers unloaded at the pier.",
        "It is not clear whether soldiers unloaded wooden crates at the pier, the ministry said.",
        "The ministry does not want soldiers to unload wooden crates at the pier.",
        "Don’t unload wooden crates at the pier, the ministry told soldiers.",
        "Tomas Rehn said he cannot thank the soldiers enough who unloaded crates at the pier.",
        "Tomas Rehn said the wooden crates that soldiers unloaded at the pier were not sealed.",
        "Word that soldiers had unloaded wooden crates at the pier did not reach Tomas Rehn.",
    ],
)
def test_what_is_no_denial(text: str) -> None:
    assert denials(read(LANDED) + read(text)) == set()


def test_who_says_that_there_was_none_denies_that_there_was_any() -> None:
    told = read("The clerk said there was gas in the hold.")
    told += read("“There were no crates, there was no gas and there was no fault,” Velk said.")
    assert denials(told) == {("Affirmed by clerk, denied by Velk.", "there was no gas")}


@pytest.mark.parametrize(("published", "changes"), [(DAY, False), (NEXT_DAY, True)])
def test_one_speaker_contradicts_himself_only_by_changing_his_mind(
    published: str, *, changes: bool
) -> None:
    one = read("Tomas Rehn said soldiers unloaded wooden crates at the pier.")
    other = read("Tomas Rehn denied that soldiers unloaded wooden crates at the pier.", published)
    assert bool(denials(one + other)) is changes
