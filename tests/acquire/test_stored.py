"""Files in stores: found, opened and read as files on a disk are."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from sayso.acquire import (
    MAX_BYTES,
    Columns,
    Found,
    PartInput,
    StoredInput,
    acquire,
    find_inputs,
    is_container,
    parts_of,
)
from sayso.acquire.given import BytesInput
from sayso.acquire.stored import is_stored
from sayso.model import InputError
from tests.webhdfs import serving

TEXT = b"The mayor denied on Monday that the bridge was closed, the harbour office said."
ROWS = b'{"text": "The mayor said so."}\n{"text": "The mayor said no."}\n'


@pytest.fixture
def store() -> Iterator[MemoryFileSystem]:
    """A store in memory, in which nothing is but what a test puts there."""
    files = MemoryFileSystem()
    for name, raw in {
        "/crawl/a.txt": TEXT,
        "/crawl/b.jsonl": ROWS,
        "/crawl/deep/c.txt": TEXT,
        "/crawl/deep/.hidden.txt": TEXT,
        "/crawl/picture.png": b"",
        "/nameless": TEXT,
    }.items():
        files.pipe_file(name, raw)
    yield files
    files.rm("/", recursive=True)


def names(found: Found) -> list[str]:
    return [given.name for given in found.inputs]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("s3://bucket/a.txt", True),
        ("memory://a", True),
        ("file:///a.txt", True),
        ("https://a.example/", False),
        ("HTTP://a.example/", False),
        ("C://a.txt", False),
        ("reports/a.txt", False),
        ("-", False),
    ],
)
def test_addresses_of_stores_are_told_from_paths_and_pages(given: str, *, expected: bool) -> None:
    assert is_stored(given) is expected


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("url", "expected", "skipped"),
    [
        ("memory://crawl", ["/crawl/a.txt", "/crawl/b.jsonl", "/crawl/deep/c.txt"], 2),
        ("memory://crawl/*.txt", ["/crawl/a.txt"], 0),
        ("memory://crawl/**/c.*", ["/crawl/deep/c.txt"], 0),
        ("memory://nameless", ["/nameless"], 0),
        ("memory://crawl/picture.png", ["/crawl/picture.png"], 0),
    ],
)
def test_what_an_address_leads_to_is_found(url: str, expected: list[str], skipped: int) -> None:
    found = find_inputs([url])
    assert names(found) == [f"memory://{name}" for name in expected]
    assert (found.skipped, found.rejects) == (skipped, ())


@pytest.mark.usefixtures("store")
def test_files_in_stores_come_after_those_on_disk(tmp_path: Path) -> None:
    (tmp_path / "z.txt").touch()
    given = ["memory://crawl/a.txt", str(tmp_path / "z.txt"), "-", "memory://crawl/a.*"]
    found = find_inputs(given, stdin=io.BytesIO(TEXT))
    assert names(found) == [str(tmp_path / "z.txt"), "memory:///crawl/a.txt", "-"]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("memory://crawl/missing.txt", "nothing is called so"),
        ("memory://crawl/*.pdf", "nothing is called so"),
        ("nosuchstore://bucket/a.txt", "it cannot be reached: "),
    ],
)
def test_what_is_not_there_is_a_reject(url: str, reason: str) -> None:
    found = find_inputs(["memory://crawl/a.txt", url])
    assert names(found) == ["memory:///crawl/a.txt"]
    [reject] = found.rejects
    assert (reject.input, reject.stage) == (url, "find")
    assert reject.reason.startswith(reason)


@pytest.mark.usefixtures("store")
def test_a_stored_report_is_that_of_the_same_file_on_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    [stored] = find_inputs(["memory://crawl/a.txt"]).inputs
    [on_disk] = find_inputs([str(tmp_path / "a.txt")]).inputs
    one, other = acquire(stored), acquire(on_disk)
    assert one.report.uri == "memory:///crawl/a.txt"
    assert one.report.retrieved is not None
    assert (one.raw, one.acquisition.acquired_from) == (TEXT, other.acquisition.acquired_from)
    alike = replace(one.report, uri=other.report.uri, retrieved=other.report.retrieved)
    assert alike == other.report


@pytest.mark.parametrize("name", ["b.jsonl", "b.warc.gz"])
def test_stored_archives_are_taken_apart_as_on_disk(
    store: MemoryFileSystem, tmp_path: Path, name: str
) -> None:
    raw = ROWS if name == "b.jsonl" else _warc() + _warc()
    store.pipe_file(f"/crawl/{name}", raw)
    (tmp_path / name).write_bytes(raw)
    [stored] = find_inputs([f"memory://crawl/{name}"]).inputs
    [on_disk] = find_inputs([str(tmp_path / name)]).inputs
    assert isinstance(stored, StoredInput)
    assert is_container(stored)
    assert not isinstance(on_disk, BytesInput | PartInput)
    one = [acquire(part) for part in parts_of(stored, Columns()) if isinstance(part, BytesInput)]
    other = [acquire(part) for part in parts_of(on_disk, Columns()) if isinstance(part, PartInput)]
    assert [each.raw for each in one] == [each.raw for each in other]
    assert [each.report.text for each in one] == [each.report.text for each in other]
    assert {each.acquisition.container for each in one} == {f"memory:///crawl/{name}"}
    assert [each.acquisition.position for each in one] == [
        each.acquisition.position for each in other
    ]


def test_files_of_a_store_keep_its_host(tmp_path: Path) -> None:
    (tmp_path / "crawl").mkdir()
    (tmp_path / "crawl" / "a.txt").write_bytes(TEXT)
    with serving(tmp_path) as host:
        expected = [f"{host}/crawl/a.txt"]
        for url in (f"{host}/crawl", f"{host}/crawl/", f"{host}/crawl/*.txt", *expected):
            [stored] = find_inputs([url]).inputs
            assert [stored.name] == expected
            assert acquire(stored).raw == TEXT
        (tmp_path / "crawl" / "b.jsonl").write_bytes(ROWS)
        [table] = find_inputs([f"{host}/crawl/*.jsonl"]).inputs
        assert isinstance(table, StoredInput)
        assert len([*parts_of(table, Columns())]) == 2
        [reject] = find_inputs([f"{host}/missing.txt"]).rejects
    assert reject.reason == "nothing is called so"
    with pytest.raises(InputError, match="it cannot be reached: "):
        acquire(stored)


def test_what_a_name_does_not_tell_the_first_bytes_do(store: MemoryFileSystem) -> None:
    store.pipe_file("/unnamed", b"WARC/1.0\r\n")
    assert is_container(StoredInput("memory://unnamed", 10))
    assert not is_container(StoredInput("memory://nameless", 10))
    assert not is_container(StoredInput("memory://gone", 10))


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (StoredInput("memory://crawl/a.txt", MAX_BYTES + 1), "more than the 10.0 MB"),
        (StoredInput("memory://crawl/gone.txt", 5), "nothing is called so"),
        (StoredInput("memory://crawl/b.jsonl", 5), "which holds many reports"),
    ],
)
def test_what_cannot_be_read_is_refused(given: StoredInput, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        acquire(given)
    assert refused.value.stage == "read"


def _warc() -> bytes:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + TEXT
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/\r\n"
        "WARC-Date: 2031-05-01T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + page + b"\r\n\r\n")
