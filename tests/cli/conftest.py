import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.ledger import Ledger
from tests.claim_samples import write_joined
from tests.custody_samples import write_kept
from tests.samples import gazette, herald, refused


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Sayso = Callable[..., Ended]


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

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    before = signal.getsignal(signal.SIGPIPE)
    yield run
    signal.signal(signal.SIGPIPE, before)


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
