"""A ledger shows what is in force, keeps what was read, and says where the two do not fit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import JudgementQuery, Ledger, StatementQuery, page_of, verify
from sayso.model import Judgement, JudgementKind, RecordError
from tests.claim_samples import joined, write_joined
from tests.judging.test_decisions import decided
from tests.postgres import Where, file_of, on_sqlite
from tests.samples import gazette, herald

_KIND = JudgementKind
READ = herald()
FIRST, REPORTED, DENIED, SECOND, QUOTED, THIRD = READ.statements
PAPER, OFFICIALS, MAYOR = READ.actors
STRIKE, HURT = joined()[0]


@pytest.fixture
def ledger(where: Where) -> Iterator[Ledger]:
    with Ledger(where) as ledger:
        ledger.add(READ)
        ledger.add(gazette())
        yield ledger


def by_hand(ledger: Ledger, command: str) -> None:
    with closing(sqlite3.connect(file_of(ledger))) as connection, connection:
        connection.execute(command)


def test_everything_that_is_asked_shows_what_is_in_force(ledger: Ledger) -> None:
    assert ledger.add_judgement(decided(_KIND.REJECT, DENIED.id))
    assert not ledger.add_judgement(decided(_KIND.REJECT, DENIED.id))
    assert DENIED.id not in {one.id for one in ledger.statements()}
    assert not list(ledger.statements(StatementQuery(text='"the strike"', depth=2)))
    officials = ledger.parties.of([OFFICIALS.id])[OFFICIALS.id]
    assert ledger.parties.one(officials).denied == 0
    assert ledger.reading(READ.report.id).statements == tuple(
        one for one in ledger.as_read(READ.report.id).statements if one.id != DENIED.id
    )
    assert list(verify(ledger)) == []


def test_what_was_linked_with_rejected_words_goes(ledger: Ledger) -> None:
    write_joined(ledger)
    ledger.add_judgement(decided(_KIND.REJECT, DENIED.id))
    assert ledger.claims_of(DENIED.id, REPORTED.id) == ()
    assert list(verify(ledger)) == []


def test_ratings_notes_and_verdicts_that_agree_change_nothing(ledger: Ledger) -> None:
    write_joined(ledger)
    for one in (
        decided(_KIND.ACCEPT, DENIED.id),
        decided(_KIND.NOTE, DENIED.id),
        decided(_KIND.RATE, STRIKE.id, "2"),
    ):
        ledger.add_judgement(one)
    assert ledger.reading(READ.report.id) == ledger.as_read(READ.report.id)
    assert ledger.claim(STRIKE.id) == STRIKE
    assert ledger.link_index.unlinked()


def test_what_was_undone_and_where_records_are_shown_is_told(ledger: Ledger) -> None:
    rejected = decided(_KIND.REJECT, DENIED.id)
    back = decided(_KIND.UNDO, rejected.id, at=1)
    again = decided(_KIND.UNDO, back.id, at=2)
    shown = (DENIED.id, REPORTED.id, READ.events[0].id, READ.actors[0].id)
    for one, gone, hidden in (
        (rejected, set[str](), {DENIED.id}),
        (back, {rejected.id}, set[str]()),
        (again, {back.id}, {DENIED.id}),
    ):
        ledger.add_judgement(one)
        assert ledger.undone(rejected.id, back.id, again.id) == gone
        found = ledger.shown_in(*shown, READ.report.id)
        assert found == dict.fromkeys(set(shown) - hidden, READ.report.id)
    assert ledger.was_judged(DENIED.id)
    assert not ledger.was_judged(REPORTED.id)
    query = JudgementQuery(newest=True)
    whole = [one.id for one in ledger.judgements(query)]
    assert whole == [again.id, back.id, rejected.id]
    assert [one.id for one in page_of(ledger, query, 1, after=whole[0]).records] == whole[1:2]


def test_a_judgement_that_breaks_an_invariant_is_refused(ledger: Ledger) -> None:
    with pytest.raises(RecordError, match="takes none"):
        ledger.add_judgement(decided(_KIND.ACCEPT, DENIED.id, "yes"))


@on_sqlite
@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("UPDATE as_read SET records = '[]'", "value"),
        ("UPDATE as_read SET records = replace(records, 'deny', 'doubt')", "derived"),
        ("DELETE FROM as_read", "invariant"),
        ("UPDATE statements SET act = 'ask' WHERE source_text LIKE 'the mayor%'", "derived"),
        ("UPDATE as_read SET report = 'r-0'", "orphan"),
    ],
)
def test_what_does_not_follow_from_what_was_read_is_told(
    ledger: Ledger, command: str, kind: str
) -> None:
    ledger.add_judgement(decided(_KIND.CORRECT, QUOTED.id, '{"content": [[0, 9]]}'))
    assert list(verify(ledger)) == []
    by_hand(ledger, command)
    assert kind in {problem.kind for problem in verify(ledger)}


@on_sqlite
def test_no_word_of_a_deleted_report_is_kept(ledger: Ledger) -> None:
    write_joined(ledger)
    ledger.add_judgement(decided(_KIND.MERGE, STRIKE.id, HURT.id))
    ledger.add_judgement(decided(_KIND.REJECT, QUOTED.id))
    ledger.delete(READ.report.id, by="Ana", at="2031-06-01T00:00:00Z", reason="asked for")
    ledger.close()
    raw = file_of(ledger).read_bytes()
    assert b"one was hurt" not in raw
    assert b"officials denied" not in raw


_DECISIONS = (
    (_KIND.REJECT, REPORTED.id, None),
    (_KIND.REJECT, DENIED.id, None),
    (_KIND.ACCEPT, DENIED.id, None),
    (_KIND.REJECT, READ.events[1].id, None),
    (_KIND.CORRECT, QUOTED.id, '{"content": [[3, 12]]}'),
    (_KIND.CORRECT, QUOTED.id, '{"act": "admit"}'),
    (_KIND.CORRECT, DENIED.id, f'{{"actor": "{MAYOR.id}"}}'),
    (_KIND.MERGE, gazette().actors[0].id, OFFICIALS.id),
    (_KIND.MERGE, PAPER.id, OFFICIALS.id),
)


@pytest.mark.slow
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_order_does_not_matter_and_an_undo_of_everything_gives_what_was_read(
    data: st.DataObject,
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(_DECISIONS), min_size=1, unique=True))
    told = [decided(*one, at=minute) for minute, one in enumerate(chosen)]
    shown = []
    for order in (told, data.draw(st.permutations(told))):
        with TemporaryDirectory() as folder, Ledger(Path(folder) / "sayso.db") as ledger:
            ledger.add(READ)
            ledger.add(gazette())
            before = list(ledger.records())
            for one in order:
                ledger.add_judgement(one)
            assert list(verify(ledger)) == []
            shown.append(list(ledger.records()))
            for one in told:
                ledger.add_judgement(decided(_KIND.UNDO, one.id, at=30))
            after = [one for one in ledger.records() if not isinstance(one, Judgement)]
            assert after == before
    assert shown[0] == shown[1]
