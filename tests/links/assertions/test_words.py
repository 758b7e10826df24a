from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.assertions.words import (
    capitalised,
    number,
    rarity,
    stems_of,
    turn_of,
    words_of,
)
from sayso.model import Span


def spans(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text), text),) if text else ()


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The soldiers unloaded the crates.", {"soldier", "unload", "crate"}),
        ("Twelve people have not died", {"12", "peopl", "die"}),
        ("Orlen’s 2,000 men", {"orlen", "2000", "men"}),
        ("it was not so", set()),
    ],
)
def test_stems_are_of_content_words(text: str, stems: set[str]) -> None:
    assert stems_of(spans(text)) == stems


@pytest.mark.parametrize(
    ("word", "value"),
    [("12", 12), ("2,000", 2000), ("twelve", 12), ("dozens", None), ("4th", None), ("²", None)],
)
def test_number_of_a_word(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The fire began in Silo 4, said Orlen", ["Silo", "4", "Orlen"]),
        ("Police said that 12 people died", []),
        ("Crane Operator Saw Soldiers Unload Crates", []),
    ],
)
def test_capitals_tell_names(text: str, names: list[str]) -> None:
    assert [word.text for word in capitalised(words_of(spans(text)), text)] == names


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("soldiers unloaded crates at the pier before it blew up", "soldiers unloaded crates "),
        ("a gas alarm in Silo 4 had been switched off after a check", "a gas alarm in Silo 4 had"),
        ("gas alarm in Silo 4", "gas alarm "),
    ],
)
def test_where_a_clause_turns(text: str, until: str) -> None:
    assert text[: turn_of(spans(text))].startswith(until)


@pytest.mark.parametrize(("rarer", "commoner"), [("crate", "soldier"), ("soldier", "year")])
def test_rare_stems_weigh_more(rarer: str, commoner: str) -> None:
    assert rarity(rarer) > rarity(commoner) > 0


def test_what_is_not_listed_is_rarest_but_numbers() -> None:
    assert rarity("velmora") >= rarity("aback") > rarity("1234")


@given(st.text(max_size=80))
def test_any_text_has_words_in_place(text: str) -> None:
    for word in words_of(spans(text)):
        assert text[word.start : word.end] == word.text
    assert all(stems_of(spans(text)))
