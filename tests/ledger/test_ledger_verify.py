import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sayso.ledger import Ledger, Problem, RawStore, verify
from tests.claim_samples import write_joined
from tests.custody_samples import DELETED, acquisition
from tests.ledger import damage, damage_to_claims, damage_to_custody, damage_to_events
from tests.samples import gazette, herald, reading_of, refused, report


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "sayso.db"
    passing = reading_of(report("A passing word."))
    with Ledger(path) as ledger:
        ledger.add(herald())
        ledger.add(gazette())
        ledger.add_reject(refused())
        write_joined(ledger)
        ledger.raw.put(herald().report.text.encode())
        for each in damage_to_custody.ACQUIRED:
            ledger.add_acquisition(each)
        ledger.add(passing)
        ledger.delete(passing.report.id, **DELETED)
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / made.name


def test_a_sound_ledger_has_no_problem(path: Path) -> None:
    with Ledger(path) as ledger:
        assert list(verify(ledger)) == []
        assert list(verify(ledger)) == []
    with Ledger(path, mode="read") as ledger:
        assert list(verify(ledger)) == []


DAMAGE = (
    damage.DAMAGE | damage_to_events.DAMAGE | damage_to_claims.DAMAGE | damage_to_custody.DAMAGE
)
IDS = damage.IDS | damage_to_claims.IDS | damage_to_custody.IDS


@pytest.mark.parametrize("what", DAMAGE)
def test_each_kind_of_damage_is_found(path: Path, what: str) -> None:
    by_hand, (record, kind, words) = DAMAGE[what]
    with closing(sqlite3.connect(path)) as connection:
        for statement in by_hand.split("; "):
            connection.execute(statement, IDS)
        connection.commit()
    with Ledger(path, mode="read") as ledger:
        problems = list(verify(ledger))
    fitting = [each for each in problems if (each.record, each.kind) == (record, kind)]
    assert any(words in each.message for each in fitting), problems


TABLES = (
    "reports statements events participants relations actors places times rejects"
    " claims members origins links judgements acquisitions deletions"
).split()


@pytest.mark.parametrize("table", TABLES)
def test_a_damaged_page_is_found(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        where = "SELECT rootpage - 1 FROM sqlite_master WHERE name = ?"
        ((page,),) = connection.execute(where, [table])
        ((size,),) = connection.execute("PRAGMA page_size")
    raw = bytearray(path.read_bytes())
    raw[page * size : page * size + 40] = b"\xff" * 40
    path.write_bytes(raw)
    with Ledger(path, mode="read") as ledger:
        assert ("ledger", "file") in {(each.record, each.kind) for each in verify(ledger)}


def test_verifying_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with Ledger(path) as ledger:
        list(verify(ledger))
    assert path.read_bytes() == before


def replace_by_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


RAW_DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "raw bytes gone": (Path.unlink, "are not kept"),
    "raw bytes cut short": (lambda file: file.write_bytes(file.read_bytes()[:-1]), "other bytes"),
    "raw bytes of another": (lambda file: file.write_bytes(b"another"), "other bytes"),
    "a folder in place of raw bytes": (replace_by_folder, "raw bytes at"),
}


@pytest.mark.parametrize("what", RAW_DAMAGE)
def test_damage_to_raw_bytes_is_found(path: Path, what: str) -> None:
    by_hand, words = RAW_DAMAGE[what]
    [kept] = (file for file in path.with_suffix(".raw").rglob("*") if file.is_file())
    by_hand(kept)
    with Ledger(path, mode="read") as ledger:
        [problem] = verify(ledger)
    assert (problem.record, problem.kind) == (herald().report.id, "raw")
    assert words in problem.message


def test_raw_bytes_that_were_never_kept_are_no_problem(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add_acquisition(acquisition(gazette().report))
        assert list(verify(ledger)) == []


def test_damage_to_raw_bytes_of_no_report_is_found(path: Path) -> None:
    with Ledger(path) as ledger:
        left = ledger.raw.put(b"left by a run that was stopped")
        assert list(verify(ledger)) == []
        assert isinstance(ledger.raw, RawStore)
        (ledger.raw.folder / left[:2] / left).write_bytes(b"")
        [problem] = verify(ledger)
    assert (problem.record, problem.kind) == (left, "raw")


def test_bytes_kept_before_a_deletion_need_not_be_there(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.delete(herald().report.id, **DELETED)
        ledger.add(herald(), acquisition(herald().report))
        assert list(verify(ledger)) == []


def test_each_sound_report_is_held_against_its_raw_bytes(path: Path) -> None:
    with Ledger(path, mode="read") as ledger:
        found = list(verify(ledger, lambda report, raw: [f"{len(raw)} bytes of {report.title}"]))
    size = len(herald().report.text.encode())
    assert found == [Problem(herald().report.id, "raw", f"{size} bytes of Strike denied")]
