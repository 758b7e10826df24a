import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.statements.attribution.evidence import Evidence, Scoring

CHANCES = st.floats(0, 1)
SURENESS = st.floats(-20, 0)
SCORING = Scoring(cue=0.5, content=4, length=0.4, offset=-0.2)


def test_evidence_is_log_odds_sureness_and_the_logarithm_of_the_length() -> None:
    assert Evidence.of(0.75, -0.1, 20) == Evidence(math.log(3), -0.1, math.log(20))


@pytest.mark.parametrize("chance", [0, 1])
def test_nothing_is_surer_than_one_in_a_thousand(chance: float) -> None:
    assert abs(Evidence.of(chance, 0, 1).cue) == pytest.approx(math.log(999))


def test_a_content_without_words_has_no_length() -> None:
    assert Evidence.of(0.5, 0, 0) == Evidence(0, 0, 0)


def test_a_score_is_the_logistic_of_the_weighed_evidence() -> None:
    total = 0.5 * 1 + 4 * -0.5 + 0.4 * 2 - 0.2
    assert SCORING(Evidence(cue=1, content=-0.5, length=2)) == round(1 / (1 + math.exp(-total)), 3)


@given(CHANCES, SURENESS, st.integers(0, 10_000))
def test_scores_are_chances(chance: float, sureness: float, words: int) -> None:
    assert 0 <= SCORING(Evidence.of(chance, sureness, words)) <= 1


def test_scoring_is_read_from_the_notes_of_the_weights() -> None:
    notes = {
        "score_cue": "0.5",
        "score_content": "4",
        "score_length": "0.4",
        "score_offset": "-0.2",
    }
    assert Scoring.read(notes) == SCORING
