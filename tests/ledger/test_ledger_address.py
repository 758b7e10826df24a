import pickle
from pathlib import Path

import pytest

from sayso.ledger import FileAddress, Ledger, ServerAddress, address
from sayso.model import LedgerError


@pytest.mark.parametrize(
    ("given", "told", "name"),
    [
        ("sayso.db", "sayso.db", "sayso"),
        ("/news/strait.sqlite", "/news/strait.sqlite", "strait.sqlite"),
        (Path("a b.db"), "a b.db", "a b"),
        ("postgresql", "postgresql", "postgresql"),
        ("mysql://h/d", "mysql:/h/d", "d"),
        ("postgresql://h/d", "postgresql://h/d", "d"),
        ("postgres://u:secret@h:5433/d", "postgresql://u@h:5433/d", "d"),
        (
            "postgresql://u@/d?host=/run&password=secret&sslmode=require",
            "postgresql://u@/d?host=%2Frun&sslmode=require",
            "d",
        ),
    ],
)
def test_an_address_is_a_file_or_a_database(given: str | Path, told: str, name: str) -> None:
    meant = address(given)
    assert isinstance(meant, ServerAddress if told.startswith("postgresql:") else FileAddress)
    assert (str(meant), meant.name) == (told, name)
    assert "secret" not in f"{meant}{meant!r}"
    assert address(meant) == meant
    assert pickle.loads(pickle.dumps(meant)) == meant  # noqa: S301 - its own


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("postgresql://", "names no database: give it as postgresql://USER@HOST/DATABASE"),
        ("postgresql://u:secret@h", "names no database"),
        ("postgresql://u:secret@h/", "names no database"),
        ("postgresql://u:secret@h/a/b", "names no database"),
        ("postgresql://u:secret@h:port/d", "is no address of a PostgreSQL server: give it as"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_without_its_password(
    given: str, message: str
) -> None:
    with pytest.raises(LedgerError, match=message) as raised:
        address(given)
    assert "sec" not in str(raised.value)
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        ("news/sayso.db", "news/sayso.warc"),
        ("news/x", "news/x.warc"),
        ("postgresql://h/strait", "strait.warc"),
    ],
)
def test_the_folder_of_a_ledger_is_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert address(given).folder(".warc") == tmp_path / folder


def test_the_address_of_an_open_ledger_leads_there_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Ledger("sayso.db") as ledger:
        assert ledger.address == FileAddress(tmp_path / "sayso.db")
