"""A cluster that was started by itself, and joined by `sayso read --address`."""

from __future__ import annotations

import io
import json
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.commands import SAME, SAYSO
from sayso.export import write_jsonl
from sayso.ledger import Ledger

pytestmark = pytest.mark.slow

_STARTED = b"Ray runtime started"
_PATIENCE = 120
"""Seconds that a cluster may take to end."""


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    """In which sayso is found by processes that start elsewhere, and a cluster lets them in."""
    token = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
    return {**SAME, **token, "RAY_worker_niceness": "0"}


@pytest.fixture(scope="module")
def head(environment: dict[str, str]) -> Iterator[str]:
    """The address of a cluster of two processors, which ends when this module does.

    It is ended by itself: `ray stop` would end those of others on this machine, too.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # Names of its sockets would be too long below the folder of a test.
    scratch = tempfile.mkdtemp(prefix="ray-", dir="/tmp")
    ray = shutil.which("ray", path=Path(sys.executable).parent)
    assert ray is not None, "Ray has no command beside this Python"
    options = {"port": port, "num-cpus": 2, "temp-dir": scratch}
    options |= {"object-store-memory": 200_000_000, "include-dashboard": "false"}
    command = [ray, "start", "--head", "--block", "--disable-usage-stats"]
    command += [f"--{name}={value}" for name, value in options.items()]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as started:  # noqa: S603
        try:
            assert started.stdout is not None
            assert any(_STARTED in line for line in started.stdout), "no cluster starts"
            yield f"127.0.0.1:{port}"
        finally:
            started.send_signal(signal.SIGTERM)
            started.wait(_PATIENCE)
            shutil.rmtree(scratch, ignore_errors=True)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    texts = (
        f"The harbour master of Sel denied on Monday that quay {number} was closed. “Nothing is"
        f" shut,” she told {number + 2} reporters."
        for number in range(12)
    )
    lines = (json.dumps({"text": text}) + "\n" for text in texts)
    (tmp_path / "reports.jsonl").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def read(folder: Path, environment: dict[str, str], *options: str) -> None:
    command = (*SAYSO, "read", "reports.jsonl", *options)
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603
    told = f"{ended.stdout.decode()}{ended.stderr.decode()}"
    assert ended.returncode == 0, told
    assert "Read 12 reports" in told


def held(ledger: Path) -> str:
    stream = io.StringIO()
    with Ledger(ledger, mode="read") as book:
        write_jsonl(book.records(), stream)
    return stream.getvalue()


def test_a_cluster_at_an_address_reads_and_links(
    head: str, reports: Path, environment: dict[str, str]
) -> None:
    read(reports, environment, "--ledger", "local.db")
    joining = ("--engine", "ray", "--address", head)
    read(reports, environment, *joining, "--ledger", "joined.db", "--out", "records")
    assert held(reports / "joined.db") == held(reports / "local.db")
    assert len([*(reports / "records" / "statements").iterdir()]) > 1
    assert (reports / "records" / "linked.json").exists()
