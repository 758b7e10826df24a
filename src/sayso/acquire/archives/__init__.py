"""Inputs that hold many reports: archives, tables and feeds, read part by part.

What takes them apart is loaded when the first of them is read.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Iterator

from sayso.acquire import media
from sayso.acquire.archives.source import Part, Source, opened
from sayso.acquire.columns import Columns
from sayso.acquire.given import BytesInput, Container, Input, PartInput, StoredInput
from sayso.acquire.raw import open_file
from sayso.acquire.stored import open_stored
from sayso.model import AcquiredFrom, InputError

__all__ = ["Columns", "Part", "is_container", "open_part", "parts_of"]


def is_container(given: Input) -> bool:
    """Whether `given` holds reports rather than being one: by its name, else by its first bytes.

    What cannot be opened is none; reading it says why.
    """
    try:
        return not isinstance(given, PartInput) and _kind(given) in media.CONTAINERS
    except InputError:
        return False


def parts_of(container: Container, columns: Columns) -> Iterator[Part]:
    """The parts of `container`, in its order, one after another as it is read.

    A part that cannot be read is a Reject, one of no kind that sayso reads is Skipped. `columns`
    tells which fields of a table hold what. Raises InputError when the container itself cannot be
    read, or not to its end; ExtraMissing for a Parquet file without pyarrow.
    """
    kind = _kind(container)
    with opened(container) as source:
        yield from _parts(source, kind, columns)


def open_part(part: PartInput) -> BytesInput:
    """The bytes of `part`; raises InputError (stage `read`) when they are no longer there."""
    from sayso.acquire.archives import csv, json_lines, warc

    if part.provenance.acquired_from is AcquiredFrom.ARCHIVE:
        return warc.open_record(part)
    if media.bare(part.media_type or "") == media.CSV:
        return csv.open_row(part)
    return json_lines.open_line(part)


def _parts(source: Source, kind: str, columns: Columns) -> Iterator[Part]:
    from sayso.acquire.archives import csv, feeds, json_lines, parquet, wacz, warc

    match kind:
        case media.WARC:
            return warc.warc_parts(source)
        case media.WACZ:
            return wacz.wacz_parts(source)
        case media.JSON_LINES:
            return json_lines.json_parts(source, columns)
        case media.CSV:
            return csv.csv_parts(source, columns)
        case media.PARQUET:
            return parquet.parquet_parts(source, columns)
        case media.RSS | media.ATOM:
            return feeds.feed_parts(source)
        case _:
            raise InputError(f"it is {kind}, which holds no reports", stage="read")


def _kind(given: Container) -> str:
    if isinstance(given, BytesInput):
        if media.is_feed(given.media_type, given.raw):
            return media.ATOM
        return media.bare(given.media_type or media.by_content(given.raw))
    if by_name := media.by_name(given.name):
        return by_name
    file = open_stored(given) if isinstance(given, StoredInput) else open_file(given.path)
    with file as stream:
        return media.by_content(stream.read(media.SNIFFED_BYTES))
