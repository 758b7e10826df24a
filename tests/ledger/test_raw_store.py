import os
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Ledger, RawStore
from sayso.model import LedgerError, RawDamaged, RawMissing
from sayso.model.ids import sha256_hex

RAW = b"No one was hurt.\r\n\0\xff"
SHA256 = sha256_hex(RAW)


@pytest.fixture
def store(tmp_path: Path) -> RawStore:
    return RawStore(tmp_path / "sayso.raw")


def test_bytes_are_kept_under_their_hash(store: RawStore) -> None:
    assert SHA256 not in store
    assert list(store.hashes()) == []
    assert store.put(RAW) == SHA256
    assert SHA256 in store
    assert store.get(SHA256) == RAW
    assert (store.folder / SHA256[:2] / SHA256).read_bytes() == RAW


def test_bytes_that_are_there_are_not_written_again(store: RawStore) -> None:
    store.put(RAW)
    place = store.folder / SHA256[:2] / SHA256
    os.utime(place, (0, 0))
    assert store.put(RAW) == SHA256
    assert place.stat().st_mtime == 0


def test_hashes_come_in_order_and_none_of_what_is_unfinished(store: RawStore) -> None:
    kept = sorted(store.put(bytes([number])) for number in range(40))
    left = store.folder / kept[0][:2] / f".{kept[0]}.left"
    left.write_bytes(b"x")
    (store.folder / "README").write_text("not ours")
    assert list(store.hashes()) == kept


def test_what_is_deleted_is_gone_with_what_was_unfinished(store: RawStore) -> None:
    store.put(RAW)
    left = store.folder / SHA256[:2] / f".{SHA256}.left"
    left.write_bytes(RAW[:5])
    assert store.delete(SHA256)
    assert not store.delete(SHA256)
    assert SHA256 not in store
    assert not left.exists()
    assert not RawStore(store.folder / "nowhere").delete(SHA256)


def test_missing_and_damaged_bytes_are_told_apart(store: RawStore) -> None:
    with pytest.raises(RawMissing, match=SHA256):
        store.get(SHA256)
    store.put(RAW)
    (store.folder / SHA256[:2] / SHA256).write_bytes(RAW + b"!")
    with pytest.raises(RawDamaged, match="other bytes"):
        store.get(SHA256)


@pytest.mark.parametrize(
    "name", ["", "ab", SHA256.upper(), "../" * 20 + "etc/passwd", f"{SHA256}\n"]
)
def test_nothing_but_a_hash_names_a_file(store: RawStore, name: str) -> None:
    for act in (store.get, store.delete, store.__contains__):
        with pytest.raises(LedgerError, match="is no SHA-256"):
            act(name)


def test_what_the_disk_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "sayso.raw").write_text("a file stands in the way")
    with pytest.raises(LedgerError, match=r"raw bytes at .*sayso\.raw"):
        RawStore(tmp_path / "sayso.raw").put(RAW)


@pytest.mark.parametrize(
    ("ledger", "folder"),
    [
        ("sayso.db", "sayso.raw"),
        ("a b.sqlite", "a b.sqlite.raw"),
        ("x", "x.raw"),
        ("x.raw", "x.raw.raw"),
    ],
)
def test_the_store_of_a_ledger_is_beside_it(tmp_path: Path, ledger: str, folder: str) -> None:
    with Ledger(tmp_path / ledger) as book:
        assert book.raw == RawStore(tmp_path / folder)
    assert not (tmp_path / folder).exists()


def put_all(store: RawStore) -> None:
    for number in range(50):
        store.put(b"%d" % number)


def test_processes_may_put_the_same_at_once(store: RawStore) -> None:
    context = get_context("fork")
    workers = [context.Process(target=put_all, args=(store,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        assert worker.exitcode == 0
    assert {store.get(each) for each in store.hashes()} == {b"%d" % number for number in range(50)}
    assert not [path for path in store.folder.rglob(".*") if path.is_file()]


@given(st.binary())
def test_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    store = RawStore(tmp_path_factory.getbasetemp() / "any.raw")
    assert store.get(store.put(raw)) == raw
