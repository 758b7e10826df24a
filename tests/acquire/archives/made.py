"""Containers made for tests, and what is found in them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

from sayso.acquire import Columns, Part, parts_of
from sayso.acquire.archives import open_part
from sayso.acquire.given import BytesInput, FileInput, PartInput, Provenance, Skipped
from sayso.model import AcquiredFrom, Reject

STORY = "The owner of the silo denied on Monday that it had been warned of anything at all. "
PAGE = f"<html><body><article><p>{STORY * 5}</p></article></body></html>".encode()
HTML = b"Content-Type: text/html\r\n"


def record(  # noqa: PLR0913 - one parameter a thing that may be wrong with a record
    content: bytes = PAGE,
    *,
    uri: str = "https://courier.example/silo",
    kind: str = "response",
    status: str = "200 OK",
    headers: bytes = HTML,
    more: bytes = b"",
    length: int | None = None,
) -> bytes:
    """A WARC record."""
    block = content
    if kind == "response":
        more = b"Content-Type: application/http; msgtype=response\r\n" + more
        block = b"HTTP/1.1 %s\r\n%s\r\n%s" % (status.encode(), headers, content)
    size = len(block) if length is None else length
    return (
        b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-05T08:00:00Z\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        b"%sContent-Length: %d\r\n\r\n%s\r\n\r\n"
    ) % (kind.encode(), uri.encode(), more, size, block)


def numbered(count: int) -> list[bytes]:
    """Records of pages that differ."""
    return [
        record(PAGE.replace(b"silo", b"silo %d" % number), uri=f"https://courier.example/{number}")
        for number in range(count)
    ]


def members(records: Iterable[bytes]) -> bytes:
    """Records in gzip members of their own."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def parts(content: bytes, name: str, tmp_path: Path, columns: Columns = Columns()) -> list[Part]:  # noqa: B008
    """The parts of a container with this content, which is told the same as bytes."""
    path = tmp_path / name
    path.write_bytes(content)
    found = list(parts_of(FileInput(path), columns))
    for part in found:
        if isinstance(part, PartInput):
            assert open_part(part).raw
    return found


def opened(found: Iterable[Part]) -> list[BytesInput]:
    """The parts that are inputs, with their bytes."""
    inputs = [part for part in found if isinstance(part, PartInput | BytesInput)]
    return [open_part(part) if isinstance(part, PartInput) else part for part in inputs]


def rejects(found: Iterable[Part]) -> list[tuple[str, str]]:
    """Where each reject stands in its container, and its reason."""
    refused = [part for part in found if isinstance(part, Reject)]
    return [
        (one.input.rpartition("/")[2] if "(" not in one.input else one.input, one.reason)
        for one in refused
    ]


def skipped(found: Iterable[Part]) -> list[str]:
    """The kinds of the parts that were passed over."""
    return [part.kind for part in found if isinstance(part, Skipped)]


def fetched(content: bytes, media_type: str | None) -> BytesInput:
    """Bytes that no file holds."""
    return BytesInput(
        raw=content,
        name="https://courier.example/feed",
        media_type=media_type,
        provenance=Provenance(
            acquired_from=AcquiredFrom.FETCH,
            uri="https://courier.example/feed",
            retrieved="2024-03-06T08:00:00Z",
        ),
    )
