"""Where the parts of an e-mail begin and end (RFC 2046)."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser

from sayso.model import InputError

MAX_PARTS = 500
MAX_DEPTH = 20
# Servers refuse longer headers; 70 characters is the longest boundary, 1,000 the longest line.
MAX_HEADERS = 200_000
MAX_BOUNDARY = 200
MAX_VALUE = 1_000

_HEADERS_END = re.compile(rb"(?:\A|(?<=\n))\r?\n")
_AS_IT_IS = {"", "7bit", "8bit", "binary"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an e-mail, or the whole: its headers, and its content at `raw[start:end]`.

    `number` counts, from 1, the parts that hold no parts, in their order; it is 0 for the others.
    """

    headers: Message
    start: int
    end: int
    number: int = 0
    children: tuple[Part, ...] = ()

    @property
    def media_type(self) -> str:
        """Its media type, `text/plain` where none is stated."""
        return self.headers.get_content_type()

    @property
    def is_as_it_is(self) -> bool:
        """Whether its content stands in the raw bytes as it is."""
        return self._transfer_encoding() in _AS_IT_IS

    def content(self, raw: bytes) -> bytes:
        """Its content, transfer encoding undone; raises InputError (stage `decode`)."""
        encoded = raw[self.start : self.end]
        encoding = self._transfer_encoding()
        try:
            match encoding:
                case "quoted-printable":
                    return binascii.a2b_qp(encoded)
                case "base64":
                    return binascii.a2b_base64(encoded)
        except binascii.Error as error:
            reason = f"part {self.number} of it is damaged: its base64 breaks off ({error})"
            raise InputError(reason, stage="decode") from error
        if encoding not in _AS_IT_IS:
            raise InputError(
                f"part {self.number} of it is in an unknown transfer encoding, {encoding!r}",
                stage="decode",
            )
        return encoded

    def leaves(self) -> Iterator[Part]:
        """The parts in it that hold no parts, in their order."""
        if self.number:
            yield self
        for child in self.children:
            yield from child.leaves()

    def _transfer_encoding(self) -> str:
        return str(self.headers.get("Content-Transfer-Encoding", "")).strip().lower()


def message_in(raw: bytes) -> Part:
    """The whole e-mail with its parts; raises InputError (stage `decode`)."""
    return _Splitting(raw).part(0, len(raw), depth=0)


class _Splitting:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._leaves = 0
        self._parts = 0

    def part(self, start: int, end: int, depth: int) -> Part:
        self._parts += 1
        if self._parts > MAX_PARTS or depth > MAX_DEPTH:
            raise InputError(
                f"it has more than {MAX_PARTS} parts, or nests deeper than {MAX_DEPTH}",
                stage="decode",
            )
        headers, begin = self._headers(start, end)
        if headers.get_content_maintype() != "multipart":
            self._leaves += 1
            return Part(headers, begin, end, self._leaves)
        inside = _between(self._raw, begin, end, _boundary(headers))
        children = tuple(self.part(first, last, depth + 1) for first, last in inside)
        return Part(headers, begin, end, children=children)

    def _headers(self, start: int, end: int) -> tuple[Message, int]:
        """The headers that begin at `start`, and where the content after them does."""
        head = self._raw[start : min(end, start + MAX_HEADERS)]
        blank = _HEADERS_END.search(head)
        if blank is None and len(head) == MAX_HEADERS:
            raise InputError(f"it has more than {MAX_HEADERS} bytes of headers", stage="decode")
        lines = head[: blank.start()] if blank else head
        headers = HeaderParser().parsestr(_characters(lines))
        for name in ("Content-Type", "Content-Disposition"):
            if len(str(headers.get(name, ""))) > MAX_VALUE:
                raise InputError(f"its {name} is longer than {MAX_VALUE}", stage="decode")
        return headers, start + (blank.end() if blank else len(head))


def _characters(lines: bytes) -> str:
    """UTF-8 (RFC 6532), else a character a byte."""
    try:
        return lines.decode()
    except UnicodeDecodeError:
        return lines.decode("latin-1")


def _boundary(headers: Message) -> bytes:
    boundary = headers.get_boundary("")
    if not boundary or not boundary.isascii() or len(boundary) > MAX_BOUNDARY:
        raise InputError("its parts cannot be told apart: no boundary is stated", stage="decode")
    return boundary.encode()


def _between(raw: bytes, start: int, end: int, boundary: bytes) -> Iterator[tuple[int, int]]:
    """Where each part begins and ends that lines of `boundary` set apart in `raw[start:end]`."""
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    began: int | None = None
    for found in line.finditer(raw[start:end]):
        if began is not None:
            yield start + began, start + max(began, found.start())
        if found[1]:
            return
        began = found.end() + len(_newline(raw, start + found.end()))
    if began is not None:  # the end was cut off
        yield min(start + began, end), end


def _newline(raw: bytes, at: int) -> bytes:
    return b"\r\n" if raw[at : at + 1] == b"\r" else b"\n"
