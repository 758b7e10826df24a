"""Many readings added at once: the ledger is as if each had been added alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, event, select

from sayso.ledger import Ledger, verify
from sayso.ledger.inserting import insert_rows
from sayso.ledger.schema import link_keys, parties, reports
from sayso.model import JudgementKind, Reading, RecordError
from tests.across_samples import several
from tests.custody_samples import DELETED, acquisition, from_archive
from tests.judging.test_decisions import decided
from tests.postgres import Where
from tests.samples import gazette, herald
from tests.strategies import readings


def held(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table; those of parties, which are replaced as they grow, by id."""
    with ledger.snapshot() as connection:
        found = {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in reports.metadata.sorted_tables
        }
    found[parties.name].sort()
    return found


def test_readings_and_how_they_were_had_are_added_together(where: Where) -> None:
    with Ledger(where) as ledger:
        assert ledger.add(herald())
        both = [(herald(), acquisition(herald().report)), (gazette(), None), (gazette(), None)]
        assert ledger.add_all(both) == [False, True, False]
        assert {each.id for each in ledger.reports()} == {herald().report.id, gazette().report.id}
        assert [each.report for each in ledger.acquisitions()] == [herald().report.id]
        assert list(verify(ledger)) == []


def test_a_ledger_tells_whether_it_met_a_report(where: Where) -> None:
    with Ledger(where) as ledger:
        assert ledger.met(herald().report.id) == (False, False)
        ledger.add(herald())
        assert ledger.met(herald().report.id) == (True, False)
        ledger.delete(herald().report.id, **DELETED)
        assert ledger.met(herald().report.id) == (False, True)
        ledger.add(herald())
        assert ledger.met(herald().report.id) == (True, True)
        assert ledger.met(gazette().report.id) == (False, False)


def test_adding_that_is_stopped_within_a_command_adds_nothing_and_can_be_done_again(
    where: Where,
) -> None:
    def stop(_cursor: object, command: str, *_: object) -> None:
        if command.startswith("INSERT INTO statements"):
            raise KeyboardInterrupt

    with Ledger(where) as ledger:
        event.listen(Engine, "do_executemany", stop)
        try:
            with pytest.raises(KeyboardInterrupt):
                ledger.add(herald())
        finally:
            event.remove(Engine, "do_executemany", stop)
        assert ledger.counts().reports == 0
        assert ledger.add(herald())
        assert list(verify(ledger)) == []


def test_nothing_is_added_when_there_is_nothing(where: Where) -> None:
    with Ledger(where) as ledger:
        assert ledger.add_all([]) == []
        assert ledger.counts().reports == 0


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ((replace(gazette(), actors=()), None), "points at actor"),
        ((gazette(), acquisition(herald().report)), "is the acquisition of"),
        ((gazette(), replace(acquisition(gazette().report), id="q-0")), "id does not follow"),
    ],
)
def test_one_that_is_broken_leaves_nothing_of_the_others(
    tmp_path: Path, broken: Any, message: str
) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        with pytest.raises(RecordError, match=message):
            ledger.add_all([(herald(), acquisition(herald().report)), broken])
        assert not any(held(ledger)[name] for name in ("reports", "parties", "acquisitions"))


def test_what_was_checked_where_it_was_made_is_not_checked_again(tmp_path: Path) -> None:
    unsure = replace(herald().statements[0], score=2.0)
    broken = replace(herald(), statements=(unsure, *herald().statements[1:]))
    with Ledger(tmp_path / "sayso.db") as ledger:
        with pytest.raises(RecordError, match="score"):
            ledger.add_all([(broken, None)])
        assert ledger.add_all([(broken, None)], checked=True) == [True]


def test_only_what_takes_back_rows_that_are_added_is_kept_in_memory(tmp_path: Path) -> None:
    def kept_in(connection: Connection) -> Any:
        return connection.exec_driver_sql("PRAGMA temp_store").scalar()

    default, memory = 0, 2
    with Ledger(tmp_path / "sayso.db") as ledger:
        with ledger.adding() as connection:
            assert kept_in(connection) == memory
        with ledger.writing() as connection:
            assert kept_in(connection) == default
        with pytest.raises(RecordError), ledger.adding():
            raise RecordError("broken")
        with ledger.snapshot() as connection:
            assert kept_in(connection) == default


def test_rows_may_name_their_columns_in_any_order(where: Where) -> None:
    with Ledger(where) as ledger, ledger.writing() as connection:
        one = {"kind": "text", "key": 1, "item": "s-1"}
        insert_rows(connection, link_keys, [one, {"item": "s-2", "key": 2, "kind": "text"}])
        insert_rows(connection, link_keys, [])
        written = sorted(map(tuple, connection.execute(select(link_keys))))
        assert written == [("text", 1, "s-1"), ("text", 2, "s-2")]


def test_what_people_decided_holds_again_for_reports_that_come_back_together(
    tmp_path: Path,
) -> None:
    rejected = herald().statements[2]
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add_all([(herald(), None), (gazette(), None)])
        ledger.add_judgement(decided(JudgementKind.REJECT, rejected.id))
        shown = held(ledger)["statements"]
        for each in (herald(), gazette()):
            ledger.delete(each.report.id, **DELETED)
        ledger.add_all([(herald(), acquisition(herald().report)), (gazette(), None)])
        assert len(held(ledger)["statements"]) == len(shown)
        assert rejected.id not in {each.id for each in ledger.statements()}
        assert [each.after is None for each in ledger.acquisitions()] == [False]
        assert list(verify(ledger)) == []


def test_many_at_once_are_counted_as_one_by_one(tmp_path: Path) -> None:
    given = [*several(), herald(), gazette()]
    with Ledger(tmp_path / "one.db") as one, Ledger(tmp_path / "all.db") as together:
        for each in given:
            one.add(each, from_archive(each.report))
        half = len(given) // 2
        for some in (given[:half], given[half:]):
            together.add_all([(each, from_archive(each.report)) for each in some])
        assert held(one) == held(together)
        assert list(verify(together)) == []


@settings(max_examples=30, deadline=None)
@given(st.lists(readings(), max_size=4))
def test_any_readings_at_once_are_as_one_by_one(given: list[Reading]) -> None:
    with (
        TemporaryDirectory() as folder,
        Ledger(f"{folder}/one.db") as one,
        Ledger(f"{folder}/all.db") as together,
    ):
        alone = [one.add(each) for each in given]
        assert together.add_all([(each, None) for each in given]) == alone
        assert held(one) == held(together)
