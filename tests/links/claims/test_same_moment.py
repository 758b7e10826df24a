"""The time of day at which something happened, in whatever words."""

from __future__ import annotations

from itertools import product

import pytest

from sayso.links.claims import same_claim
from sayso.links.keys import keys_of
from sayso.model import About
from tests.links.told import assertions

STORY = (
    " Windows, the tannery, the canal, the boiler and the ferry of Marsk are what this is about."
)
CRASH = "The crash shook the Saltmarsh quay at around 5:15 a.m. on Tuesday, a pilot said."


def one_claim(one: str, other: str, published: str = "2024-03-07") -> bool:
    """Whether two reports of one story have a claim in common."""
    told = assertions(one + STORY, About.WORDS), assertions(other + STORY, About.WORDS, published)
    pairs = product(*([each for each in report if each.source is not None] for report in told))
    found = [(same_claim(a, b), same_claim(b, a)) for a, b in pairs if keys_of(a) & keys_of(b)]
    assert all(match == back for match, back in found)
    return any(match is not None for match, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "The collision happened at 5:15 a.m., the coastguard said.",
        "The collision happened at 05:15, according to the coastguard.",
        "The coastguard said the crash woke the town at exactly 5.15am.",
    ],
)
def test_one_time_of_day_is_one_claim_in_whatever_words(text: str) -> None:
    assert one_claim(CRASH, text)


@pytest.mark.parametrize(
    "text",
    [
        "The collision happened at 5:15 p.m., the coastguard said.",
        "The collision happened at 5:40 a.m., the coastguard said.",
        # Who gives the time says nothing of the mud.
        "The collision happened at 5:15 a.m. and spread mud over the canal, the coastguard said.",
        "The tremor was felt at 5:15 a.m., the coastguard said.",
        "The ferry left at 5:15 a.m., the coastguard said.",
        "The collision killed a sailor who had left at 5:15 a.m., the coastguard said.",
        "The collision happened before 5:15 a.m., the coastguard said.",
        "The collision happened at 5:15 a.m. on Saturday, the coastguard said.",
    ],
)
def test_another_time_or_the_time_of_something_else(text: str) -> None:
    assert not one_claim(CRASH, text)


def test_midnight_is_told_by_its_name_too() -> None:
    assert one_claim(
        "The blast shook the canal at midnight, a pilot said.",
        "The explosion took place at about 00:00, the coastguard said.",
    )


def test_what_happened_long_after_is_another_event() -> None:
    assert not one_claim(CRASH, "The collision happened at 5:15 a.m., a clerk said.", "2025-03-07")
