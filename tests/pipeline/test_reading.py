from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.acquire import FileInput, report_from_text
from sayso.ledger import RawStore
from sayso.model import (
    LedgerError,
    Place,
    ReaderError,
    RecordError,
    Reject,
    Report,
    Time,
    TimePrecision,
)
from sayso.pipeline.reading import Read, read_input, read_report
from sayso.pipeline.settings import Settings
from sayso.reader import Document
from sayso.statements import Account, read_statements
from tests.samples import SEL, authors_word, place, time

TEXT = "The mayor denied it."
DATED = report_from_text("The mayor of Sel denied it on Monday.")
SEL_OF_DATED = place(DATED, "Sel", **SEL)
MONDAY_OF_DATED = time(DATED, "Monday", value="2031-05-05", precision=TimePrecision.DAY)


@pytest.fixture
def given(tmp_path: Path) -> FileInput:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return FileInput(path)


def test_reading_a_report_is_a_pure_function() -> None:
    report = report_from_text(TEXT)
    reading = read_report(report)
    assert reading == read_report(report)
    assert replace(reading.report, reader=None) == report


def misquoting(report: Report, *given: Any) -> Account:
    said = authors_word(report, TEXT)
    misquoted = replace(said, content=(replace(said.span, text="The mayor"),))
    return replace(read_statements(report, *given), statements=(misquoted,))


def test_a_reading_that_breaks_an_invariant_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.statements.read_statements", misquoting)
    with pytest.raises(RecordError, match="says 'The mayor'"):
        read_report(report_from_text(TEXT))


def test_places_and_times_are_read_beside_the_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.places.read_places", lambda *_: (SEL_OF_DATED,))
    monkeypatch.setattr("sayso.times.read_times", lambda *_: (MONDAY_OF_DATED,))
    reading = read_report(DATED)
    assert (reading.places, reading.times) == ((SEL_OF_DATED,), (MONDAY_OF_DATED,))
    assert [statement.depth for statement in reading.statements] == [0, 1]


def test_a_report_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[object] = []

    def note(_: Report, doc: Document, *__: object) -> tuple[()]:
        parsed.append(doc)
        return ()

    def note_and_say(report: Report, doc: Document, *more: Any) -> Account:
        note(report, doc)
        return read_statements(report, doc, *more)

    monkeypatch.setattr("sayso.statements.read_statements", note_and_say)
    monkeypatch.setattr("sayso.places.read_places", note)
    monkeypatch.setattr("sayso.times.read_times", note)
    read_report(DATED)
    first, *others = parsed
    assert len(others) == 2
    assert all(each is first for each in others)


@pytest.mark.parametrize(
    ("room", "records", "message"),
    [
        ("places.read_places", (replace(SEL_OF_DATED, latitude=100.0),), "latitude 100.0"),
        ("times.read_times", (replace(MONDAY_OF_DATED, value="Monday"),), "value 'Monday'"),
    ],
)
def test_a_place_or_time_that_breaks_an_invariant_is_refused(
    monkeypatch: pytest.MonkeyPatch, room: str, records: tuple[Place | Time, ...], message: str
) -> None:
    monkeypatch.setattr(f"sayso.{room}", lambda *_: records)
    with pytest.raises(RecordError, match=message):
        read_report(DATED)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (KeyError(67), "reading it failed: KeyError(67)"),
        (RecursionError("too deep"), "reading it failed: RecursionError('too deep')"),
    ],
)
def test_an_accident_rejects_the_input_with_its_reason(
    given: FileInput, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("sayso.statements.read_statements", fail)
    raw = RawStore(given.path.parent / "raw")
    outcome = read_input(given, settings=Settings(), raw=raw)
    assert isinstance(outcome, Reject)
    assert (outcome.input, outcome.stage, outcome.reason) == (given.name, "read", reason)
    assert [raw.get(sha256) for sha256 in raw.hashes()] == [given.path.read_bytes()]


@pytest.mark.parametrize(
    "error", [ReaderError("no pipeline"), MemoryError(), LedgerError("the disk is full")]
)
def test_what_is_no_fault_of_the_input_is_raised(
    given: FileInput, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr("sayso.reader.load_reader", fail)
    with pytest.raises(type(error)):
        read_input(given, settings=Settings(), raw=None)


def test_the_bytes_are_kept_before_the_reading_comes_back(given: FileInput) -> None:
    store = RawStore(given.path.parent / "raw")
    kept = read_input(given, settings=Settings(published="2031-05-01"), raw=store)
    assert isinstance(kept, Read)
    assert kept.reading.report.published == "2031-05-01"
    assert store.get(kept.reading.report.sha256) == TEXT.encode()
    assert (kept.acquisition.kept, kept.acquisition.report) == (True, kept.reading.report.id)
    left = read_input(given, settings=Settings(), raw=None)
    assert isinstance(left, Read)
    assert not left.acquisition.kept


def test_what_cannot_be_acquired_is_rejected_at_its_stage(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    outcome = read_input(FileInput(empty), settings=Settings(), raw=None)
    assert isinstance(outcome, Reject)
    assert (outcome.stage, outcome.reason) == ("read", "it is empty")
