"""Inputs: what a person gives to be read, and each thing found in it that becomes a report."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from sayso.model import AcquiredFrom, Reject, Stated

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How bytes were had: the fields of an `Acquisition` that are known before they are read."""

    acquired_from: AcquiredFrom
    uri: str | None = None
    container: str | None = None
    position: int | None = None
    retrieved: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a report outside its bytes: by the columns of a table, by a feed.

    It goes before what the bytes themselves state. `stated` tells of each field where it was told
    (`column headline`, `feed title`), for the report's `stated`.
    """

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class FileInput:
    """A file to read, under the path by which it was found."""

    path: Path

    @property
    def name(self) -> str:
        """What this input is called in messages and rejects."""
        return printable(self.path)


@dataclass(frozen=True, slots=True, order=True)
class StoredInput:
    """A file in a store that fsspec leads to: `s3://bucket/crawl.warc.gz`, of `size` bytes."""

    url: str
    size: int

    @property
    def name(self) -> str:
        """What this input is called in messages and rejects."""
        return self.url


@dataclass(frozen=True, slots=True, order=True)
class UrlInput:
    """A page, document, feed or archive on the web, to be fetched from `url` (http or https)."""

    url: str

    @property
    def name(self) -> str:
        """What this input is called in messages and rejects."""
        return self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class PartInput:
    """A record of an archive or a table, told by where it stands: its bytes are read later.

    It begins at byte `begins` of the file at `path`. `sha256` is that of its raw bytes, and so
    tells its report; `size` is their number; `media_type` is null where only these can tell.
    """

    path: Path
    begins: int
    sha256: str
    size: int
    name: str
    provenance: Provenance
    media_type: str | None = None
    told: Told | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BytesInput:
    """Bytes that were read already, and how: from standard input, the network, a feed, an archive.

    `media_type` is null where only the bytes can tell. `name` is what this input is called in
    messages and rejects.
    """

    raw: bytes = field(repr=False)
    name: str
    provenance: Provenance
    media_type: str | None = None
    told: Told | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A part of an archive that is of no kind that sayso reads: an image, a request, an error."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A page that was fetched before, and did not change since; `name` is its address."""

    name: str


Input = FileInput | StoredInput | BytesInput | PartInput
Container = FileInput | StoredInput | BytesInput
"""What may hold many reports."""
Page = BytesInput | Unchanged | Reject
"""What came of asking for a page."""


def standard_input(raw: bytes) -> BytesInput:
    """What came on standard input, already read: it can be read only once."""
    return BytesInput(raw=raw, name=STDIN, provenance=Provenance(acquired_from=AcquiredFrom.INPUT))


def printable(path: Path) -> str:
    """`path` as Unicode, with escapes for the bytes of a file name that are none."""
    return os.fsencode(path).decode(errors="backslashreplace")
