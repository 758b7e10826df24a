from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.stance import sentences_of
from tests.samples import authors_word, reading_of, report

QUOTED = "The mayor spoke. “It fell at one. Nobody was hurt! We\nwait.” He left.\n\nA photograph"


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (
            (),
            [
                "The mayor spoke.",
                "“It fell at one.",
                "Nobody was hurt!",
                "We\nwait.”",
                "He left.",
                "A photograph",
            ],
        ),
        (
            ("The mayor spoke. “It fell at one.", "He left."),
            [
                "The mayor spoke. “It fell at one.",
                "Nobody was hurt!",
                "We\nwait.”",
                "He left.",
                "A photograph",
            ],
        ),
        ((QUOTED,), [QUOTED]),
    ],
)
def test_the_authors_sentences_come_as_they_are_and_the_rest_is_split(
    authors: tuple[str, ...], expected: list[str]
) -> None:
    of = report(QUOTED)
    reading = reading_of(of, *(authors_word(of, words) for words in authors))
    assert [span.text for span in sentences_of(reading)] == expected


@given(st.text(alphabet=" \n.!?”“)ab", max_size=200))
def test_all_words_are_in_one_sentence(text: str) -> None:
    found = sentences_of(reading_of(report(text)))
    assert "".join("".join(span.text.split()) for span in found) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(found))
