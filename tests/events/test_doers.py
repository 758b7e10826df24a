"""Who does what a noun tells, by the verbs around it."""

from __future__ import annotations

import pytest

from sayso.events.arguments.doers import doers
from sayso.reader import load_reader

TOLD = [
    ("Police opened an inquiry.", "inquiry", ["Police"]),
    ("Monks continued their strike.", "strike", ["Monks"]),
    ("The Front was behind the attack.", "attack", ["Front"]),
    ("The minister blamed the Front for the blast.", "blast", ["Front"]),
    ("They accused the minister of murder.", "murder", ["minister"]),
    ("The Front denied any part in the explosion.", "explosion", []),
    ("The Front claimed responsibility for the bombing.", "bombing", ["Front"]),
    ("Ministers sat down for talks.", "talks", ["Ministers"]),
    ("Farmers closed the road in protest.", "protest", ["Farmers"]),
    ("Velk called the allegation absurd.", "allegation", []),
    ("The inquiry was opened by prosecutors.", "inquiry", []),
    ("People saw the attack.", "attack", []),
]


@pytest.mark.parametrize(("text", "noun", "expected"), TOLD, ids=[text for text, _, _ in TOLD])
def test_who_does_it(text: str, noun: str, expected: list[str]) -> None:
    doc = load_reader().annotate(text)
    assert [doc.words[who] for who in doers(doc, doc.words.index(noun))] == expected
