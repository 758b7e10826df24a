from dataclasses import replace
from pathlib import Path

import pytest

from sayso.acquire import FileInput, report_from_text
from sayso.model import Actor, ReaderError, RecordError, Reject, Report, Statement
from sayso.pipeline.reading import read_input, read_report
from tests.samples import authors_word

TEXT = "The mayor denied it."


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


def misquoting(report: Report, *_: object) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    said = authors_word(report, TEXT)
    return (replace(said, content=(replace(said.span, text="The mayor"),)),), ()


def test_a_reading_that_breaks_an_invariant_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.statements.read_statements", misquoting)
    with pytest.raises(RecordError, match="says 'The mayor'"):
        read_report(report_from_text(TEXT))


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (KeyError(67), "reading it failed: KeyError(67)"),
        (MemoryError(), "reading it failed: MemoryError()"),
        (RecursionError("too deep"), "reading it failed: RecursionError('too deep')"),
    ],
)
def test_an_accident_rejects_the_input_with_its_reason(
    given: FileInput, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("sayso.statements.read_statements", fail)
    outcome = read_input(given)
    assert isinstance(outcome, Reject)
    assert (outcome.input, outcome.stage, outcome.reason) == (given.name, "read", reason)


def test_a_missing_pipeline_is_no_fault_of_the_input(
    given: FileInput, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ReaderError("no pipeline")

    monkeypatch.setattr("sayso.reader.load_reader", fail)
    with pytest.raises(ReaderError):
        read_input(given)


def test_what_cannot_be_acquired_is_rejected_at_its_stage(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    outcome = read_input(FileInput(empty))
    assert isinstance(outcome, Reject)
    assert (outcome.stage, outcome.reason) == ("read", "it is empty")
