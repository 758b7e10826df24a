"""Datelines: what tells at the head of a report from where and when it was filed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.datelines import agency_of, dateline_of

SENTENCE = " The harbour master said on Tuesday that the silo was safe."


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ALVA, 5 March 2024 (Agency) -",
        "PORT ALVA (Agency) —",
        "PORT ALVA —",
        "PORT ALVA--",
        "PORT ALVA, Karvenia (AP) —",
        "PORT ALVA, Karvenia, March 5 (Reuters) -",
        "PORT ALVA/SEL, Tuesday, March 5 (Reuters) –",
        "ST. ALVA, Kar. (AP) —",
        "Port Alva, March 5 (Reuters) -",
        "Sel (AFP) –",
        "UN —",
    ],
)
@pytest.mark.parametrize(
    "before", ["", "Silo bursts in Port Alva\n\n", "Silo bursts\nBy Mira Tassel\n\n"]
)
def test_datelines(before: str, dateline: str) -> None:
    found = dateline_of(f"{before}{dateline}{SENTENCE}\nMore.")
    assert found
    assert (found.start, found.text) == (len(before), dateline)


@pytest.mark.parametrize(
    "text",
    [
        f"Port Alva —{SENTENCE}",
        f"BREAKING —{SENTENCE}",
        f"UPDATE 1 -{SENTENCE}",
        f"The mayor (a Dal) —{SENTENCE}",
        "PORT ALVA - SILO BURSTS\n\nThree died.",
        "PORT ALVA — Silo bursts\n\nThree died.",
        f"PORT-ALVA{SENTENCE}",
        f"{SENTENCE * 5}\nPORT ALVA —{SENTENCE}",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert dateline_of(text) is None


def test_what_stands_in_its_brackets() -> None:
    text = f"PORT ALVA, 5 March 2024 (Coast Agency) -{SENTENCE}"
    found = agency_of(text)
    assert found
    assert found.text == "Coast Agency"
    found.check(text)
    assert agency_of(f"PORT ALVA —{SENTENCE}") is None


@given(st.text(alphabet="AB b.,-—()5\nMarch ", max_size=300))
def test_a_dateline_quotes_the_text(text: str) -> None:
    found = dateline_of(text)
    if found:
        found.check(text)
