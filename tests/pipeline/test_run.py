import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from sayso.acquire import Found, find_inputs
from sayso.export import write_jsonl
from sayso.ledger import Ledger
from sayso.ledger.adding import Added
from sayso.model import ReaderError
from sayso.pipeline.run import read_inputs
from sayso.pipeline.settings import Settings, default_jobs
from sayso.pipeline.summary import Progress, Summary
from tests.pipeline.fakes import first_line_read, load_nothing, reading_fails

pytestmark = pytest.mark.usefixtures("quick_processes")


@pytest.fixture(autouse=True)
def fast_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.pipeline.run.read_input", first_line_read)
    monkeypatch.setattr("sayso.pipeline.run.load_engine", load_nothing)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"Report {number} says so.\nAnd more.\n")
    (folder / "3-again.txt").write_text("Report 3 says so.\nAnd more.\n")
    (folder / "empty.txt").touch()
    (folder / "empty-too.txt").touch()
    (folder / "empty.html").touch()
    return folder


def run(
    folder: Path,
    *,
    ledger: str = "sayso.db",
    progress: Callable[[Progress], None] = lambda _: None,
    **settings: Any,
) -> Summary:
    with Ledger(folder.parent / ledger) as book:
        found = find_inputs([str(folder)])
        return read_inputs(found, book, Settings(**{"jobs": 1} | settings), progress=progress)


def exported(folder: Path, ledger: str = "sayso.db") -> str:
    stream = io.StringIO()
    with Ledger(folder.parent / ledger, mode="read") as book:
        write_jsonl(book.records(), stream)
    return stream.getvalue()


def outcomes(summary: Summary) -> tuple[int, int, int, int]:
    return summary.reports, summary.known, len(summary.rejects), summary.left


def test_every_input_has_an_outcome(folder: Path) -> None:
    summary = run(folder)
    assert outcomes(summary) == (9, 1, 3, 0)
    assert [Path(reject.input).name for reject in summary.rejects] == [
        "empty-too.txt",
        "empty.html",
        "empty.txt",
    ]
    assert (summary.words, summary.statements) == (9 * 6, 9)


@pytest.mark.slow
def test_the_ledger_is_the_same_for_any_number_of_jobs(folder: Path) -> None:
    summaries = {jobs: run(folder, jobs=jobs, ledger=f"{jobs}.db") for jobs in (1, 2, 4)}
    assert {outcomes(summary) for summary in summaries.values()} == {(9, 1, 3, 0)}
    assert exported(folder, "1.db") == exported(folder, "2.db") == exported(folder, "4.db")
    assert exported(folder, "1.db").count("\n") == 9 + 9 + 3


def test_the_first_of_two_files_with_the_same_bytes_is_recorded(folder: Path) -> None:
    run(folder, jobs=2)
    assert "3-again.txt" in exported(folder)
    assert "3.txt" not in exported(folder)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_bytes_get_another_chance_under_another_kind(tmp_path: Path, jobs: int) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("a.html", "b.html", "c.txt", "d.txt"):
        (folder / name).write_text("<p></p> <!-- words only in a comment -->")
    summary = run(folder, jobs=jobs)
    assert [Path(reject.input).name for reject in summary.rejects] == ["a.html", "b.html"]
    assert (summary.reports, summary.known) == (1, 1)
    assert "c.txt" in exported(folder)


def test_what_the_ledger_has_is_not_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder)
    before = exported(folder)
    for empty in folder.glob("empty*"):
        empty.unlink()
    monkeypatch.setattr("sayso.pipeline.run.read_input", reading_fails)
    assert outcomes(run(folder)) == (0, 10, 0, 0)
    assert exported(folder) == before


@pytest.mark.slow
@pytest.mark.usefixtures("written_at_once")
def test_an_interrupt_keeps_what_was_read_and_the_next_run_goes_on(folder: Path) -> None:
    def interrupt(now: Progress) -> None:
        if now.done >= 4:
            raise KeyboardInterrupt

    stopped = run(folder, jobs=2, progress=interrupt)
    ended = stopped.reports + stopped.known + len(stopped.rejects)
    assert stopped.left == 13 - ended <= 13 - 4
    assert outcomes(run(folder, jobs=2)) == (9 - stopped.reports, 1 + stopped.reports, 3, 0)
    run(folder, ledger="whole.db")
    assert exported(folder) == exported(folder, "whole.db")


def test_an_input_that_kills_its_reader_is_rejected_and_the_others_are_read(folder: Path) -> None:
    (folder / "5.txt").write_text("segfault")
    summary = run(folder, jobs=2)
    assert outcomes(summary) == (8, 1, 4, 0)
    [died] = [reject for reject in summary.rejects if reject.input.endswith("5.txt")]
    assert (died.stage, "SIGSEGV" in died.reason) == ("read", True)


def test_a_missing_pipeline_ends_the_run(folder: Path) -> None:
    (folder / "5.txt").write_text("no pipeline")
    with pytest.raises(ReaderError, match="is gone"):
        run(folder, jobs=2)


def test_a_missing_path_is_a_reject_in_the_ledger(tmp_path: Path) -> None:
    summary = run(tmp_path / "nowhere")
    assert outcomes(summary) == (0, 0, 1, 0)
    assert "nowhere" in exported(tmp_path / "nowhere")


def test_a_file_that_cannot_be_read_is_a_reject(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "gone.txt").touch()
    found = find_inputs([str(folder)])
    (folder / "gone.txt").unlink()
    with Ledger(tmp_path / "sayso.db") as book:
        assert outcomes(read_inputs(found, book, Settings(jobs=1))) == (0, 0, 1, 0)


def test_an_interrupt_writes_what_is_at_hand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(now: Progress) -> None:
        if now.done == 3:  # the rejects of three empty files come while reports wait
            raise KeyboardInterrupt

    monkeypatch.setattr("sayso.pipeline.batch._SECONDS", 60)
    for number in range(3):
        (folder / f"{number}-{number}.html").touch()
    stopped = run(folder, progress=interrupt)
    assert stopped.reports > 0
    assert stopped.left == 16 - stopped.reports - stopped.known - len(stopped.rejects)
    with Ledger(folder.parent / "sayso.db", mode="read") as book:
        assert book.counts().reports == stopped.reports
    assert run(folder).known == stopped.reports + 1


def test_what_was_read_is_written_together(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    add_all = Ledger.add_all

    def noted(ledger: Ledger, readings: Sequence[Added], *, checked: bool) -> list[bool]:
        written.append(len(readings))
        return add_all(ledger, readings, checked=checked)

    monkeypatch.setattr(Ledger, "add_all", noted)
    monkeypatch.setattr("sayso.pipeline.batch._SECONDS", 60)
    monkeypatch.setattr("sayso.pipeline.batch._REPORTS", 4)
    (folder / "3-again.txt").unlink()
    assert outcomes(run(folder)) == (9, 0, 3, 0)
    assert written == [4, 4, 1]


@pytest.mark.usefixtures("written_at_once")
def test_progress_is_told_after_every_input(folder: Path) -> None:
    told: list[Progress] = []
    run(folder, progress=told.append)
    assert [now.done for now in told] == list(range(1, 14))
    assert {now.total for now in told} == {13}
    assert told[-1].words == 9 * 6
    assert told[-1].seconds_left == 0


def test_nothing_found_is_nothing_done(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as book:
        found = Found(inputs=(), rejects=(), skipped=0)
        assert outcomes(read_inputs(found, book)) == (0, 0, 0, 0)


def test_the_default_number_of_jobs_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 96)
    assert default_jobs() == 8
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert default_jobs() == 1
