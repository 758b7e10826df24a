"""WACZ: the WARC files in a ZIP file, and what in one is not touched."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.acquire import BytesInput, Columns, FileInput, PartInput, parts_of
from sayso.model import InputError
from tests.acquire.archives.made import members, numbered, opened, parts, record, rejects

PAGES = numbered(3)


def wacz(*files: tuple[str, bytes], packing: int = ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", packing) as archive:
        for name, content in (("datapackage.json", b"{}"), *files, ("pages/pages.jsonl", b"{}")):
            archive.writestr(zipfile.ZipInfo(name), content, packing)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("packing", "content", "kind"),
    [
        (ZIP_STORED, members(PAGES), PartInput),
        (ZIP_STORED, b"".join(PAGES), PartInput),
        (ZIP_STORED, gzip.compress(b"".join(PAGES), mtime=0), BytesInput),
        (ZIP_DEFLATED, members(PAGES), BytesInput),
        (ZIP_DEFLATED, b"".join(PAGES), BytesInput),
    ],
)
def test_the_pages_of_a_wacz(
    tmp_path: Path, packing: int, content: bytes, kind: type[object]
) -> None:
    found = parts(wacz(("archive/data.warc.gz", content), packing=packing), "a.wacz", tmp_path)
    assert [type(part) for part in found] == [kind] * 3
    assert [b"silo %d" % number in each.raw for number, each in enumerate(opened(found))] == [
        True
    ] * 3
    how = opened(found)[0].provenance
    assert (how.container, how.position) == (f"file://{tmp_path}/a.wacz#archive/data.warc.gz", 0)
    assert opened(found)[1].name == (
        f"{tmp_path}/a.wacz#archive/data.warc.gz at byte {opened(found)[1].provenance.position} "
        "(https://courier.example/1)"
    )


@pytest.mark.parametrize(
    "content",
    [
        members(PAGES)[:-4],  # what follows in the ZIP file is no part of the last gzip member
        members(PAGES[:1]) + gzip.compress(PAGES[1] + PAGES[2], mtime=0),
        gzip.compress(PAGES[0] + PAGES[1], mtime=0) + members(PAGES[2:]),
    ],
    ids=["a member cut off", "a member of two records", "and it is the first"],
)
def test_each_record_is_the_same_when_opened_again(tmp_path: Path, content: bytes) -> None:
    found = opened(parts(wacz(("archive/data.warc.gz", content)), "a.wacz", tmp_path))
    assert [b"silo %d" % number in each.raw for number, each in enumerate(found)] == [True] * 3


def test_the_same_page_has_one_place_however_the_wacz_is_packed(tmp_path: Path) -> None:
    places = [
        [part.provenance for part in opened(parts(wacz(file, packing=packing), "a.wacz", tmp_path))]
        for packing in (ZIP_STORED, ZIP_DEFLATED)
        for file in [("archive/data.warc.gz", members(PAGES))]
    ]
    assert [one.position for one in places[0]] == [one.position for one in places[1]]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("archive/../../etc/a.warc", record(), "its name leads out of the archive"),
        ("archive/..\\a.warc", record(), "its name leads out of the archive"),
        ("archive/inner.wacz", wacz(("archive/a.warc", record())), "is not opened"),
        ("archive/inner.zip", b"PK", "is not opened"),
        ("archive/notes.txt", b"words", "it is no WARC file"),
    ],
)
def test_what_in_a_wacz_is_not_opened(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    found = parts(wacz((name, content), ("archive/z.warc", record())), "a.wacz", tmp_path)
    assert [reason in told for _, told in rejects(found)] == [True]
    assert len(opened(found)) == 1


def test_a_file_that_grows_without_measure_is_refused(tmp_path: Path) -> None:
    bomb = wacz(("archive/a.warc", record() + bytes(5_000_000)), packing=ZIP_DEFLATED)
    ((_, reason),) = rejects(parts(bomb, "a.wacz", tmp_path))
    assert reason == "it grows more than 200 times when unpacked, as no honest archive does"


def test_files_that_overlap_are_refused(tmp_path: Path) -> None:
    content = bytearray(wacz(("archive/a.warc", b"".join(PAGES)), ("archive/b.warc", b"")))
    entry = content.rindex(b"PK\1\2", 0, content.rindex(b"archive/b.warc"))
    first = content.index(b"PK\1\2", content.index(b"PK\1\2") + 1)
    content[entry + 16 : entry + 28] = content[first + 16 : first + 28]
    content[entry + 42 : entry + 46] = content[first + 42 : first + 46]
    with pytest.raises(InputError, match=r"overlap|no sound ZIP file"):
        parts(bytes(content), "a.wacz", tmp_path)


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    content = bytearray(wacz(("archive/a.warc", record())))
    at = content.rindex(b"PK\1\2", 0, content.rindex(b"archive/a.warc"))
    content[at + 8 : at + 10] = struct.pack("<H", 1)
    assert rejects(parts(bytes(content), "a.wacz", tmp_path))[0][1] == "it is encrypted"


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"no archive at all", wacz()[:-30]])
def test_what_is_no_zip_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError, match="it is no sound ZIP file") as refused:
        parts(content, "a.wacz", tmp_path)
    assert refused.value.stage == "read"


def test_places_before_the_beginning_are_refused(tmp_path: Path) -> None:
    content = bytearray(wacz(("archive/a.warc", record())))
    at = content.rindex(b"PK\5\6") + 16
    content[at : at + 4] = struct.pack("<I", 0x7000_0000)
    with suppress(InputError):  # or the file as a whole is refused
        ((_, reason),) = rejects(parts(bytes(content), "a.wacz", tmp_path))
        assert reason.startswith("it cannot be unpacked")


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    content = wacz(*((f"archive/{number}", b"") for number in range(10_001)))
    with pytest.raises(InputError, match="more than the 10000 that it may"):
        parts(content, "a.wacz", tmp_path)


SOUND = wacz(("archive/a.warc.gz", members(PAGES)), ("archive/b.warc", PAGES[0]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), max_size=6))
def test_any_damage_ends_as_parts_or_a_refusal(
    tmp_path: Path, damage: list[tuple[int, int]]
) -> None:
    content = bytearray(SOUND)
    for at, byte in damage:
        content[at] = byte
    (tmp_path / "a.wacz").write_bytes(content)
    with suppress(InputError):
        for part in parts_of(FileInput(tmp_path / "a.wacz"), Columns()):
            with suppress(InputError):
                opened([part])
