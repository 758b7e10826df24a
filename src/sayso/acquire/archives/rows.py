"""The rows of a CSV file and the fields of a row (RFC 4180), by bytes and within a bound.

UTF-8 and windows-1252 never have the byte of a delimiter or a quotation mark inside a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from sayso.acquire.raw import MAX_BYTES, check_size
from sayso.model import InputError

_BOM = b"\xef\xbb\xbf"
# Up to the mark that closes a field in quotes; inside, a mark is written twice.
_IN_QUOTES = re.compile(rb'[^"]*+(?:""[^"]*+)*+(")?')
_WRITTEN = re.compile(rb'""|[^"]+')


class Chunk(NamedTuple):
    """Bytes `[start, end)` of a row: as they stand, or a quotation mark written twice."""

    start: int
    end: int
    is_mark: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row without its end, and the byte at which it begins.

    Of a row too long only the beginning is in `raw`; `size` is that of all of it.
    """

    raw: bytes = field(repr=False)
    position: int
    size: int
    is_closed: bool = True

    def checked(self) -> bytes:
        """The row; raises InputError (stage `read`) when it is too long or not closed."""
        check_size(self.size)
        if not self.is_closed:
            raise InputError("a quotation mark opens in it that nothing closes", stage="read")
        return self.raw


def rows_of(stream: BinaryIO, position: int, delimiters: str) -> Iterator[Row]:
    """The rows of `stream` from byte `position` on, where it stands; blank ones are left out.

    After a row too long the next begins with the next line.
    """
    held, begins, is_open = bytearray(), position, False
    while line := stream.readline(MAX_BYTES + 2):
        if position == 0 and line.startswith(_BOM):
            begins = len(_BOM)
        position += len(line)
        held += line
        is_open = _is_open(line, delimiters.encode(), is_open=is_open)
        if len(held) > MAX_BYTES:
            position += _skip_line(stream) if not line.endswith(b"\n") else 0
            is_open = False
        if not is_open:
            yield from _row(bytes(held), begins, position)
            held, begins = bytearray(), position
    yield from _row(bytes(held), begins, position, is_closed=not is_open)


def fields_of(row: bytes, delimiter: str, most: int) -> list[list[Chunk]]:
    """The fields of a row, each as the bytes it is written in; at most one more than `most`.

    Raises InputError (stage `decode`) when words follow the mark that closes a field in quotes.
    """
    fields: list[list[Chunk]] = []
    at = 0
    while len(fields) <= most:
        chunks, at = _quoted(row, at) if row[at : at + 1] == b'"' else (None, at)
        found = row.find(delimiter.encode(), at)
        end = len(row) if found < 0 else found
        if chunks is None:
            chunks = [Chunk(at, end, is_mark=False)]
        elif row[at:end].strip():
            reason = f"a quotation mark closes in the middle of field {len(fields) + 1}"
            raise InputError(reason, stage="decode")
        fields.append(chunks)
        if found < 0:
            break
        at = end + 1
    return fields


def _quoted(row: bytes, at: int) -> tuple[list[Chunk], int]:
    """What is written between the quotation mark at `at` and the one that closes it."""
    quoted = _IN_QUOTES.match(row, at + 1)
    assert quoted is not None
    end = quoted.end() - (quoted[1] is not None)
    written = _WRITTEN.finditer(row, at + 1, end)
    return [Chunk(*one.span(), one[0] == b'""') for one in written], quoted.end()


def _row(held: bytes, begins: int, end: int, *, is_closed: bool = True) -> Iterator[Row]:
    raw = held.removeprefix(_BOM) if begins == len(_BOM) else held
    raw = raw.removesuffix(b"\n").removesuffix(b"\r")
    if raw.strip():
        yield Row(raw[: MAX_BYTES + 1], begins, max(len(raw), end - begins - 2), is_closed)


def _is_open(line: bytes, delimiters: bytes, *, is_open: bool) -> bool:
    """Whether `line` ends inside quotation marks; `is_open` where it begins inside some."""
    if not is_open and b'"' not in line:
        return False
    next_field = re.compile(b"[" + re.escape(delimiters) + b"]")
    at = 0
    while True:
        if not is_open and line[at : at + 1] == b'"':
            is_open, at = True, at + 1
        if is_open:
            quoted = _IN_QUOTES.match(line, at)
            if quoted is None or quoted[1] is None:
                return True
            is_open, at = False, quoted.end()
        delimiter = next_field.search(line, at)
        if delimiter is None:
            return False
        at = delimiter.end()


def _skip_line(stream: BinaryIO) -> int:
    """Pass over the rest of a line; returns how many bytes that was."""
    size = 0
    while more := stream.readline(MAX_BYTES):
        size += len(more)
        if more.endswith(b"\n"):
            break
    return size
