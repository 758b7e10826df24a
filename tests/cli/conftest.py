import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import typer

from sayso.cli import main
from sayso.ledger import Ledger
from tests.claim_samples import write_joined
from tests.custody_samples import write_kept
from tests.pipeline.fakes import first_line_read, load_nothing
from tests.samples import gazette, herald, refused


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Sayso = Callable[..., Ended]

_command = cache(typer.main.get_command)
"""To put all commands together takes longer than most of them."""


@pytest.fixture(autouse=True)
def _quick_processes(request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("quick_processes")


@pytest.fixture
def sayso(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Sayso]:
    """Runs a command line in an empty folder of its own."""

    def run(*words: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["sayso", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Ended(int(ended.value.code or 0), printed.out, printed.err)

    monkeypatch.setattr("typer.main.get_command", _command)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    before = signal.getsignal(signal.SIGPIPE)
    yield run
    signal.signal(signal.SIGPIPE, before)


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has `sayso read` take the first line of a report for all that is said in it."""
    monkeypatch.setattr("sayso.pipeline.run.read_input", first_line_read)
    monkeypatch.setattr("sayso.pipeline.run.load_engine", load_nothing)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A ledger with two reports and a reject, where the commands look for it."""
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(herald())
        ledger.add(gazette())
        ledger.add_reject(refused())
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A ledger with two reports, their bytes and claims, where the commands look for it."""
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        write_kept(ledger)
        write_joined(ledger)
    return path
