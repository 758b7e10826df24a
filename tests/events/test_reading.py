"""Events as records: how an announced deed stands, and when."""

from __future__ import annotations

import pytest

from sayso.events.reading import read_events
from sayso.model import Event
from tests.statements.rows import account

PUBLISHED = "2014-07-03"


def events(text: str) -> list[Event]:
    return list(read_events(account(text, PUBLISHED)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland plans to send food to Dessar.", [("AGREE", "reported")]),
        ("Norland sent food to Dessar.", [("AID", "reported")]),
        ("Police will arrest the two men.", [("COERCE", "future")]),
        ("Police did not arrest the two men.", [("COERCE", "negated")]),
    ],
)
def test_what_is_announced_is_to_come_and_the_announcement_is_not(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(one.code.value, one.status.value) for one in events(text)] == expected


def test_the_order_of_the_sentences_does_not_matter_to_an_event() -> None:
    first, second = "Rebels attacked Ombra.", "Norland sent food to Dessar."
    told = [
        sorted((one.code, one.trigger.text) for one in events(f"{one} {other}"))
        for one, other in ((first, second), (second, first))
    ]
    assert told[0] == told[1]
