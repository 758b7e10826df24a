"""WARC archives: what is read of them, what is passed over, and what becomes of damage."""

from __future__ import annotations

import gzip
import time
import zlib
from base64 import b32encode, b64decode
from contextlib import suppress
from hashlib import sha1
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.acquire import BytesInput, Columns, FileInput, PartInput, acquire, parts_of
from sayso.acquire.archives import open_part
from sayso.model import AcquiredFrom, InputError
from tests.acquire.archives.made import (
    HTML,
    PAGE,
    STORY,
    members,
    numbered,
    opened,
    parts,
    record,
    rejects,
    skipped,
)

PLAIN = b"Content-Type: text/plain\r\n"
ROBOTS = "robots.txt"


@pytest.mark.parametrize("packed", [b"".join, members], ids=["plain", "gzip"])
def test_each_page_is_told_by_where_it_stands(tmp_path: Path, packed: object) -> None:
    assert callable(packed)
    pages = numbered(3)
    found = parts(packed(pages), "crawl.warc.gz", tmp_path)
    sizes = [len(packed(pages[:count])) for count in range(3)]
    assert [type(part) for part in found] == [PartInput] * 3
    for number, part in enumerate(found):
        assert isinstance(part, PartInput)
        assert part.begins == part.provenance.position == sizes[number]
        assert part.name == (
            f"{tmp_path}/crawl.warc.gz at byte {sizes[number]} (https://courier.example/{number})"
        )
        assert b"silo %d" % number in open_part(part).raw


def test_a_page_of_an_archive_becomes_a_report(tmp_path: Path) -> None:
    (part,) = parts(record(), "crawl.warc", tmp_path)
    assert isinstance(part, PartInput)
    acquired = acquire(part)
    assert acquired.report.text.startswith(STORY.strip())
    assert acquired.report.uri == "https://courier.example/silo"
    assert acquired.report.retrieved == "2024-03-05T08:00:00Z"
    assert acquired.report.sha256 == part.sha256
    assert acquired.raw == PAGE
    how = acquired.acquisition
    assert (how.acquired_from, how.position) == (AcquiredFrom.ARCHIVE, 0)
    assert how.container == f"file://{tmp_path}/crawl.warc"


def test_gzip_that_is_not_a_member_a_record_is_read_too(tmp_path: Path) -> None:
    pages = numbered(3)
    found = parts(gzip.compress(b"".join(pages), mtime=0), "crawl.warc.gz", tmp_path)
    assert [type(part) for part in found] == [BytesInput] * 3
    positions = [part.provenance.position for part in found if isinstance(part, BytesInput)]
    assert positions == [0, len(pages[0]), len(pages[0] + pages[1])]


# The page, packed by another program.
BROTLI = b64decode(
    "G9IBAI3TJbT3VSZ1W6oLydQsYbDDD+cXFcTk8aFyg/NAKbinfZ/kRWwQ2DmGYAq68lh6WkFjQZMIRK/2"
    "8UyqVocnsiGrMKELs0v8uM7bS9bjFkD+hPAbMHPA3LgzNXy1cww="
)


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        (b"Content-Encoding: gzip\r\n", gzip.compress(PAGE, mtime=0)),
        (b"Content-Encoding: x-gzip\r\n", gzip.compress(PAGE, mtime=0)),
        (b"Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
        (b"Content-Encoding: deflate\r\n", zlib.compress(PAGE)[2:-4]),
        (b"content-encoding: br\r\n", BROTLI),
        (b"Content-Encoding: identity\r\n", PAGE),
        (b"Content-Encoding: gzip, deflate\r\n", zlib.compress(gzip.compress(PAGE, mtime=0))),
        (b"Content-Encoding: gzip\r\n", PAGE),
        (b"Transfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
        (b"Transfer-Encoding: chunked\r\n", PAGE),
    ],
)
def test_what_the_server_encoded_is_undone(tmp_path: Path, headers: bytes, content: bytes) -> None:
    (found,) = opened(parts(record(content, headers=HTML + headers), "a.warc", tmp_path))
    assert found.raw == PAGE


