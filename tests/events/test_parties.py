"""What may take part in an event."""

from __future__ import annotations

import pytest

from sayso.events.parties import is_party, is_weapon
from sayso.reader import load_reader

TOLD = [
    ("Critics spoke of Silo 4 again.", "Silo", False),
    ("They asked about the Pier Nine explosion.", "Nine", False),
    ("Germany lent Greece two billion euros.", "Greece", True),
    ("They cleared it by force.", "force", False),
    ("They sent a large force there.", "force", True),
    ("They rescued the migrants.", "migrants", True),
    ("They praised the media.", "media", True),
    ("They closed the road.", "road", False),
]


@pytest.mark.parametrize(("text", "word", "expected"), TOLD, ids=[text for text, _, _ in TOLD])
def test_who_is_a_party(text: str, word: str, *, expected: bool) -> None:
    doc = load_reader().annotate(text)
    assert is_party(doc, doc.words.index(word)) is expected


def test_several_bombs_are_a_weapon() -> None:
    doc = load_reader().annotate("They exploded a series of bombs and a series of tests.")
    assert is_weapon(doc, doc.words.index("series"))
    assert not is_weapon(doc, doc.words.index("tests"))
