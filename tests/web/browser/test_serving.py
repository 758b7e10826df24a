"""`sayso serve` as a process: where it listens, and how it ends."""

import signal
import socket
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from tests.web.served import sayso, served
from tests.web_room import written


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("served") / "sayso.db")


def refused(*words: str | Path) -> str:
    ended = subprocess.run(  # noqa: S603 - our own command
        [*sayso(), "serve", *words], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    return ended.stderr


@pytest.mark.slow
def test_it_listens_here_alone_and_ends_at_once(ledger: Path) -> None:
    with served(ledger) as room:
        assert room.address.startswith("http://127.0.0.1:")
        # A connection that stays open does not hold it.
        with httpx.Client() as client:
            answer = client.get(room.entrance)
            assert answer.status_code == 303
            assert "server" not in answer.headers
            began = time.monotonic()
            room.process.send_signal(signal.SIGINT)
            assert room.process.wait(10) == 130
            assert time.monotonic() - began < 5


@pytest.mark.slow
def test_a_port_that_is_taken_is_told(ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = refused("--ledger", ledger, "--port", str(taken.getsockname()[1]))
    assert "is taken" in told
    assert "--port" in told


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--host", "0.0.0.0"], "--tls-cert"),  # noqa: S104 - refused
        (["--host", "0.0.0.0", "--insecure-http"], "--people"),  # noqa: S104 - refused
        (["--host", "0.0.0.0", "--insecure-http", "--read-only"], "--name"),  # noqa: S104 - refused
        (["--host", "192.0.2.1", "--insecure-http", "--read-only"], "no address of this machine"),
        (["--read-only", "--people", "x.toml"], "leave out one"),
        (["--people", "x.toml"], "cannot be read"),
        (["--tls-cert", "x", "--tls-key", "y"], "no certificate and its key"),
    ],
)
def test_what_is_not_safe_is_refused(ledger: Path, options: list[str], told: str) -> None:
    assert told in refused("--ledger", ledger, *options)
