"""XML read as a stream of tags and characters, each with the bytes in which it stands.

expat tells the place of everything, keeps no tree and fetches nothing. A document type
declaration, which entity tricks need, is refused: office documents and feeds of today have none.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple
from xml.parsers import expat

from sayso.model import InputError

# Text boxes in tables in text boxes come to some fifty.
MAX_DEPTH = 500
_STEP = 64_000
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Kind(Enum):
    """What an event tells of."""

    START = auto()
    END = auto()
    TEXT = auto()


class Event(NamedTuple):
    """A tag or some characters, and the bytes in which they stand.

    `text` is the name of the element, its namespace before it and a space between, or the
    characters: those of a stretch of bytes, or of one reference such as `&amp;`.
    """

    kind: Kind
    text: str
    attributes: dict[str, str]
    start: int
    end: int


def encoding_of(raw: bytes) -> str:
    """The encoding of the XML `raw`: packages have UTF-8 or, with its mark, UTF-16."""
    return _UTF_16.get(raw[:2], "utf-8")


def events(raw: bytes, name: str) -> Iterator[Event]:
    """The tags and characters of the XML `raw`, called `name` in reasons.

    Raises InputError (stage `decode`).
    """
    listener = _Listener(raw, name)
    for start in range(0, len(raw), _STEP):
        yield from listener.heard(raw[start : start + _STEP])
    yield from listener.heard(b"", is_last=True)


class _Listener:
    """Hears expat, and holds what began last until something begins behind it, where it ends."""

    def __init__(self, raw: bytes, name: str) -> None:
        self._name = name
        self._size = len(raw)
        self._depth = 0
        self._found: list[Event] = []
        self._held: list[tuple[Kind, str, dict[str, str], int]] = []
        encoding = "utf-16" if encoding_of(raw) != "utf-8" else "utf-8"
        self._parser = parser = expat.ParserCreate(encoding, " ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        parser.DefaultHandlerExpand = self._other

    def heard(self, raw: bytes, *, is_last: bool = False) -> list[Event]:
        """What `raw`, the next bytes, lets be known."""
        try:
            self._parser.Parse(raw, is_last)
        except expat.ExpatError as error:
            reason = f"{self._name} is no sound XML: {error}"
            raise InputError(reason, stage="decode") from error
        if is_last:
            self._settle(self._size)
        found, self._found = self._found, []
        return found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise InputError(f"{self._name} nests deeper than {MAX_DEPTH}", stage="decode")
        self._hold(Kind.START, name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._hold(Kind.END, name, {})

    def _text(self, characters: str) -> None:
        self._hold(Kind.TEXT, characters, {})

    def _refuse(self, *_: object) -> None:
        raise InputError(
            f"{self._name} declares a document type, as entity tricks do", stage="decode"
        )

    def _other(self, _: str) -> None:
        """A comment, an instruction or the bounds of CDATA: what was held ends before it."""
        self._settle(self._parser.CurrentByteIndex)

    def _hold(self, kind: Kind, text: str, attributes: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        self._settle(at)
        self._held.append((kind, text, attributes, at))

    def _settle(self, at: int) -> None:
        if self._held and self._held[0][-1] < at:
            self._found += [Event(*held, at) for held in self._held]
            self._held.clear()
