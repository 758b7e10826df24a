"""`sayso serve` as operators run it: a process with a log, health and metrics, ended by SIGTERM."""

import json
import signal
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from sayso.ledger import Ledger
from tests.cli.test_processes import start
from tests.samples import herald

_REQUESTS = "sayso_http_request_seconds"
WORDS = ("--log", "json", "serve", "--read-only", "--port", "0", "--metrics", "0")


def had(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310 - our own
        told: str = answer.read().decode()
    return told


def seen(address: str) -> dict[str, Metric]:
    """The metrics, once a request is among them: it is seen after it is answered."""
    for _ in range(100):
        told = {each.name: each for each in text_string_to_metric_families(had(address))}
        if told[_REQUESTS].samples:
            return told
        time.sleep(0.1)
    pytest.fail("no request was seen")


def test_a_service_is_asked_how_it_is_and_ended(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(herald())
    with start(*WORDS, cwd=tmp_path) as process:
        assert process.stdout
        assert process.stderr
        address = process.stdout.readline().strip()
        metrics, opened = (json.loads(process.stderr.readline()) for _ in range(2))
        assert had(f"{address}readyz") == "ok\n"
        told = seen(metrics["at"])
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=30)
    assert time.monotonic() - began < 20
    assert process.returncode == 130
    assert (metrics["event"], opened["event"]) == ("metrics_told", "room_opened")
    assert opened["at"] == address
    assert told["sayso_ledger_reports"].samples[0].value == 1
    assert {each.labels["route"] for each in told[_REQUESTS].samples} == {"/readyz"}
    assert json.loads(err.splitlines()[-1])["event"] == "room_closed"
