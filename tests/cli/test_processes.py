"""The command line as a process of its own: signals, pipes, exit codes, start-up."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.cli.conftest import Ended, Sayso
from tests.samples import herald

PLAIN = "from sayso.cli import main; main()"
SLOW = (
    "from sayso.pipeline import batch, run;"
    " from tests.pipeline.fakes import load_nothing, read_slowly;"
    f" batch._SECONDS, run.read_input, run.load_engine = 0, read_slowly, load_nothing; {PLAIN}"
)
REPORTS = 60
"""What two slow readers need a quarter of a minute for: a signal comes long before their end."""
PATIENCE = 60
"""Seconds for what takes one; more than that tells of a process that does not end."""


def start(*words: str, program: str = PLAIN, cwd: Path) -> subprocess.Popen[str]:
    """The command in a process group of its own, as a shell would start it."""
    paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": paths},
        start_new_session=True,
    )


def run(*words: str, program: str = PLAIN, cwd: Path) -> tuple[int, str, str]:
    with start(*words, program=program, cwd=cwd) as process:
        out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(REPORTS):
        (folder / f"{number:03}.txt").write_text(f"Report {number} says so.\n")
    Ledger(tmp_path / "sayso.db").close()
    return tmp_path


def wait_for_reports(ledger: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if reports_in(ledger):
            return
        time.sleep(0.02)
    pytest.fail("nothing was read")


def reports_in(ledger: Path) -> int:
    with Ledger(ledger, mode="read") as book:
        return book.counts().reports


@pytest.mark.parametrize(
    ("kind", "jobs"),
    [
        (signal.SIGINT, "2"),
        pytest.param(signal.SIGINT, "1", marks=pytest.mark.slow),
        pytest.param(signal.SIGTERM, "1", marks=pytest.mark.slow),
        pytest.param(signal.SIGTERM, "2", marks=pytest.mark.slow),
    ],
)
@pytest.mark.usefixtures("fast")
def test_a_run_stops_at_a_signal_and_goes_on_when_run_again(
    sayso: Sayso, reports: Path, kind: signal.Signals, jobs: str
) -> None:
    ledger = reports / "sayso.db"
    command = ("read", "reports", "--jobs", jobs)
    with start(*command, program=SLOW, cwd=reports) as process:
        wait_for_reports(ledger)
        if kind is signal.SIGINT:
            os.killpg(process.pid, kind)  # as a terminal does
        else:
            process.send_signal(kind)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (130, "")
    assert "run the same command again to go on" in " ".join(out.split())
    assert reports_in(ledger) < REPORTS
    assert sayso(*command).code == 0
    assert reports_in(ledger) == REPORTS


@pytest.mark.slow
@pytest.mark.usefixtures("fast")
def test_a_run_that_was_killed_goes_on_when_run_again(sayso: Sayso, reports: Path) -> None:
    command = ("read", "reports", "--jobs", "2", "--quiet")
    with start(*command, program=SLOW, cwd=reports) as process:
        wait_for_reports(reports / "sayso.db")
        process.kill()
    assert sayso(*command) == Ended(0, "", "")
    assert sayso("read", "reports", "--ledger", "whole.db").code == 0
    assert sayso("export") == sayso("export", "--ledger", "whole.db")
    assert sayso("verify").code == 0


def test_export_into_a_pipe_that_closes_ends_quietly(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as book:
        book.add(herald())
    with start("export", cwd=tmp_path) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""


def test_looking_at_a_ledger_loads_no_language_engine(tmp_path: Path) -> None:
    program = "import sys, sayso.cli; print({'spacy', 'numpy'} & set(sys.modules))"
    assert run(program=program, cwd=tmp_path) == (0, "set()\n", "")


def test_a_read_only_ledger_is_told_and_nothing_is_read(reports: Path) -> None:
    ledger = reports / "sayso.db"
    ledger.chmod(0o400)
    program = f"import os; os.access = lambda path, mode: mode != os.W_OK; {PLAIN}"
    code, out, err = run("read", "reports", program=program, cwd=reports)
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "may not be written" in err
