"""The chain of custody: how the bytes of a report came here, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.vocabulary import AcquiredFrom


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquisition:
    """How the raw bytes of `report` were had: from where, when, by what.

    `uri` is where they were found, after redirects; `container` the URI of the archive, table or
    feed they stood in, and `position` the byte at which their record begins there (for a Parquet
    file the number of the row, for a feed that is no sound XML that of the entry), both null for a
    file of their own.
    `at` is an ISO 8601 instant in UTC, `by` the name and version of what acquired them, `size`
    their number. `kept` tells whether they were put into the store of raw bytes. `etag` and
    `last_modified` are what a server said of its page, to ask it later whether that changed.
    `after` is the last deletion of the report, null where it was never deleted; the ledger fills it
    in. The id follows from the report, from where it was had and from `after`: to find the same
    bytes in the same place again is no new acquisition, unless they were deleted in between.
    """

    id: str
    report: str
    sha256: str
    acquired_from: AcquiredFrom
    uri: str | None
    container: str | None
    position: int | None
    at: str
    by: str
    size: int
    kept: bool
    etag: str | None = None
    last_modified: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """That a report was deleted from the ledger, by whom, when and why.

    `sha256` is that of its raw bytes; `raw_deleted` tells whether these were deleted too. `at` is
    an ISO 8601 instant in UTC.
    """

    id: str
    report: str
    sha256: str
    by: str
    at: str
    reason: str
    raw_deleted: bool
