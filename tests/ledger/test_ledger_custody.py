"""How reports were had, and what is left when one is deleted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import Ledger, StatementQuery, verify
from sayso.model import (
    Acquisition,
    Deletion,
    LedgerError,
    LedgerReadOnly,
    RecordError,
    RecordNotFound,
)
from sayso.model.custody_invariants import id_of
from sayso.model.ids import deletion_id
from tests.claim_samples import write_joined
from tests.custody_samples import DELETED, acquisition, from_archive, write_kept
from tests.postgres import Where, file_of, on_sqlite
from tests.samples import gazette, herald, reading_of, report

HERALD, GAZETTE = herald().report, gazette().report


@pytest.fixture
def ledger(where: Where) -> Iterator[Ledger]:
    with Ledger(where) as ledger:
        write_kept(ledger)
        write_joined(ledger)
        yield ledger


def test_acquisitions_come_as_they_happened(ledger: Ledger) -> None:
    first, later = acquisition(HERALD, kept=True), from_archive(HERALD)
    other = acquisition(GAZETTE, kept=True)
    assert list(ledger.acquisitions(HERALD.id)) == [first, later]
    assert list(ledger.acquisitions()) == [*sorted((first, other), key=lambda one: one.id), later]
    assert list(ledger.acquisitions(uri=later.uri)) == [later]
    assert list(ledger.acquisitions(GAZETTE.id, uri=later.uri)) == []


def test_the_same_bytes_in_the_same_place_are_no_new_acquisition(ledger: Ledger) -> None:
    again = acquisition(HERALD, at="2032-01-01T00:00:00Z", by="sayso 1")
    assert not ledger.add_acquisition(again)
    assert not ledger.add(herald(), again)
    assert len(list(ledger.acquisitions(HERALD.id))) == 2


def test_a_known_report_in_a_new_place_is_a_new_acquisition(ledger: Ledger) -> None:
    elsewhere = acquisition(HERALD, uri="file:///other.txt")
    assert not ledger.add(herald(), elsewhere)
    assert elsewhere in ledger.acquisitions()


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "id": ({"id": "q-0"}, "its id does not follow"),
    "report of other bytes": ({"report": GAZETTE.id}, "does not follow from its SHA-256"),
    "no instant": ({"at": "yesterday"}, "'yesterday' is no instant"),
    "by nothing": ({"by": " "}, "does not say what acquired it"),
    "no bytes": ({"size": 0}, "has 0 bytes"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_broken_acquisition_is_refused(ledger: Ledger, what: str) -> None:
    fields, message = WRONG[what]
    broken = replace(acquisition(HERALD, uri="file:///new"), **fields)
    if what != "id":
        broken = replace(broken, id=id_of(broken))
    with pytest.raises(RecordError, match=message):
        ledger.add_acquisition(broken)


def test_a_report_with_the_acquisition_of_another_is_refused_whole(ledger: Ledger) -> None:
    new = reading_of(report("A new report."))
    with pytest.raises(RecordError, match="is the acquisition of"):
        ledger.add(new, acquisition(HERALD, uri="file:///new"))
    assert new.report.id not in ledger


@pytest.mark.parametrize("table", ["acquisitions", "deletions"])
@pytest.mark.parametrize("act", ["UPDATE {} SET at = ''", "DELETE FROM {}"])
def test_custody_is_never_changed_by_hand(ledger: Ledger, table: str, act: str) -> None:
    ledger.delete(HERALD.id, **DELETED)
    with pytest.raises(LedgerError, match="only added"), ledger.writing() as connection:
        connection.exec_driver_sql(act.format(table))


# --- deletion ---


def test_a_deletion_takes_all_that_rests_on_the_report(ledger: Ledger) -> None:
    deletion = ledger.delete(HERALD.id[:6], **DELETED)
    assert deletion == Deletion(
        id=deletion_id(HERALD.id, DELETED["by"], DELETED["at"]),
        report=HERALD.id,
        sha256=HERALD.sha256,
        raw_deleted=True,
        **DELETED,
    )
    assert {each.id for each in ledger.reports()} == {GAZETTE.id}
    left = {record.id for record in ledger.records()}
    assert {each.id for each in gazette().statements} <= left
    assert {each[:1] for each in left} == {"r", "s", "a", "j"}
    assert list(verify(ledger)) == []
    assert list(ledger.statements(StatementQuery(text="strike"))) == []


def test_judgements_and_acquisitions_outlive_the_report(ledger: Ledger) -> None:
    judged, acquired = list(ledger.judgements()), list(ledger.acquisitions())
    ledger.delete(HERALD.id, **DELETED)
    assert list(ledger.judgements()) == judged
    assert list(ledger.acquisitions()) == acquired


def test_raw_bytes_go_with_the_report_or_stay(ledger: Ledger) -> None:
    ledger.delete(HERALD.id, **DELETED)
    kept = ledger.delete(GAZETTE.id, **DELETED, keep_raw=True)
    assert not kept.raw_deleted
    assert list(ledger.raw.hashes()) == [GAZETTE.sha256]
    assert list(ledger.unowned_raw()) == []
    assert list(verify(ledger)) == []


@on_sqlite
def test_no_word_is_left_in_the_file(ledger: Ledger) -> None:
    words = ("Óskar", "skar", "hurt", "officials denied", "Strike denied")
    assert held(file_of(ledger).parent, words) == set(words)
    ledger.delete(HERALD.id, **DELETED)
    assert held(file_of(ledger).parent, words) == set()


def test_no_word_is_left_of_many_reports_that_came_and_went(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        for number in range(60):
            of = report(f"Xylograph number {number} was zymurgically wrapped. " + "Words. " * 300)
            ledger.add(reading_of(of))
        kept, *gone = [each.id for each in ledger.reports()]
        for each in gone[::2]:
            ledger.delete(each, **DELETED)
        for each in gone[1::2]:
            ledger.delete(each, **DELETED)
        text = ledger.report(kept).text
        assert count(tmp_path, b"Xylograph") == 1
    assert count(tmp_path, text[:20].encode()) == 1


def held(folder: Path, words: tuple[str, ...]) -> set[str]:
    """Which of `words` stand in some file."""
    return {word for word in words if count(folder, word.encode())}


def count(folder: Path, word: bytes) -> int:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(path.read_bytes().count(word) for path in files)


def test_a_report_that_is_not_there_is_not_deleted(ledger: Ledger) -> None:
    ledger.delete(HERALD.id, **DELETED)
    for given in (HERALD.id, "r-zz"):
        with pytest.raises(RecordNotFound):
            ledger.delete(given, **DELETED)
    assert len(list(ledger.deletions())) == 1


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("by", " ", "does not say whose it is"),
        ("reason", "", "gives no reason"),
        ("at", "2031-06-01", "is no instant"),
    ],
)
def test_a_broken_deletion_deletes_nothing(
    ledger: Ledger, field: str, value: str, message: str
) -> None:
    before = list(ledger.records())
    with pytest.raises(RecordError, match=message):
        ledger.delete(HERALD.id, **DELETED | {field: value})
    assert list(ledger.records()) == before
    assert HERALD.sha256 in ledger.raw


def test_what_is_read_only_is_not_deleted_from(ledger: Ledger) -> None:
    with Ledger(ledger.address, mode="read") as reader, pytest.raises(LedgerReadOnly):
        reader.delete(HERALD.id, **DELETED)


def test_a_deletion_is_told_until_the_report_is_back(ledger: Ledger) -> None:
    assert ledger.deletion_of(HERALD.id) is None
    deletion = ledger.delete(HERALD.id, **DELETED)
    assert ledger.deletion_of(HERALD.id) == deletion
    ledger.add(herald())
    assert ledger.deletion_of(HERALD.id) is None
    again = ledger.delete(HERALD.id, **DELETED | {"at": "2031-07-01T00:00:00Z"})
    assert ledger.deletion_of(HERALD.id) == again
    assert list(ledger.deletions()) == [deletion, again]


def test_to_have_it_again_after_that_is_a_new_acquisition(ledger: Ledger) -> None:
    deletion = ledger.delete(HERALD.id, **DELETED)
    again = acquisition(HERALD, at="2031-08-01T00:00:00Z")
    assert ledger.add(herald(), again)
    assert not ledger.add(herald(), again)
    *_, last = acquired = list(ledger.acquisitions(HERALD.id))
    assert len(acquired) == 3
    assert (last.after, last.at) == (deletion.id, again.at)
    assert list(verify(ledger)) == []


@on_sqlite
def test_other_processes_read_on_while_a_report_is_deleted(ledger: Ledger) -> None:
    # The log is cut short as soon as nobody reads, which is not waited for here.
    with (
        Ledger(ledger.address, mode="read") as reader,
        Ledger(ledger.address, timeout=0.1) as writer,
    ):
        statements = reader.statements()
        next(statements)
        writer.delete(HERALD.id, **DELETED)
        assert len(list(statements)) == 7
        assert len(list(reader.statements())) == 2
    assert list(verify(ledger)) == []


def test_when_the_file_cannot_be_written_anew_that_is_told(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Ledger, **_how: bool) -> None:
        raise LedgerError("the disk is full")

    monkeypatch.setattr(Ledger, "rewrite", full)
    with pytest.raises(LedgerError, match=r"is deleted, but words.*the disk is full"):
        ledger.delete(HERALD.id, **DELETED)
    assert HERALD.id not in ledger
    assert HERALD.sha256 not in ledger.raw


def test_raw_bytes_of_no_report_are_told(ledger: Ledger) -> None:
    left = ledger.raw.put(b"read by a run that was stopped")
    assert list(ledger.unowned_raw()) == [left]


def test_an_acquisition_comes_back_as_it_went_in(where: Where) -> None:
    made = from_archive(
        HERALD, kept=True, etag='"abc"', last_modified="Mon, 05 May 2031 08:00:00 GMT"
    )
    with Ledger(where) as ledger:
        assert ledger.add_acquisition(made)
        assert list(ledger.acquisitions()) == [made]
        assert isinstance(made, Acquisition)