@pytest.mark.parametrize(
    ("headers", "content", "reason"),
    [
        (b"Content-Encoding: gzip\r\n", gzip.compress(PAGE, mtime=0)[:-20], "as gzip, and damaged"),
        (b"Content-Encoding: br\r\n", b"\xff" * 50, "as br, and damaged"),
        (b"Content-Encoding: zstd\r\n", b"\x28\xb5\x2f\xfd", "as zstd, which is unknown"),
        (b"Content-Encoding: gzip,gzip,gzip,gzip\r\n", PAGE, "encoded 4 times over"),
        (b"Transfer-Encoding: chunked\r\n", b"zz\r\nabc", "as chunked, and damaged"),
        (
            b"Content-Encoding: gzip\r\n",
            gzip.compress(bytes(50_000_000), mtime=0),
            "more than the 10.0 MB",
        ),
        (
            b"Content-Encoding: gzip, gzip\r\n",
            gzip.compress(gzip.compress(bytes(50_000_000), mtime=0), mtime=0),
            "more than the 10.0 MB",
        ),
    ],
)
def test_what_cannot_be_undone_is_refused(
    tmp_path: Path, headers: bytes, content: bytes, reason: str
) -> None:
    found = parts(record(content, headers=HTML + headers) + record(), "a.warc", tmp_path)
    assert [reason in told for _, told in rejects(found)] == [True]
    assert len(opened(found)) == 1


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (record(kind="request"), "request record"),
        (record(kind="warcinfo"), "warcinfo record"),
        (record(kind="revisit"), "revisit record"),
        (record(status="404 Not Found"), "response of status 404"),
        (record(status="301 Moved"), "response of status 301"),
        (record(headers=b"Content-Type: image/png\r\n"), "image/png"),
        (record(headers=b"Content-Type: Text/CSS; charset=utf-8\r\n"), "text/css"),
        (record(b"<rss version='2.0'>", headers=b""), "application/rss+xml"),
        (record(b"PK\3\4", headers=b"Content-Type: application/zip\r\n"), "application/zip"),
        (record(b"dns", kind="resource", more=b"Content-Type: text/dns\r\n"), "text/dns"),
        (record(b"Disallow:", uri="https://courier.example/robots.txt", headers=PLAIN), ROBOTS),
        (record(b"Disallow:", uri="http://a.example:81/robots.txt?x", headers=PLAIN), ROBOTS),
    ],
)
def test_what_is_no_report_is_passed_over_and_counted(
    tmp_path: Path, one: bytes, kind: str
) -> None:
    found = parts(one + record(), "a.warc", tmp_path)
    assert skipped(found) == [kind]
    assert len(opened(found)) == 1


@pytest.mark.parametrize("path", ["news/robots.txt", "robots.txt.html", "?robots.txt"])
def test_a_report_of_robots_is_read(tmp_path: Path, path: str) -> None:
    uri = f"https://courier.example/{path}"
    assert len(opened(parts(record(uri=uri), "a.warc", tmp_path))) == 1


@pytest.mark.parametrize(
    ("one", "media_type"),
    [
        (record(headers=b"Content-Type: text/html\r\n"), "text/html"),
        (
            record(headers=b'Content-Type: TEXT/HTML ; Charset="ISO-8859-1"\r\n'),
            "text/html; charset=ISO-8859-1",
        ),
        (record(headers=b""), "text/html"),
        (record(headers=b"Content-Type: application/octet-stream\r\n"), "text/html"),
        (record(b"%PDF-1.7", headers=b""), "application/pdf"),
        (record(b"He denied it.", headers=b"Content-Type: text/plain\r\n"), "text/plain"),
        (record(kind="resource", more=b"Content-Type: text/html\r\n"), "text/html"),
    ],
)
def test_the_header_tells_the_media_type_or_else_the_content(
    tmp_path: Path, one: bytes, media_type: str
) -> None:
    (found,) = opened(parts(one, "a.warc", tmp_path))
    assert found.media_type == media_type


def _damaged(member: bytes) -> bytes:
    return member[:40] + bytes(byte ^ 0xFF for byte in member[40:60]) + member[60:]


ONE, TWO, THREE = numbered(3)
ZIPPED = [gzip.compress(one, mtime=0) for one in (ONE, TWO, THREE)]


@pytest.mark.parametrize(
    ("content", "sound", "places"),
    [
        (ONE + b"rubbish\r\n\r\n" + TWO + THREE, 3, ["after byte 0"]),
        (b"rubbish\r\n\r\n" + TWO + THREE, 2, ["at byte 0"]),
        (ONE + TWO.replace(b"Length: ", b"Length: 9") + THREE, 2, [f"at byte {len(ONE)}"]),
        (ONE + TWO.replace(b"WARC/1.0", b"WURC/1.0") + THREE, 2, ["after byte 0"]),
        (ONE + TWO + THREE[:-60], 2, [f"at byte {len(ONE + TWO)}"]),
        (ZIPPED[0] + _damaged(ZIPPED[1]) + ZIPPED[2], 2, ["after byte 0"]),
        (_damaged(ZIPPED[0]) + ZIPPED[1] + ZIPPED[2], 2, ["at byte 0"]),
        (ZIPPED[0] + b"rubbish" + ZIPPED[1] + ZIPPED[2], 3, ["after byte 0"]),
        (ZIPPED[0] + ZIPPED[1] + ZIPPED[2][:-40], 2, [f"byte {len(ZIPPED[0] + ZIPPED[1])}"]),
        (b"He denied it.\n" * 99, 0, ["at byte 0"]),
        (b"", 0, []),
    ],
)
def test_after_damage_reading_goes_on_with_the_next_record(
    tmp_path: Path, content: bytes, sound: int, places: list[str]
) -> None:
    found = parts(content, "a.warc.gz", tmp_path)
    assert len(opened(found)) == sound
    told = [name for name, _ in rejects(found)]
    assert len(told) == len(places)
    assert all(place in name for place, name in zip(places, told, strict=True))


