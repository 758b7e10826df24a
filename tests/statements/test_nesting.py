import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.invariants import violations
from tests.statements.rows import authors, credited, reading, row, told, tree, words

SENTENCES = [
    "The Courier reported that officials said divers believed the hull was cracked.",
    "“The pier,” Sand said, “is closed.",
    "“Nobody moved.”",
    "Boats sank, police and witnesses said.",
    'The army denied "reports" that troops had fired.',
    "“They told us ‘go home’,” she said, adding that it wasn’t so.",
    "According to a note seen by the 𝄞 Post, guards were told to leave!",
    "\n\n- Mayor: “Who gave the order?”\n\n",
    "PORT KARVEN (ACA) — He did not say why, said Orlen.",
    "Despite denials, the ministry's claim that it won was called a lie",
    "The mayor said that A, and that B; and he added\nthat C.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row("one", "Sand said boats sank.", {"said": None}),
        row(
            "two deep",
            "The Courier reported that officials said boats sank.",
            {"reported": None, "said": "reported"},
        ),
        row(
            "three deep",
            "The Courier reported that the minister had said that divers believed it sank.",
            {"reported": None, "had said": "reported", "believed": "had said"},
        ),
        row(
            "three deep in a quotation",
            "“The minister told us that the army had promised to leave,” Sand said.",
            {"said": None, "told": "said", "had promised": "told"},
        ),
        row(
            "a denial of a saying",
            "Sand denied that the ministry had said the dam was safe.",
            {"denied": None, "had said": "denied"},
        ),
        row(
            "a report of a denial",
            "The Courier reported that officials had denied the claim.",
            {"reported": None, "had denied": "reported"},
        ),
        row(
            "a relative clause",
            "Sand said that divers, who feared the hull was cracked, had left.",
            {"said": None, "feared": "said"},
        ),
        row(
            "a quotation that goes on",
            "“I believe they lied,” Sand said. “They told us the pier was safe.”",
            {"said": None, "believe": "said", "told": "said"},
        ),
        row(
            "side by side",
            "Police believe boats sank, but witnesses say they were sunk.",
            {"believe": None, "say": None},
        ),
    ],
)
def test_who_stands_in_whose_words(text: str, expected: dict[str, str | None]) -> None:
    assert tree(credited(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row(
            "reports that",
            "The army denied reports that troops had fired on the crowd.",
            [
                ("The army", "denied", "reports that troops had fired on the crowd"),
                ("", "reports", "that troops had fired on the crowd"),
            ],
        ),
        row(
            "reports, no that",
            "The army denied reports troops had fired on the crowd.",
            [
                ("The army", "denied", "reports troops had fired on the crowd"),
                ("", "reports", "troops had fired on the crowd"),
            ],
        ),
        row(
            "quoted as saying",
            "The Courier quoted the mayor as saying the dam was safe.",
            [
                ("The Courier", "quoted", "the mayor as saying the dam was safe"),
                ("the mayor", "saying", "the dam was safe"),
            ],
        ),
        row(
            "told that",
            "Sand told the Courier that police believed the guards had fled.",
            [
                ("Sand", "told", "that police believed the guards had fled"),
                ("police", "believed", "the guards had fled"),
            ],
        ),
        row(
            "marks within marks",
            "“He told me ‘the dam is gone’ and ran,” Sand said.",
            [
                ("Sand", "said", "“He told me ‘the dam is gone’ and ran,”"),
                ("He", "told", "‘the dam is gone’"),
            ],
            weak="the content goes on behind its own quotation",
        ),
    ],
)
def test_nested_statements(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row("one", "Boats sank.", ["Boats sank."]),
        row("each", "Boats sank. Fog came.", ["Boats sank.", "Fog came."]),
        row("credits", "Sand said boats sank.", ["Sand said boats sank."]),
        row(
            "not what stands wholly in a quotation",
            "“Boats sank. Fog came. We ran,” Sand said. Nobody drowned.",
            ["We ran,” Sand said.", "Nobody drowned."],
        ),
        row("headline", "Boats sink\n\nBoats sank.", ["Boats sink", "Boats sank."]),
    ],
)
def test_the_authors_statements(text: str, expected: list[str]) -> None:
    assert [words(each.content) for each in authors(text)] == expected


def read_afresh(text: str) -> object:
    reading.cache_clear()
    return reading(text)


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_valid_records(text: str) -> None:
    assert list(violations(reading(text))) == []


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), st.sampled_from([" ", "\n"]))
def test_any_order_of_sentences_gives_valid_records(sentences: list[str], between: str) -> None:
    assert list(violations(reading(between.join(sentences)))) == []


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_shuffle_of_words_gives_valid_records(chance: random.Random) -> None:
    shuffled = " ".join(SENTENCES).split(" ")
    chance.shuffle(shuffled)
    assert list(violations(reading(" ".join(shuffled)))) == []


def test_a_text_gives_the_same_records_again() -> None:
    text = " ".join(SENTENCES)
    assert read_afresh(text) == read_afresh(text)


def test_statements_are_nested_within_a_window_however_long_the_sentence() -> None:
    found = credited("He said that she said that " * 600)
    assert max(statement.depth for statement in found) > 10
