import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sayso.ledger import Ledger, Mode, verify
from sayso.ledger.versions import SCHEMA
from sayso.model import LedgerError, LedgerNotFound, LedgerReadOnly, LedgerTooNew
from tests.samples import gazette, herald, reading_of, refused, report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(herald())
    return path


def by_hand(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def text_file(path: Path) -> None:
    path.write_text("The Herald reported nothing. " * 50)


def short_file(path: Path) -> None:
    path.write_bytes(b"\x00\x01")


def other_database(path: Path) -> None:
    by_hand(path, "CREATE TABLE things (name)")


def database_without_version(path: Path) -> None:
    Ledger(path).close()
    by_hand(path, "DELETE FROM ledger_version")


def database_of_odd_version(path: Path) -> None:
    Ledger(path).close()
    by_hand(path, "UPDATE ledger_version SET version_num = 'ae10'")


@pytest.mark.parametrize("mode", ["write", "read"])
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (Path.mkdir, "is a folder: give a file, such as .*sayso.db"),
        (text_file, "it is not a sayso ledger"),
        (short_file, "it is not a sayso ledger"),
        (other_database, "is a database, but not a sayso ledger: give another"),
        (database_without_version, "does not say which schema it has"),
        (database_of_odd_version, "does not say which schema it has"),
    ],
)
def test_what_is_no_ledger_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], message: str, mode: Mode
) -> None:
    path = tmp_path / "other"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=message) as raised:
        Ledger(path, mode=mode)
    assert str(path) in str(raised.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_missing_ledger_is_made_for_writing_only(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with pytest.raises(LedgerNotFound, match=r"there is no ledger .*sayso\.db"):
        Ledger(path, mode="read")
    assert not path.exists()
    Ledger(path).close()
    Ledger(path, mode="read").close()


@pytest.mark.parametrize(("mode", "error"), [("write", LedgerError), ("read", LedgerNotFound)])
def test_a_missing_folder_is_told(tmp_path: Path, mode: Mode, error: type[LedgerError]) -> None:
    with pytest.raises(error, match=f"there is no folder {tmp_path / 'none'}"):
        Ledger(tmp_path / "none" / "sayso.db", mode=mode)
    assert not (tmp_path / "none").exists()


def test_an_empty_file_becomes_a_ledger_when_written(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    path.touch()
    with pytest.raises(LedgerError, match="is empty, not a sayso ledger"):
        Ledger(path, mode="read")
    with Ledger(path) as ledger:
        assert ledger.add(herald())


@pytest.mark.parametrize(
    "name", ["a b.db", "50%.db", "what?.db", "#1.db", "þ.db", "file:x?mode=ro"]
)
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    with Ledger(tmp_path / name) as ledger:
        ledger.add(herald())
    assert (tmp_path / name).is_file()
    with Ledger(str(tmp_path / name), mode="read") as ledger:
        assert herald().report.id in ledger


def test_a_relative_path_is_one_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Ledger("sayso.db").close()
    assert (tmp_path / "sayso.db").is_file()


def test_what_is_opened_for_reading_is_not_written(path: Path) -> None:
    with Ledger(path, mode="read") as ledger:
        with pytest.raises(LedgerReadOnly, match="opened for reading only"):
            ledger.add(gazette())
        with pytest.raises(LedgerReadOnly, match="opened for reading only"):
            ledger.add_reject(refused())


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_place_without_permission_is_not_opened_for_writing(
    path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = {"file": path, "folder": path.parent}[what]
    allow(monkeypatch, lambda place, kind: not (place == closed and kind == os.W_OK))
    with pytest.raises(LedgerReadOnly, match="may not be written: give another ledger"):
        Ledger(path)
    with Ledger(path, mode="read") as ledger:
        assert herald().report.id in ledger
        assert list(verify(ledger)) == []


def test_a_file_that_may_not_be_read_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(monkeypatch, lambda place, kind: not (place == path and kind == os.R_OK))
    with pytest.raises(LedgerError, match="may not be read: ask for permission"):
        Ledger(path, mode="read")


def allow(monkeypatch: pytest.MonkeyPatch, rule: Callable[[Path, int], bool]) -> None:
    """Let `rule` decide on access: the superuser, whom tests may run as, has it everywhere."""
    monkeypatch.setattr(os, "access", lambda place, kind: rule(Path(place), kind))


def test_a_ledger_that_becomes_read_only_says_so_when_written(path: Path) -> None:
    with Ledger(path) as ledger:
        with ledger.snapshot() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(LedgerReadOnly, match="it is read-only; nothing was written"):
            ledger.add(gazette())


def test_a_ledger_that_goes_while_it_is_open_says_so_when_written(path: Path) -> None:
    with Ledger(path) as ledger:
        shutil.rmtree(path.parent)
        with pytest.raises(LedgerNotFound, match="was moved or deleted while it was open"):
            ledger.add(gazette())


def test_a_ledger_on_a_read_only_disk_is_read_without_files_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(monkeypatch, lambda _, kind: kind != os.W_OK)
    with Ledger(path, mode="read") as ledger:
        assert list(ledger.reports()) == [herald().report]
        assert list(path.parent.iterdir()) == [path]


def test_reading_leaves_the_file_and_nothing_beside_it(path: Path) -> None:
    before = path.read_bytes()
    with Ledger(path, mode="read") as ledger:
        assert len(list(ledger.statements())) == 6
        assert list(verify(ledger)) == []
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_schema_is_refused(path: Path) -> None:
    by_hand(path, "UPDATE ledger_version SET version_num = '9999'")
    modes: tuple[Mode, ...] = ("write", "read")
    for mode in modes:
        with pytest.raises(LedgerTooNew, match=rf"has schema 9999, .* up to {SCHEMA}: use a"):
            Ledger(path, mode=mode)


def test_a_full_disk_is_told(path: Path) -> None:
    with Ledger(path) as ledger:
        with ledger.snapshot() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        large = reading_of(report("word " * 9_000))
        with pytest.raises(LedgerError, match="the disk is full; nothing was written"):
            ledger.add(large)
