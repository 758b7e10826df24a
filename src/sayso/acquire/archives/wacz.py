"""WACZ: a ZIP file with the WARC files of one crawl (the Webrecorder specification 1.1)."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sayso.acquire import media
from sayso.acquire.archives.source import Part, Source, refused
from sayso.acquire.archives.warc import parts_in, warc_parts
from sayso.model import InputError

_FOLDER = "archive/"
_MOST_MEMBERS = 10_000
# Text packs to a tenth, and WARC files are mostly packed already.
_MOST_INFLATED = 200
_LOCAL_HEADER = struct.Struct("<26xHH")
_ENCRYPTED = 1
# What zipfile raises on bytes that are no ZIP file, whatever it promises.
_DAMAGE = (
    *(BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError),
    *(struct.error, zlib.error),
)


def wacz_parts(source: Source) -> Iterator[Part]:
    """The parts of the WARC files in a WACZ file, in the order of their names.

    Raises InputError (stage `read`) when it is no sound ZIP file.
    """
    try:
        with ZipFile(source.stream) as archive:
            for member in _members(archive):
                yield from _parts_of_member(source, archive, member)
    except _DAMAGE as error:
        raise InputError(f"it is no sound ZIP file ({error})", stage="read") from error


def _members(archive: ZipFile) -> list[ZipInfo]:
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        reason = f"it holds {len(members)} files, more than the {_MOST_MEMBERS} that it may"
        raise InputError(reason, stage="read")
    packed = sum(member.compress_size for member in members)
    if packed > _size(archive):
        raise InputError("the files in it overlap, as in no honest archive", stage="read")
    inside = [one for one in members if one.filename.startswith(_FOLDER) and not one.is_dir()]
    return sorted(inside, key=lambda one: one.filename)


def _size(archive: ZipFile) -> int:
    assert archive.fp is not None
    return int(archive.fp.seek(0, os.SEEK_END))


def _parts_of_member(source: Source, archive: ZipFile, member: ZipInfo) -> Iterator[Part]:
    name = f"{source.name}#{member.filename}"
    if reason := _why_not(member):
        yield refused(name, reason)
        return
    uri = f"{source.uri}#{member.filename}" if source.uri else None
    try:
        with archive.open(member) as stream:
            inside = replace(source, stream=cast("BinaryIO", stream), name=name, uri=uri)
            if member.compress_type == ZIP_STORED:
                yield from warc_parts(inside, first_byte=_first_byte(source.stream, member))
            else:
                yield from parts_in(replace(inside, path=None), goes_back=False)
    except _DAMAGE as error:
        yield refused(name, f"it cannot be unpacked ({error})")


def _why_not(member: ZipInfo) -> str | None:
    """Why a member is not read; its name is never used as a path."""
    if ".." in member.filename.split("/") or "\\" in member.filename:
        return "its name leads out of the archive"
    if media.by_name(member.filename) != media.WARC:
        return "it is no WARC file: an archive in an archive is not opened"
    if member.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return "it is packed in a way that WACZ does not have"
    if member.file_size > _MOST_INFLATED * max(member.compress_size, 1):
        return f"it grows more than {_MOST_INFLATED} times when unpacked, as no honest archive does"
    return None


def _first_byte(stream: BinaryIO, member: ZipInfo) -> int:
    """Where the bytes of a member begin in the file: after its header there."""
    stream.seek(member.header_offset)
    header = stream.read(_LOCAL_HEADER.size)
    name_and_extra: int = sum(_LOCAL_HEADER.unpack(header))
    return member.header_offset + len(header) + name_and_extra