def test_damage_to_gzip_that_is_not_a_member_a_record_ends_the_reading(tmp_path: Path) -> None:
    packed = gzip.compress(b"".join(numbered(400)), mtime=0)
    found = parts(packed[: len(packed) // 2], "a.warc.gz", tmp_path)
    assert opened(found)
    ((_, reason),) = rejects(found)
    assert reason.endswith("reading it ends here")


@pytest.mark.parametrize(("right", "sound"), [(True, 1), (False, 0)])
def test_a_record_whose_digest_differs_is_refused(
    tmp_path: Path, *, right: bool, sound: int
) -> None:
    block = record().partition(b"\r\n\r\n")[2][:-4]
    digest = b32encode(sha1(block if right else b"other").digest())  # noqa: S324 - as WARC has it
    found = parts(record(more=b"WARC-Block-Digest: sha1:%s\r\n" % digest), "a.warc", tmp_path)
    assert len(opened(found)) == sound
    assert len(rejects(found)) == 1 - sound


def test_a_record_too_large_is_refused_and_passed_over(tmp_path: Path) -> None:
    large = record(bytes(150_000_000))
    for content in (large + TWO, gzip.compress(large, 1, mtime=0) + gzip.compress(TWO, mtime=0)):
        started = time.perf_counter()
        found = parts(content, "a.warc.gz", tmp_path)
        assert time.perf_counter() - started < 5
        ((_, reason),) = rejects(found)
        assert "more than the 10.0 MB" in reason
        assert len(opened(found)) == 1


@pytest.mark.parametrize(
    "bomb",
    [
        b"WARC/1.0\r\nX: " + b"a" * 20_000_000,
        b"WARC/1.0\r\n" + b"a: b\r\n" * 3_000_000,
        record() + b"\r\n" * 10_000_000,
        record() + bytes(20_000_000),
        b"WARC/1.0\r\n\n" * 400_000,
    ],
)
def test_bombs_end_in_bounded_time(tmp_path: Path, bomb: bytes) -> None:
    started = time.perf_counter()
    for content in (
        bomb + b"\r\n" * 50_000 + TWO,
        gzip.compress(bomb, 1, mtime=0) + gzip.compress(TWO, mtime=0),
    ):
        assert b"silo 1" in opened(parts(content, "a.warc.gz", tmp_path))[-1].raw
    assert time.perf_counter() - started < 10


def test_what_looks_like_many_members_ends_in_bounded_time(tmp_path: Path) -> None:
    started = time.perf_counter()
    found = parts(b"\x1f\x8b\x08" * 500_000 + gzip.compress(TWO, mtime=0), "a.warc.gz", tmp_path)
    assert b"silo 1" in opened(found)[0].raw
    assert time.perf_counter() - started < 10


def test_a_container_that_changed_is_noticed(tmp_path: Path) -> None:
    (part,) = parts(record(), "a.warc", tmp_path)
    assert isinstance(part, PartInput)
    for content in (record(b"<p>Other words</p>"), b"", b"no archive", record(status="404 No")):
        part.path.write_bytes(content)
        with pytest.raises(InputError, match="its container changed") as refused:
            open_part(part)
        assert refused.value.stage == "read"
    part.path.unlink()
    with pytest.raises(InputError, match="it cannot be read: No such file"):
        open_part(part)


def test_what_is_said_of_a_record_may_be_anything(tmp_path: Path) -> None:
    odd = record(uri="<https://courier.example/ü>", more=b"WARC-Date: yesterday\r\n")
    long = record(uri="https://courier.example/" + "a" * 5_000)
    first, second = opened(parts(odd + long, "a.warc", tmp_path))
    assert first.provenance.uri == "https://courier.example/ü"
    assert len(second.name) < 400


FRAGMENTS = st.sampled_from(
    [
        *(b"WARC/1.0\r\n", b"WARC/1.1\r\n", b"WARC-Type: response\r\n", b"\r\n\r\n", b"\r\n"),
        *(b"Content-Length: 99\r\n", b"Content-Length: 184467440737095516160\r\n", b"\x1f\x8b\x08"),
        *(b"Content-Length: -1\r\n", b"HTTP/1.1 200 OK\r\n", b"Transfer-Encoding: chunked\r\n"),
        *(
            b"Content-Encoding: gzip\r\n",
            b"ffffffffffffffff\r\n",
            record(b"<p>x"),
            gzip.compress(ONE, mtime=0),
        ),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(FRAGMENTS | st.binary(max_size=30), max_size=12).map(b"".join))
def test_any_bytes_end_as_parts_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(content)
    with suppress(InputError):
        first = list(parts_of(FileInput(tmp_path / "a.warc"), Columns()))
        assert first == list(parts_of(FileInput(tmp_path / "a.warc"), Columns()))
        opened(first)
