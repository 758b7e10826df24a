"""JSON Lines: one record a line, its text in one of the record's fields (jsonlines.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.acquire import media
from sayso.acquire.archives.cells import Cell, article_in, cell_of
from sayso.acquire.archives.lines import Line, lines_of
from sayso.acquire.archives.source import Part, Source, bytes_of, refused, told_by_place
from sayso.acquire.article import Article
from sayso.acquire.columns import Columns, settle, told_by, uri_of
from sayso.acquire.given import BytesInput, PartInput
from sayso.acquire.raw import open_file
from sayso.model import AcquiredFrom, InputError

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
_HIGH = r"\\u[dD][89abAB][0-9a-fA-F]{2}"
_LOW = r"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_CHUNK = re.compile(rf'[^"\\]+|{_HIGH}{_LOW}|\\u[0-9a-fA-F]{{4}}|\\.'.encode())


class _Field(NamedTuple):
    """A value in a JSON object, and the characters of the line between which it is written."""

    value: object
    start: int
    end: int


def json_parts(source: Source, columns: Columns) -> Iterator[Part]:
    """The records of a JSON Lines file, one a line.

    Raises InputError when the first record has no text.
    """
    is_first = True
    for line in lines_of(source.stream):
        name = source.at(line.position)
        try:
            record = {key: one.value for key, one in _object(_decoded(line.checked())).items()}
            settled = settle(columns, record, all_there=False)
        except InputError as error:
            if is_first and error.stage == "read":
                raise
            yield refused(name, str(error), stage=error.stage)
            continue
        is_first = False
        yield _part(source, line, record, settled)


def open_line(part: PartInput) -> BytesInput:
    """The line that `part` tells of; raises InputError (stage `read`)."""
    with open_file(part.path) as stream:
        stream.seek(part.begins)
        line = next(lines_of(stream), None)
    return bytes_of(part, line.raw if line else b"")


def read_json(raw: bytes, column: str) -> Article:
    """The article in the field `column` of one JSON record."""
    return article_in(_cell(raw, column))


def _part(source: Source, line: Line, record: dict[str, object], columns: Columns) -> Part:
    uri = uri_of(columns, record)
    name = source.at(line.position, of=uri)
    column = columns.text or ""
    text = record.get(column)
    if not isinstance(text, str) or not text.strip():
        return refused(name, f"column {column!r} holds no text", stage="extract")
    part = BytesInput(
        raw=line.raw,
        name=name,
        media_type=media.write(media.JSON, {"column": column}),
        provenance=source.provenance(AcquiredFrom.TABLE, line.position, uri),
        told=told_by(columns, record),
    )
    return told_by_place(part, source.path, line.position)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} of the record is no UTF-8, which JSON is in"
        raise InputError(reason, stage="decode") from error


def _object(line: str) -> dict[str, _Field]:
    """The fields of the JSON object that a line is; raises InputError (stage `decode`)."""
    try:
        return dict(_fields(line))
    except (ValueError, TypeError, IndexError, RecursionError) as error:
        raise InputError(f"it is no JSON object ({error})", stage="decode") from error


def _fields(line: str) -> Iterator[tuple[str, _Field]]:
    at = _past(line, 0, "{")
    more = line[at] != "}"
    while more:
        key, at = _DECODER.raw_decode(line, at)
        if not isinstance(key, str):
            raise TypeError(f"what stands before character {at} is no name of a field")
        start = _past(line, at, ":")
        value, at = _DECODER.raw_decode(line, start)
        yield key, _Field(value, start, at)
        at = _space(line, at)
        more = line[at] == ","
        at = _space(line, at + 1) if more else at
    if _past(line, at, "}") != len(line):
        raise ValueError("more follows after it")


def _past(line: str, at: int, mark: str) -> int:
    """Past `mark`, which must stand at `at`, and past the white space on both sides."""
    found = _space(line, at)
    if line[found] != mark:
        raise ValueError(f"{mark} is missing at character {found}")
    return _space(line, found + 1)


def _space(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    assert match is not None
    return match.end()


def _cell(raw: bytes, column: str) -> Cell:
    line = _decoded(raw)
    field = _object(line).get(column)
    if field is None or not isinstance(field.value, str):
        raise InputError(f"column {column!r} holds no text", stage="extract")
    start = len(line[: field.start].encode()) + 1
    return cell_of(_chunks(raw, start), "utf-8")


def _chunks(raw: bytes, start: int) -> Iterator[tuple[str, int, int]]:
    """The pieces of the JSON string whose first character stands at byte `start`."""
    at = start
    while match := _CHUNK.match(raw, at):
        at = match.end()
        written = match[0].decode()
        words = json.loads(f'"{written}"') if written[0] == "\\" else written
        yield words, match.start(), at
