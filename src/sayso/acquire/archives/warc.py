"""WARC archives (ISO 28500), record by record: the pages and documents that a crawl was sent."""

from __future__ import annotations

import gzip
import os
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import BadZipFile

from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

from sayso.acquire import media
from sayso.acquire.archives.http import content_of, media_type_of, transferred
from sayso.acquire.archives.source import Part, Source, bytes_of, refused, told_by_place
from sayso.acquire.given import BytesInput, PartInput, Skipped
from sayso.acquire.raw import MAX_BYTES, check_size, open_file
from sayso.model import AcquiredFrom, InputError, Reject

READ = frozenset({media.TEXT, media.HTML, media.XHTML, media.PDF, media.DOCX})

_GZIP = b"\x1f\x8b\x08"
_START = {True: re.compile(re.escape(_GZIP)), False: re.compile(rb"(?:\A|(?<=\n))WARC/1\.")}
_MARK = b"WARC/"
_PEEK = 512
_LONGEST_STEP = 1 << 16
_CHUNK = 1 << 20
# More than the headers of a record may have beside its content.
_BLOCK = MAX_BYTES + (64 << 10)
_OF_CONTENT = (WarcRecordType.response, WarcRecordType.resource)
_HTTP = "application/http"
_OK = 200
# A larger record in a gzip member of its own is passed over without inflating it.
_INFLATED = 10 * MAX_BYTES
_DIGESTS = ("sha1:", "sha256:", "md5:")
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z")
_LONGEST_URI = 200
_ROBOTS = re.compile(r"[a-z]+://[^/?#]*/robots\.txt(?:[?#]|\Z)", re.IGNORECASE)
"""What sites ask of programs (RFC 9309): crawls keep it beside the pages."""
_DAMAGE = (OSError, EOFError, ValueError, zlib.error, BadZipFile)


@dataclass(frozen=True, slots=True)
class _Damage:
    """That something cannot be read, up to the next record that begins."""

    place: str
    reason: str


def warc_parts(source: Source, *, first_byte: int = 0) -> Iterator[Part]:
    """The parts of a WARC file, plain or gzip; it begins at `first_byte` of its container."""
    if is_gzip(source.stream) and not _has_members(source.stream):
        source.stream.seek(0)
        inflating = cast("BinaryIO", gzip.GzipFile(fileobj=source.stream))
        yield from parts_in(replace(source, stream=inflating, path=None), goes_back=False)
    else:
        yield from parts_in(source, first_byte=first_byte)


def parts_in(source: Source, *, first_byte: int = 0, goes_back: bool = True) -> Iterator[Part]:
    """The parts of the WARC that `source.stream` gives.

    It begins at `first_byte` of the file at `source.path`. Without `goes_back`, to seek in the
    stream means to inflate it anew: what is damaged then ends the reading.
    """
    for record in _records(source.stream, goes_back=goes_back):
        if isinstance(record, _Damage):
            more = "" if goes_back else "; reading it ends here"
            name = f"{source.name} {record.place}"
            yield refused(name, f"the archive is damaged ({record.reason}){more}")
            continue
        part = _part(record, source)
        if isinstance(part, BytesInput):
            yield _told(part, source.path, first_byte + record.stream_pos)
        else:
            yield part


def open_record(part: PartInput) -> BytesInput:
    """The content of a record; raises InputError (stage `read`)."""
    with open_file(part.path) as stream:
        stream.seek(part.begins)
        try:
            found = _content(next(iter(ArchiveIterator(stream, parse_http=False))))
        except (StopIteration, *_DAMAGE):
            found = "no record"
    return bytes_of(part, b"" if isinstance(found, str) else found[0])


def is_gzip(stream: BinaryIO) -> bool:
    """Whether `stream` begins a gzip member; it is left at its beginning."""
    stream.seek(0)
    magic = stream.read(len(_GZIP))
    stream.seek(0)
    return magic == _GZIP


def _records(stream: BinaryIO, *, goes_back: bool) -> Iterator[WarcRecord | _Damage]:
    """Every record of `stream`; after damage, from the next that begins."""
    members = goes_back and is_gzip(stream)
    passable = _INFLATED if members else _size(stream) if goes_back else sys.maxsize
    position: int | None = 0
    place, failures = "at byte 0", 0
    while position is not None:
        stream.seek(position)
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                position, failures = record.stream_pos, 0
                place = f"after byte {position}"
                ends = record.content_length + (0 if members else position)
                yield record
                if ends > passable:
                    break
            else:
                return
        except _DAMAGE as error:
            if failures == 0:  # else this is the damage that was told already
                yield _Damage(place, str(error))
            failures += 1
        # Of what only looks like records ever more is left out, so that the work stays in bounds.
        step = min(1 << failures, _LONGEST_STEP)
        position = _next(stream, position + step, members=members) if goes_back else None


