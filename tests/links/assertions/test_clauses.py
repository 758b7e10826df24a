from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.assertions.clauses import (
    clauses_of,
    is_question,
    leaves_open,
    trimmed,
    without,
)
from sayso.model import Span


def whole(text: str) -> Span:
    return Span(0, len(text), text)


def told(text: str) -> list[str]:
    return [" … ".join(span.text for span in trimmed(each)) for each in clauses_of([whole(text)])]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("“Nobody crossed. Nobody gave an order,”", ["Nobody crossed", "Nobody gave an order"]),
        (
            "that the bridge was safe and that nobody had complained",
            ["the bridge was safe", "nobody had complained"],
        ),
        (
            "12 people died; three of them had been counted twice.",
            ["12 people died", "three of them had been counted twice"],
        ),
        ("Mr. Orlen left at 9 p.m. on Monday", ["Mr. Orlen left at 9 p.m. on Monday"]),
        (
            "it was “probably true” that trucks came, but they carried flour",
            ["it was “probably true” that trucks came", "they carried flour"],
        ),
        (
            "There were no soldiers, there were no crates and there was no cargo",
            ["There were no soldiers", "there were no crates", "there was no cargo"],
        ),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    assert told(text) == clauses


def test_pieces_around_a_cue_are_one_clause() -> None:
    text = "The crates, it said, were empty. Nobody came."
    pieces = [Span(0, 10, text[:10]), Span(21, 32, text[21:32]), Span(33, 45, text[33:])]
    assert [[span.text for span in each] for each in clauses_of(pieces)] == [
        ["The crates", "were empty."],
        ["Nobody came."],
    ]


def test_pieces_with_a_verb_each_are_two_clauses() -> None:
    text = "The watch, he said, was slow and, she said, the clock was fast"
    pieces = [Span(0, 9, text[:9]), Span(20, 28, text[20:28]), Span(44, 62, text[44:])]
    assert [[span.text for span in each] for each in clauses_of(pieces)] == [
        ["The watch", "was slow"],
        ["the clock was fast"],
    ]


def test_others_words_are_cut_out() -> None:
    text = "A fire hurt two men, the firm said; it was out by noon"
    left = without((whole(text),), [Span(21, 34, text[21:34])])
    assert [span.text for span in left] == ["A fire hurt two men", "it was out by noon"]


@pytest.mark.parametrize(("text", "asks"), [("“Would you?”", True), ("He would.", False)])
def test_question(text: str, *, asks: bool) -> None:
    assert is_question((whole(text),)) is asks


@given(st.text(alphabet="ab.,;\"“”' \nAthand", max_size=120))
def test_clauses_quote_the_text_in_place_and_do_not_overlap(text: str) -> None:
    pieces = [span for each in clauses_of([whole(text)] if text else []) for span in each]
    assert "".join(piece.text for piece in pieces) == text
    for piece in trimmed(pieces):
        piece.check(text)


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("it was investigating reports of her capture", True),
        ("whether the bridge is shut", True),
        ("it is not known who shut the bridge", True),
        ("there are rumours about a shop on the pier", True),
        ("the threat of a strike was small", True),
        ("the bridge was shut", False),
        ("soldiers shut the bridge over the river and then asked whether", False),
    ],
)
def test_a_clause_that_leaves_something_open(text: str, *, open_: bool) -> None:
    assert leaves_open((whole(text),)) is open_
