"""Lines of any length, none of them held in memory beyond what one report may have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from sayso.acquire.raw import MAX_BYTES, check_size

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end, and the byte at which it begins.

    Of a line too long only the beginning is in `raw`; `size` is that of the whole line.
    """

    raw: bytes = field(repr=False)
    position: int
    size: int

    def checked(self) -> bytes:
        """The line; raises InputError (stage `read`) when it is too long for one report."""
        check_size(self.size)
        return self.raw


def lines_of(stream: BinaryIO) -> Iterator[Line]:
    """The lines of `stream` that are not blank; a byte order mark is no part of the first."""
    position = 0
    while begins := stream.readline(MAX_BYTES + 2):
        size = len(begins)
        ended = begins.endswith(b"\n")
        while not ended and (more := stream.readline(MAX_BYTES)):
            size += len(more)
            ended = more.endswith(b"\n")
        mark = len(_BOM) if position == 0 and begins.startswith(_BOM) else 0
        raw = begins[mark:].removesuffix(b"\n").removesuffix(b"\r")
        if raw.strip():
            yield Line(raw, position + mark, max(len(raw), size - mark - 1))
        position += size
