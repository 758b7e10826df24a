"""Which judgements are in force, and what they decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.judging import Decisions, in_force, undone
from sayso.model import CorrectedField, Judgement, JudgementKind
from sayso.model.ids import judgement_id
from sayso.model.judgement_values import value_problem

_KIND = JudgementKind


def decided(
    kind: JudgementKind, target: str, value: str | None = None, *, at: int = 0, by: str = "Ana"
) -> Judgement:
    """What `by` decided in minute `at`."""
    when = f"2024-03-05T12:{at:02}:00Z"
    return Judgement(
        id=judgement_id((target,), by, when, kind, value),
        target=target,
        by=by,
        at=when,
        kind=kind,
        value=value,
        note="seen" if kind is _KIND.NOTE else None,
    )


def test_the_last_verdict_counts() -> None:
    first, second = decided(_KIND.REJECT, "s-1"), decided(_KIND.ACCEPT, "s-1", at=1)
    assert Decisions.of([second, first]).accepted == {"s-1"}
    assert Decisions.of([second, first]).rejected == frozenset()


def test_an_undo_takes_a_judgement_back_and_may_be_taken_back_itself() -> None:
    rejected = decided(_KIND.REJECT, "s-1")
    back = decided(_KIND.UNDO, rejected.id, at=1)
    again = decided(_KIND.UNDO, back.id, at=2)
    assert in_force([rejected, back]) == ()
    assert undone([rejected, back]) == {rejected.id}
    assert in_force([again, back, rejected]) == (rejected,)
    assert undone([again, back, rejected]) == {back.id}


def test_an_undo_by_a_clock_that_is_slow_undoes_all_the_same() -> None:
    rejected = decided(_KIND.REJECT, "s-1", at=5)
    assert in_force([rejected, decided(_KIND.UNDO, rejected.id, at=3)]) == ()


def test_corrections_are_kept_field_by_field() -> None:
    told = [
        decided(_KIND.CORRECT, "s-1", '{"content": [[0, 4]]}'),
        decided(_KIND.CORRECT, "s-1", '{"content": [[2, 9], [11, 12]]}', at=1),
        decided(_KIND.CORRECT, "s-1", '{"act": "deny"}', at=2),
    ]
    corrected = Decisions.of(told).corrections["s-1"]
    assert corrected[CorrectedField.CONTENT].places == ((2, 9), (11, 12))
    assert corrected[CorrectedField.ACT].word == "deny"


def test_what_was_merged_and_then_split_is_split() -> None:
    told = [
        decided(_KIND.MERGE, "c-1", "c-2"),
        decided(_KIND.SPLIT, "c-1", "s-1", at=1),
        decided(_KIND.RATE, "c-1", "2"),
        decided(_KIND.RATE, "c-1", "3", by="Ben"),
    ]
    found = Decisions.of(told)
    assert found.merged == {("c-1", "c-2")}
    assert found.split == {("c-1", "s-1")}
    assert found.ratings == {("c-1", "Ana"): "2", ("c-1", "Ben"): "3"}


@given(st.permutations(range(6)))
def test_the_order_in_which_judgements_come_does_not_matter(order: list[int]) -> None:
    rejected = decided(_KIND.REJECT, "s-1")
    back = decided(_KIND.UNDO, rejected.id, at=1)
    told = [
        rejected,
        back,
        decided(_KIND.UNDO, back.id, at=2),
        decided(_KIND.ACCEPT, "s-2"),
        decided(_KIND.CORRECT, "s-2", '{"stance": "denies"}', at=3),
        decided(_KIND.CORRECT, "s-2", '{"stance": "affirms"}', at=4),
    ]
    assert Decisions.of(told[place] for place in order) == Decisions.of(told)


@pytest.mark.parametrize(
    ("kind", "target", "value", "problem"),
    [
        (_KIND.ACCEPT, "s-1", "yes", "takes none"),
        (_KIND.REJECT, "s-1", None, None),
        (_KIND.CORRECT, "s-1", "{}", "give a JSON object of one of"),
        (_KIND.CORRECT, "s-1", '{"content": []}', "give places in the text"),
        (_KIND.CORRECT, "s-1", '{"cue": []}', None),
        (_KIND.CORRECT, "s-1", '{"source": [[5, 3]]}', "give places in the text"),
        (_KIND.CORRECT, "s-1", '{"source": [[5, 9], [7, 12]]}', "give places in the text"),
        (_KIND.CORRECT, "s-1", '{"source": [[true, 9]]}', "give places in the text"),
        (_KIND.CORRECT, "s-1", '{"actor": null}', None),
        (_KIND.CORRECT, "s-1", '{"actor": "s-2"}', "the id of an actor, or null"),
        (_KIND.CORRECT, "s-1", '{"act": "sing"}', "give say, deny"),
        (_KIND.CORRECT, "s-1", '{"mood": "sad"}', "give a JSON object of one of"),
        (_KIND.CORRECT, "s-1", "[" * 9_999, "give a JSON object of one of"),
        (_KIND.MERGE, "a-1", "a-2", None),
        (_KIND.MERGE, "a-1", "a-1", "give two actors, or two claims"),
        (_KIND.MERGE, "s-1", "s-2", "give two actors, or two claims"),
        (_KIND.SPLIT, "c-1", "s-1", None),
        (_KIND.SPLIT, "a-1", "10-25", None),
        (_KIND.SPLIT, "a-1", "s-1", "where a mention of an actor stands"),
        (_KIND.RATE, "a-1", "B", None),
        (_KIND.RATE, "c-1", "2", None),
        (_KIND.RATE, "c-1", "B", "claims 1 to 6"),
        (_KIND.RATE, "a-1", "2", "sources are rated A to F"),
        (_KIND.UNDO, "j-1", None, None),
        (_KIND.UNDO, "s-1", None, "give the id of a judgement"),
        (_KIND.NOTE, "s-1", None, None),
    ],
)
def test_a_value_fits_the_kind_of_its_judgement(
    kind: JudgementKind, target: str, value: str | None, problem: str | None
) -> None:
    found = value_problem(decided(kind, target, value))
    assert problem in found if problem and found else found == problem
