"""Waiting for another writer is measured; a ledger that is brought up to date is told."""

import threading
import time
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.telemetry import storing
from sayso.telemetry.registry import REGISTRY
from tests.ledger.test_ledger_schema import of_schema
from tests.samples import gazette, herald

HELD = 0.5


def waited() -> float:
    return REGISTRY.get_sample_value("sayso_writer_wait_seconds_sum") or 0.0


def test_a_writer_that_waits_for_another_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(storing, "_LONG_WAIT", HELD / 2)
    path = tmp_path / "a.db"
    holds = threading.Event()
    Ledger(path).close()

    def hold() -> None:
        with Ledger(path) as ledger, ledger.writing():
            holds.set()
            time.sleep(HELD)

    holder = threading.Thread(target=hold)
    holder.start()
    assert holds.wait(10)
    before = waited()
    with Ledger(path) as ledger:
        ledger.add(herald())
    holder.join()
    assert waited() - before > HELD / 2
    [line] = [each for each in caplog.records if each.msg == "writer_waited"]
    assert vars(line)["seconds"] > HELD / 2


def test_a_writer_alone_does_not_wait(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.add(herald())
        ledger.add(gazette())
    assert not [each for each in caplog.records if each.msg == "writer_waited"]


def test_a_migration_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "sayso")
    Ledger(of_schema(4, tmp_path / "a.db")).close()
    [line] = [each for each in caplog.records if each.msg == "ledger_migrated"]
    assert vars(line)["old"] == 4
    assert vars(line)["new"] > 4


def test_a_ledger_that_is_made_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "sayso")
    for _ in range(2):
        Ledger(tmp_path / "a.db").close()
    assert [each.msg for each in caplog.records if each.name == "sayso.ledger"] == ["ledger_made"]
