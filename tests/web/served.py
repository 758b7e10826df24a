"""`sayso serve` as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@dataclass(frozen=True)
class Served:
    """A reading room at `address`; `entrance` logs in."""

    process: subprocess.Popen[str]
    address: str
    entrance: str


def sayso() -> list[str]:
    """The command line, whether the package is installed or not."""
    return [sys.executable, "-c", "from sayso.cli import main; main()"]


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[Served]:
    """A reading room over `ledger` on a free port."""
    # Alone, so that a signal for it is none for the tests.
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*sayso(), "serve", "--ledger", str(ledger), "--port", "0", *options],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    )
    with process:
        assert process.stdout is not None
        entrance = process.stdout.readline().strip()
        try:
            yield Served(process, entrance.partition("log-in")[0], entrance)
        finally:
            process.send_signal(signal.SIGINT)
