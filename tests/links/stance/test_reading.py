import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.links.stance import judge, stance
from sayso.model import ReportStance
from sayso.pipeline.reading import read_text
from tests.samples import reading_of, report

HOAX = (
    "A photograph of a whale in the Karven canal is a hoax, police said on Monday. "
    "The picture was shared by thousands of people at the weekend. "
    "There was never a whale in the canal, a spokeswoman said."
)
COLLAPSE = (
    "The old bridge at Karven collapsed on Sunday night, the mayor confirmed. "
    "Nobody was hurt. Engineers will inspect the two other bridges this week."
)
PAIRS = [
    ("Nine people were arrested in Istrel.", "Nine people were arrested in Istrel."),
    ("Nine people were arrested in Istrel.", "Four people were arrested in Istrel."),
    ("The ministry is closed on Monday.", "The ministry is not closed on Monday."),
    ("A choir sang in the old town.", "The harbour was dredged last year."),
]
VERDICTS = ("entails", "contradicts", "contradicts", "neither")


@pytest.mark.parametrize(
    ("claim", "report", "expected"),
    [
        ("Whale seen in the Karven canal", HOAX, "disagrees"),
        ("Picture of whale in the Karven canal is a hoax", HOAX, "agrees"),
        ("The bridge at Karven has collapsed", COLLAPSE, "agrees"),
        ("Film prize goes to young actress", COLLAPSE, "unrelated"),
    ],
)
def test_what_a_report_makes_of_a_claim(claim: str, report: str, expected: str) -> None:
    found = stance(claim, read_text(report))
    assert found.stance == expected
    assert (found.sentence is None) == (expected == "unrelated")


def test_the_sentence_that_shows_it_is_quoted_in_place() -> None:
    found = stance("The bridge at Karven has collapsed", read_text(COLLAPSE))
    assert found.sentence is not None
    assert found.sentence.text == COLLAPSE[found.sentence.start : found.sentence.end]
    assert found.sentence.text.startswith("The old bridge at Karven collapsed")


def test_a_report_without_sentences_is_about_something_else() -> None:
    found = stance("Whale seen", reading_of(report("")))
    assert (found.stance, found.score, found.sentence) == (ReportStance.UNRELATED, 1.0, None)


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=300), st.text(max_size=600))
def test_any_text_has_a_stance(claim: str, text: str) -> None:
    found = stance(claim, reading_of(report(text)))
    assert 0 <= found.score <= 1
    assert found.sentence is None or found.sentence.text in text


@pytest.mark.parametrize(("pair", "expected"), [*zip(PAIRS, VERDICTS, strict=True)])
def test_what_a_sentence_makes_of_another(pair: tuple[str, str], expected: str) -> None:
    [found] = judge([pair])
    assert found.verdict == expected
    assert found.entails + found.contradicts + found.neither == pytest.approx(1, abs=1e-5)


def test_a_pair_is_judged_by_itself() -> None:
    forth, back = list(judge(PAIRS)), list(judge(reversed(PAIRS)))
    assert forth == back[::-1]
