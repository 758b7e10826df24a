import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader import Run
from sayso.statements.attribution.decoding import Parts
from sayso.statements.attribution.evidence import Evidence, Scoring

CHANCES = st.floats(0, 1)
SURENESS = st.floats(-20, 0)
SCORING = Scoring(cue=0.5, content=4, length=0.4, coverage=2, offset=-0.2)
PARTS = Parts(Run(0, 1), (), (Run(1, 15), Run(20, 26)), sureness=-0.1, coverage=-0.3)
"""A content of twenty words."""


def test_evidence_is_log_odds_sureness_coverage_and_the_logarithm_of_the_length() -> None:
    expected = Evidence(math.log(3), content=-0.1, length=math.log(20), coverage=-0.3)
    assert Evidence.of(0.75, PARTS) == expected


@pytest.mark.parametrize("chance", [0, 1])
def test_nothing_is_surer_than_one_in_a_thousand(chance: float) -> None:
    assert abs(Evidence.of(chance, PARTS).cue) == pytest.approx(math.log(999))


def test_a_content_without_words_has_no_length() -> None:
    assert Evidence.of(0.5, Parts(Run(0, 1), (), ())) == Evidence(0, 0, 0, 0)


def test_a_score_is_the_logistic_of_the_weighed_evidence() -> None:
    total = 0.5 * 1 + 4 * -0.5 + 0.4 * 2 + 2 * -0.25 - 0.2
    evidence = Evidence(cue=1, content=-0.5, length=2, coverage=-0.25)
    assert SCORING(evidence) == round(1 / (1 + math.exp(-total)), 3)


@given(CHANCES, SURENESS, SURENESS)
def test_scores_are_chances(chance: float, sureness: float, coverage: float) -> None:
    parts = replace(PARTS, sureness=sureness, coverage=coverage)
    assert 0 <= SCORING(Evidence.of(chance, parts)) <= 1


def test_scoring_is_read_from_the_notes_of_the_weights() -> None:
    notes = {
        "score_cue": "0.5",
        "score_content": "4",
        "score_length": "0.4",
        "score_coverage": "2",
        "score_offset": "-0.2",
    }
    assert Scoring.read(notes) == SCORING
