"""What a run does with bytes: keeps them, tells where they were found, heeds deletions, bounds."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.acquire import find_inputs
from sayso.ledger import Ledger
from sayso.model import Acquisition
from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.run import read_inputs
from sayso.pipeline.settings import Settings
from sayso.pipeline.summary import Progress, Summary
from tests.pipeline import fakes

pytestmark = pytest.mark.usefixtures("quick_processes")
REPORTS = 5


@pytest.fixture(autouse=True)
def fast_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.pipeline.run.read_input", fakes.first_line_read)
    monkeypatch.setattr("sayso.pipeline.run.load_engine", fakes.load_nothing)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write_lines(path: Path, *texts: str) -> None:
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))


def run(*inputs: str, ledger: str = "sayso.db", **settings: Any) -> Summary:
    with Ledger(ledger) as book:
        return read_inputs(find_inputs(inputs), book, Settings(**{"jobs": 1} | settings))


def outcomes(summary: Summary) -> tuple[int, int, int, int]:
    return summary.reports, summary.known, len(summary.rejects), summary.left


def acquisitions() -> list[Acquisition]:
    with Ledger("sayso.db", mode="read") as book:
        return list(book.acquisitions())


def delete(text: str) -> None:
    with Ledger("sayso.db") as book:
        [report] = [each for each in book.reports() if text in each.text]
        book.delete(report.id, by="Ada", at="2031-05-01T10:00:00Z", reason="asked by the author")


def test_the_bytes_of_every_report_are_kept_unless_they_are_not_wanted() -> None:
    Path("a.txt").write_text("The mayor said so.\n")
    run("a.txt", ledger="without.db", keep_raw=False)
    assert not Path("without.raw").exists()
    run("a.txt")
    with Ledger("sayso.db", mode="read") as book:
        [report] = book.reports()
        assert book.raw.get(report.sha256) == b"The mayor said so.\n"
    [acquired] = acquisitions()
    assert (acquired.kept, acquired.size, acquired.uri) == (
        True,
        19,
        Path.cwd().joinpath("a.txt").as_uri(),
    )


def test_bytes_found_in_another_place_are_not_read_but_told() -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("The mayor said so.\n")
    assert outcomes(run("a.txt", "b.txt", jobs=2)) == (1, 1, 0, 0)
    write_lines(Path("c.jsonl"), "The minister said so.", "The minister said so.")
    assert outcomes(run("b.txt", "a.txt", "c.jsonl")) == (1, 3, 0, 0)
    told = [(Path(each.uri or each.container or "").name, each.position) for each in acquisitions()]
    assert sorted(told, key=str) == [
        ("a.txt", None),
        ("b.txt", None),
        ("c.jsonl", 0),
        ("c.jsonl", 34),
    ]
    assert {each.kept for each in acquisitions()} == {True}


def test_a_deleted_report_is_read_again_only_when_asked_for() -> None:
    for who in ("mayor", "minister"):
        Path(f"{who}.txt").write_text(f"The {who} said so.\n")
    run("mayor.txt", "minister.txt")
    delete("minister")
    refused = run("mayor.txt", "minister.txt")
    assert outcomes(refused) == (0, 1, 1, 0)
    assert refused.rejects[0].reason == (
        "its report was deleted on 2031-05-01 by Ada: asked by the author"
        " (--again reads it all the same)"
    )
    assert outcomes(run("mayor.txt", "minister.txt", again=True)) == (1, 1, 0, 0)
    assert outcomes(run("mayor.txt", "minister.txt")) == (0, 2, 0, 0)


def test_a_container_is_read_part_by_part_among_files() -> None:
    write_lines(Path("b.jsonl"), *(f"Officer {number} said so." for number in range(REPORTS)), "")
    for name in ("a", "c"):
        Path(f"{name}.txt").write_text(f"Captain {name} said so.\n")
    summary = run("a.txt", "b.jsonl", "c.txt", jobs=2)
    assert outcomes(summary) == (REPORTS + 2, 0, 1, 0)
    assert "b.jsonl at byte" in summary.rejects[0].input


def test_known_parts_are_skipped_without_being_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_lines(Path("b.jsonl"), *(f"Officer {number} said so." for number in range(REPORTS)))
    run("b.jsonl")
    monkeypatch.setattr("sayso.pipeline.run.read_input", fakes.reading_fails)
    assert outcomes(run("b.jsonl")) == (0, REPORTS, 0, 0)


@pytest.mark.usefixtures("written_at_once")
def test_progress_within_a_container_is_told_by_its_bytes() -> None:
    write_lines(Path("b.jsonl"), *(f"Officer {number} said so." for number in range(REPORTS)))
    told: list[Progress] = []
    with Ledger("sayso.db") as book:
        read_inputs(find_inputs(["b.jsonl"]), book, Settings(jobs=1), progress=told.append)
    assert [now.done for now in told] == list(range(1, REPORTS + 1))
    assert {now.total for now in told} == {None}
    assert told[0].within == "b.jsonl"
    shares = [now.share or 0 for now in told]
    assert shares == sorted(shares)
    assert 0.5 < shares[-1] <= 1


@pytest.mark.slow
@pytest.mark.usefixtures("written_at_once")
def test_an_interrupt_within_a_container_leaves_it_to_the_next_run() -> None:
    def interrupt(now: Progress) -> None:
        if now.done == 2:
            raise KeyboardInterrupt

    write_lines(Path("b.jsonl"), *(f"Officer {number} said so." for number in range(REPORTS)))
    with Ledger("sayso.db") as book:
        stopped = read_inputs(find_inputs(["b.jsonl"]), book, Settings(jobs=1), progress=interrupt)
    assert (stopped.reports, stopped.left > 0) == (2, True)
    assert outcomes(run("b.jsonl")) == (REPORTS - 2, 2, 0, 0)


@pytest.mark.parametrize(
    ("text", "limits", "reason"),
    [
        ("hang", Limits(seconds=0.3, bytes_a_second=None), "it took more than 3 s by the clock: "),
        ("swell", Limits(memory=500_000_000), "it took more than 500 MB of memory: "),
    ],
)
def test_an_input_that_takes_too_much_is_refused_and_the_others_are_read(
    text: str, limits: Limits, reason: str
) -> None:
    write_lines(Path("b.jsonl"), "The mayor said so.", f"They {text}.", "The minister said so.")
    summary = run("b.jsonl", limits=limits)
    assert outcomes(summary) == (2, 0, 1, 0)
    [refused] = summary.rejects
    assert refused.input == "b.jsonl at byte 31"
    assert refused.reason.startswith(reason)
