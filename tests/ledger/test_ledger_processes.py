import os
import signal
import time
from collections.abc import Iterator
from multiprocessing.context import BaseContext
from multiprocessing.pool import Pool
from pathlib import Path

import pytest

from sayso.ledger import Ledger, verify
from sayso.model import LedgerError, Reading
from tests.samples import authors_word, herald, reading_of, report

REPORTS = 60


def numbered(number: int) -> Reading:
    of = report(f"Report {number}. Ships left.")
    sentences = (authors_word(of, f"Report {number}."), authors_word(of, "Ships left."))
    return reading_of(of, *sentences)


def write_all(path: Path) -> int:
    with Ledger(path) as ledger:
        return sum(ledger.add(numbered(number)) for number in range(REPORTS))


def read_until_all(path: Path) -> list[tuple[int, int]]:
    """What a reader sees, again and again: how many reports, how many statements."""
    seen = [(0, 0)]
    deadline = time.monotonic() + 60
    with Ledger(path, mode="read") as ledger:
        while seen[-1][0] < REPORTS and time.monotonic() < deadline:
            counts = ledger.counts()
            seen.append((counts.reports, counts.statements))
    return seen


def write_and_die(path: Path) -> None:
    ledger = Ledger(path)
    ledger.add(numbered(1))
    with ledger.writing() as connection:
        connection.exec_driver_sql("DELETE FROM statements")
        os.kill(os.getpid(), signal.SIGKILL)


def open_once(path: Path) -> bool:
    with Ledger(path) as ledger:
        return ledger.add(herald())


@pytest.fixture
def pool(nursery: BaseContext) -> Iterator[Pool]:
    with nursery.Pool(3) as pool:
        yield pool
        pool.close()
        pool.join()


def test_readers_read_whole_reports_while_one_writes(tmp_path: Path, pool: Pool) -> None:
    path = tmp_path / "sayso.db"
    Ledger(path).close()
    readers = [pool.apply_async(read_until_all, [path]) for _ in range(2)]
    assert pool.apply(write_all, [path]) == REPORTS
    for reader in readers:
        seen = reader.get()
        assert seen[-1] == (REPORTS, 2 * REPORTS)
        assert all(statements == 2 * reports for reports, statements in seen)
        assert seen == sorted(seen)


def test_a_ledger_that_several_make_at_once_is_made_once(tmp_path: Path, pool: Pool) -> None:
    for attempt in range(5):
        path = tmp_path / f"{attempt}.db"
        assert sorted(pool.map(open_once, [path] * 3)) == [False, False, True]
        with Ledger(path, mode="read") as ledger:
            assert list(verify(ledger)) == []


def test_a_crash_loses_nothing_that_was_committed(tmp_path: Path, nursery: BaseContext) -> None:
    path = tmp_path / "sayso.db"
    writer = nursery.Process(target=write_and_die, args=[path])  # type: ignore[attr-defined]
    writer.start()
    writer.join()
    assert writer.exitcode == -signal.SIGKILL
    with Ledger(path, mode="read") as ledger:
        assert len(ledger.reading(numbered(1).report.id).statements) == 2
        assert list(verify(ledger)) == []
    with Ledger(path) as ledger:
        assert not ledger.add(numbered(1))
        assert ledger.add(numbered(2))


def test_a_writer_waits_for_another_only_so_long(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as busy, Ledger(path, timeout=0.1) as waiting:
        with busy.writing():
            with pytest.raises(LedgerError, match=r"sayso\.db: another process is writing to it"):
                waiting.add(herald())
            assert waiting.counts().reports == 0  # reading goes on
        assert waiting.add(herald())