def _size(stream: BinaryIO) -> int:
    return stream.seek(0, os.SEEK_END)


def _next(stream: BinaryIO, position: int, *, members: bool) -> int | None:
    """Where the next record begins, from byte `position` on."""
    stream.seek(position - 1)
    kept = stream.read(1)
    begins = position - 1
    while chunk := stream.read(_CHUNK):
        window = kept + chunk
        for found in _START[members].finditer(window):
            at = begins + found.start()
            if at >= position and (not members or _begins_record(stream, at)):
                return at
        stream.seek(begins + len(window))
        kept = window[-len(_MARK) - 3 :]
        begins += len(window) - len(kept)
    return None


def _begins_record(stream: BinaryIO, at: int) -> bool:
    stream.seek(at)
    try:
        return zlib.decompressobj(31).decompress(stream.read(_PEEK), len(_MARK)) == _MARK
    except zlib.error:
        return False


def _has_members(stream: BinaryIO) -> bool:
    """Whether each record is a gzip member of its own, as the standard advises."""
    records = iter(ArchiveIterator(stream, parse_http=False))
    try:
        next(records)
        second = next(records).stream_pos
    except (StopIteration, *_DAMAGE):
        return True  # of one record the place is known, and of damaged ones looked for
    return _begins_record(stream, second)


def _told(part: BytesInput, path: Path | None, begins: int) -> PartInput | BytesInput:
    """`part` told by its place, where the same is read from there.

    It is not in a gzip member that holds several records, nor always in one that is damaged.
    """
    told = told_by_place(part, path, begins)
    if isinstance(told, PartInput):
        try:
            open_record(told)
        except InputError:
            return part
    return told


def _part(record: WarcRecord, source: Source) -> BytesInput | Skipped | Reject:
    uri = _uri(record)
    name = source.at(record.stream_pos, of=_shortened(uri))
    if record.record_type not in _OF_CONTENT:
        return Skipped(name=name, kind=f"{record.record_type} record")
    if _ROBOTS.match(uri):
        return Skipped(name=name, kind="robots.txt")
    try:
        found = _content(record)
    except InputError as error:
        return refused(name, str(error), stage=error.stage)
    if isinstance(found, str):
        return Skipped(name=name, kind=found)
    raw, media_type = found
    how = source.provenance(AcquiredFrom.ARCHIVE, record.stream_pos, uri or None)
    return BytesInput(
        raw=raw,
        name=name,
        media_type=media_type,
        provenance=replace(how, retrieved=_instant(record)),
    )


def _content(record: WarcRecord) -> tuple[bytes, str] | str:
    """The content of a record and its media type, or of what unread kind the record is."""
    if record.content_length <= _BLOCK:
        _check_digest(record)
    stated = record.headers.get("Content-Type")
    transfer = content = None
    if record.record_type == WarcRecordType.response and media.bare(stated or _HTTP) == _HTTP:
        record.is_http = True
        record.parse_http()
        http: HeaderMap | None = record.http_headers
        if http is None or http.status_code is None:
            raise InputError("it holds no answer of a server", stage="read")
        if http.status_code != _OK:
            return f"response of status {http.status_code}"
        stated = http.get("Content-Type")
        transfer, content = http.get("Transfer-Encoding"), http.get("Content-Encoding")
    media_type = media_type_of(stated)
    if media_type and media.bare(media_type) not in READ:
        return media.bare(media_type)
    raw = content_of(transferred(_block(record), transfer), content)
    found = media_type or media.by_content(raw)
    return (raw, found) if media.bare(found) in READ else media.bare(found)


def _block(record: WarcRecord) -> bytes:
    check_size(record.content_length)
    block: bytes = record.reader.read(_BLOCK)
    if len(block) < record.content_length:
        raise InputError("the archive ends in the middle of it", stage="read")
    return block


def _check_digest(record: WarcRecord) -> None:
    stated = (record.headers.get("WARC-Block-Digest") or "").lower()
    if stated.startswith(_DIGESTS) and not record.verify_block_digest():
        raise InputError("it is damaged: its digest is not what it should be", stage="read")


def _uri(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Target-URI") or "").strip("<> ")


def _instant(record: WarcRecord) -> str | None:
    found = _INSTANT.fullmatch(record.headers.get("WARC-Date") or "")
    return f"{found[1]}Z" if found else None


def _shortened(uri: str) -> str:
    return uri if len(uri) <= _LONGEST_URI else f"{uri[: _LONGEST_URI - 1]}…"
