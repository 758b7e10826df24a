"""The log on the error stream: what operators get, and what no log may hold."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.telemetry import logs
from sayso.telemetry.logs import LogFormat
from tests.cli.conftest import Ended, Sayso

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
READ = ("2023-05-10-harbour-courier-crates.txt", "2023-05-09-radio-karven-interior-minister.html")


@pytest.fixture(autouse=True)
def _off_again() -> Iterator[None]:
    yield
    logs.set_up(LogFormat.OFF)


def events(ended: Ended) -> list[dict[str, object]]:
    return [json.loads(line) for line in ended.err.splitlines()]


def test_people_are_told_as_ever_where_there_is_no_log(sayso: Sayso) -> None:
    ended = sayso("claims", "--ledger", "nowhere.db")
    assert ended.code == 3
    assert ended.err.startswith("sayso: there is no ledger")


def test_an_error_is_a_line_of_the_log(sayso: Sayso) -> None:
    ended = sayso("--log", "json", "claims", "--ledger", "nowhere.db")
    assert ended.code == 3
    [line] = events(ended)
    assert line["event"] == "command_failed"
    assert line["error"] == "LedgerNotFound"
    assert line["exit_code"] == 3


def test_the_environment_turns_the_log_on(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LOG", "text")
    monkeypatch.setenv("SAYSO_LOG_LEVEL", "error")
    told = sayso("claims", "--ledger", "nowhere.db").err
    assert re.fullmatch(r"\S+Z ERROR   sayso\.cli command_failed error=LedgerNotFound .*\n", told)
    monkeypatch.setenv("SAYSO_LOG", "loudly")
    assert sayso("claims", "--ledger", "nowhere.db").code == 2


def test_what_is_written_to_the_output_is_the_same(sayso: Sayso, filled: Path) -> None:
    assert filled.exists()
    assert sayso("--log", "json", "reports").out == sayso("reports").out


@pytest.mark.slow
def test_a_ledger_that_is_made_is_in_the_log(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes(b"\0\1\2")
    logged = events(sayso("--log", "json", "read", "c.txt", "--quiet", "--no-link", "--jobs", "1"))
    told = {line["event"]: line for line in logged}
    assert told["ledger_made"]["old"] == 0
    assert told["input_rejected"]["input"] == "c.txt"
    assert told["run_ended"]["rejects"] == 1


@pytest.mark.slow
def test_no_log_holds_words_of_reports_or_secrets(sayso: Sayso, tmp_path: Path) -> None:
    for name in READ:
        (tmp_path / name).write_bytes((REPORTS / name).read_bytes())
    address = "http://ana:hunter2@127.0.0.1:9/a?key=sesame"
    ended = sayso("--log", "json", "--log-level", "debug", "read", *READ, address, "--jobs", "1")
    told = {line["event"]: line for line in events(ended)}
    assert {"run_started", "report_read", "page_fetched", "input_rejected", "round_linked"} <= set(
        told
    )
    assert told["run_ended"]["reports"] == len(READ)
    assert "hunter2" not in ended.err
    assert "sesame" not in ended.err
    logged = f" {' '.join(re.findall(r'[a-z]+', ended.err.lower()))} "
    with Ledger(tmp_path / "sayso.db", mode="read") as book:
        texts = [report.text for report in book.reports()]
    for text in texts:
        words = re.findall(r"[a-z]+", text.lower())
        threes = {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}
        assert not [three for three in threes if f" {three} " in logged]
