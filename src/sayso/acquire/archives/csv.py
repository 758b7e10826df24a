"""CSV files: one report a row, the first row names the columns.

The columns are told apart by commas, semicolons, tabs or bars; the file is in UTF-8 or
windows-1252.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.acquire import media
from sayso.acquire.archives.cells import Cell, article_in, cell_of
from sayso.acquire.archives.rows import Chunk, Row, fields_of, rows_of
from sayso.acquire.archives.source import Part, Source, bytes_of, refused, told_by_place
from sayso.acquire.article import Article
from sayso.acquire.columns import Columns, settle, told_by, uri_of
from sayso.acquire.decoding import decode_text
from sayso.acquire.given import BytesInput, PartInput
from sayso.acquire.raw import open_file
from sayso.model import AcquiredFrom, InputError

_DELIMITERS = ",;\t|"
_MOST_COLUMNS = 1_000
# In windows-1252 each byte beyond ASCII is one character, of two or three bytes in UTF-8.
_STRETCH = re.compile(rb"[\x00-\x7f]+|[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class _Header:
    """What the first row says: how fields are parted, their names, and which hold what."""

    delimiter: str
    names: tuple[str, ...]
    columns: Columns

    @property
    def media_type(self) -> str:
        """All that is needed to find the text in a row."""
        column = self.names.index(self.columns.text or "")
        return media.write(media.CSV, {"column": str(column), "delimiter": self.delimiter})


def csv_parts(source: Source, columns: Columns) -> Iterator[Part]:
    """The records of a CSV file; raises InputError when its first row names no column of texts."""
    first = next(rows_of(source.stream, 0, _DELIMITERS), None)
    if first is None:
        raise InputError("it is empty", stage="read")
    header = _header(first, columns)
    for row in rows_of(source.stream, source.stream.tell(), header.delimiter):
        name = source.at(row.position)
        try:
            yield _part(source, row, header)
        except InputError as error:
            yield refused(name, str(error), stage=error.stage)


def open_row(part: PartInput) -> BytesInput:
    """The row that `part` tells of; raises InputError (stage `read`)."""
    _, parameters = media.parse(part.media_type or "")
    with open_file(part.path) as stream:
        stream.seek(part.begins)
        row = next(rows_of(stream, part.begins, parameters["delimiter"]), None)
    return bytes_of(part, row.raw if row else b"")


def read_csv(raw: bytes, *, column: int, delimiter: str) -> Article:
    """The article in field number `column` (from 0) of one row."""
    fields = fields_of(raw, delimiter, column)
    if column >= len(fields):
        raise InputError(f"it has no field {column + 1}", stage="extract")
    return article_in(_cell(raw, fields[column]))


def _header(row: Row, columns: Columns) -> _Header:
    raw = row.checked()
    if b"\r" in raw:
        raise InputError("its lines end in carriage returns alone: save it anew", stage="decode")
    refusals: list[InputError] = []
    for delimiter, names in _splits(raw):
        try:
            return _Header(delimiter, names, settle(columns, names))
        except InputError as error:
            refusals.append(error)
    raise refusals[0]


def _splits(raw: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """The names that each delimiter parts the first row into, the most first."""
    splits: list[tuple[str, tuple[str, ...]]] = []
    refusals: list[InputError] = []
    for delimiter in _DELIMITERS:
        try:
            splits.append((delimiter, _named(raw, delimiter)))
        except InputError as error:  # fields in quotes, parted by another one
            refusals.append(error)
    if not splits:
        raise refusals[0]
    if any(len(names) > _MOST_COLUMNS for _, names in splits):
        raise InputError(f"it has more than {_MOST_COLUMNS} columns", stage="read")
    return sorted(splits, key=lambda split: -len(split[1]))


def _named(raw: bytes, delimiter: str) -> tuple[str, ...]:
    fields = fields_of(raw, delimiter, _MOST_COLUMNS)
    return tuple(value.strip() for value in _values(raw, fields))


def _part(source: Source, row: Row, header: _Header) -> Part:
    raw = row.checked()
    fields = fields_of(raw, header.delimiter, len(header.names))
    if len(fields) != len(header.names):
        more = "or more" if len(fields) > len(header.names) else ""
        reason = f"it has {len(fields)} {more} fields, the first row {len(header.names)}"
        raise InputError(" ".join(reason.split()), stage="read")
    record = dict(reversed([*zip(header.names, _values(raw, fields), strict=True)]))
    uri = uri_of(header.columns, record)
    name = source.at(row.position, of=uri)
    if not record[header.columns.text or ""].strip():
        return refused(name, f"column {header.columns.text!r} holds no text", stage="extract")
    part = BytesInput(
        raw=raw,
        name=name,
        media_type=header.media_type,
        provenance=source.provenance(AcquiredFrom.TABLE, row.position, uri),
        told=told_by(header.columns, record),
    )
    return told_by_place(part, source.path, row.position)


def _values(raw: bytes, fields: Iterable[Iterable[Chunk]]) -> Iterator[str]:
    encoding = _encoding(raw)
    for chunks in fields:
        written = b"".join(b'"' if one.is_mark else raw[one.start : one.end] for one in chunks)
        yield written.decode(encoding)


def _cell(raw: bytes, chunks: Iterable[Chunk]) -> Cell:
    encoding = _encoding(raw)
    return cell_of(_pieces(raw, chunks, encoding), encoding)


def _pieces(raw: bytes, chunks: Iterable[Chunk], encoding: str) -> Iterator[tuple[str, int, int]]:
    for start, end, is_mark in chunks:
        if is_mark:
            yield '"', start, end
        elif encoding == "utf-8":
            yield raw[start:end].decode(), start, end
        else:
            for stretch in _STRETCH.finditer(raw, start, end):
                yield stretch[0].decode(encoding), *stretch.span()


def _encoding(raw: bytes) -> str:
    """The encoding of a row; raises InputError (stage `decode`) when it is none of the two."""
    encoding = decode_text(raw).encoding
    if encoding not in {"utf-8", "cp1252"}:
        raise InputError(f"it is in {encoding}: save it as UTF-8", stage="decode")
    return encoding
