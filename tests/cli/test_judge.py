"""`sayso judge`, `review`, `history`, `gold` and `export --as-read`."""

import json
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.model import JudgementKind
from tests.claim_samples import joined, write_joined
from tests.cli.conftest import Sayso
from tests.samples import gazette, herald

FIRST, REPORTED, DENIED, _, QUOTED, THIRD = herald().statements
STRIKE = joined()[0][0]


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(herald())
        ledger.add(gazette())


def judged(sayso: Sayso, *words: str) -> str:
    """The id of the judgement that the words make."""
    ended = sayso("judge", *words, "--by", "Ana")
    assert ended.code == 0, ended.err
    return next(word.rstrip(":") for word in ended.out.split() if word.startswith("j-"))


def statements(sayso: Sayso, *more: str) -> dict[str, dict[str, object]]:
    lines = sayso("export", *more).out.splitlines()
    records = [json.loads(line) for line in lines]
    return {one["id"]: one for one in records if one["type"] == "statement"}


def test_a_rejected_statement_is_shown_nowhere_until_that_is_undone(sayso: Sayso) -> None:
    made = judged(sayso, DENIED.id[:8], "reject", "--note", "a headline")
    assert DENIED.id not in statements(sayso)
    assert DENIED.id in statements(sayso, "--as-read")
    judged(sayso, made, "undo")
    assert DENIED.id in statements(sayso)


def test_judgements_are_in_both_exports(sayso: Sayso) -> None:
    made = judged(sayso, DENIED.id, "reject")
    for more in ((), ("--as-read",)):
        assert f'"type": "judgement", "id": "{made}"' in sayso("export", *more).out


def test_a_correction_is_exported(sayso: Sayso) -> None:
    judged(sayso, QUOTED.id, "correct", '{"act": "admit"}')
    assert statements(sayso)[QUOTED.id]["act"] == "admit"
    assert statements(sayso, "--as-read")[QUOTED.id]["act"] == "say"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("s-nothing", "reject"), "no statement's id begins"),
        ((DENIED.id, "correct", '{"content": [[0, 9999]]}'), "outside a text of"),
        ((DENIED.id, "correct", '{"actor": "a-0000"}'), "is no actor of report"),
        ((FIRST.id, "correct", '{"cue": [[0, 3]]}'), "the author's own word"),
        ((DENIED.id, "correct", "deny"), "give a JSON object of one of"),
        ((DENIED.id, "rate", "B"), None),
        ((DENIED.id, "rate", "2"), "sources are rated A to F"),
        ((herald().actors[1].id, "split", "0-3"), "has no mention at 0-3"),
        ((DENIED.id, "note"), "notes nothing"),
        ((herald().report.id, "reject"), "give a statement, an event or a relation"),
        ((DENIED.id, "merge", QUOTED.id), "give two actors, or two claims"),
    ],
)
def test_what_makes_no_sense_is_told(
    sayso: Sayso, words: tuple[str, ...], told: str | None
) -> None:
    ended = sayso("judge", *words, "--by", "Ana")
    assert ended.code == (1 if told else 0)
    assert (told or "") in " ".join(ended.err.split())


def test_what_was_undone_is_not_undone_again(sayso: Sayso) -> None:
    made = judged(sayso, DENIED.id, "accept")
    undo = judged(sayso, made, "undo")
    assert sayso("judge", made, "undo", "--by", "Ana").code == 1
    judged(sayso, undo, "undo")
    judged(sayso, made, "undo")


def test_the_queue_says_why_and_loses_what_was_judged(sayso: Sayso, tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        write_joined(ledger)
        first = ledger.to_review()[0]
        assert first.candidate.claim == STRIKE.id
    out = sayso("review").out
    assert "its claim is contested" in " ".join(out.split())
    assert first.candidate.statement in out
    made = judged(sayso, first.candidate.statement, "accept")
    assert first.candidate.statement not in sayso("review", "--limit", "99").out
    judged(sayso, made, "undo")
    assert first.candidate.statement in sayso("review").out


def test_the_history_is_by_record_and_person(sayso: Sayso) -> None:
    made = judged(sayso, DENIED.id, "accept", "--note", "heard it")
    undo = judged(sayso, made, "undo")
    shown = sayso("history").out
    assert "accept (undone)" in " ".join(shown.split())
    assert shown.index(undo) < shown.index("heard")
    assert "Nobody decided" in sayso("history", "--by", "Ben").out
    [line] = sayso("history", DENIED.id, "--format", "json").out.splitlines()
    assert json.loads(line)["kind"] == JudgementKind.ACCEPT


def test_gold_is_written_to_an_empty_folder(sayso: Sayso, tmp_path: Path) -> None:
    judged(sayso, DENIED.id, "accept")
    assert "Wrote 1 statement" in sayso("gold", "gold").out
    assert (tmp_path / "gold" / f"{DENIED.report}.jsonl").exists()
    assert sayso("gold", "gold").code == 2
