import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.ledger import Ledger, verify
from tests.claim_samples import write_joined
from tests.ledger import damage, damage_to_claims, damage_to_events
from tests.samples import gazette, herald, refused


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(herald())
        ledger.add(gazette())
        ledger.add_reject(refused())
        write_joined(ledger)
    return path


def test_a_sound_ledger_has_no_problem(path: Path) -> None:
    with Ledger(path) as ledger:
        assert list(verify(ledger)) == []
        assert list(verify(ledger)) == []
    with Ledger(path, mode="read") as ledger:
        assert list(verify(ledger)) == []


DAMAGE = damage.DAMAGE | damage_to_events.DAMAGE | damage_to_claims.DAMAGE
IDS = damage.IDS | damage_to_claims.IDS


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
    " claims members origins links judgements"
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
