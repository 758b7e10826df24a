"""The texts of a feed's entries as they are written in it, and how they are read from there.

What XML escapes is undone character by character, so that every word leads back to the bytes of the
feed. That takes sound XML in UTF-8; where a feed is none, its texts cannot be told by their bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sayso.acquire import media
from sayso.acquire.archives.cells import Cell, article_in, cell_of
from sayso.acquire.article import Article
from sayso.acquire.markup import Event, Kind, encoding_of, events
from sayso.model import InputError

_ENTRIES: Final = frozenset({"item", "entry"})
_TEXTS: Final = frozenset({"encoded", "content", "description", "summary"})
_ATOM: Final = "http://www.w3.org/2005/Atom "
_TYPES: Final = {"text": media.TEXT, "html": media.HTML, "xhtml": media.XHTML}
_OPENED, _CLOSED = b"<text>", b"</text>"


class EntryText(NamedTuple):
    """The text of an entry: its bytes, what they are, and what they say, markup included.

    `position` is the byte of the feed at which they begin, null where they do not stand there so.
    """

    raw: bytes
    media_type: str
    words: str
    position: int | None


class _Element(NamedTuple):
    """The inside of an element that holds a text of that kind, and the byte where it begins."""

    raw: bytes
    position: int
    kind: str


def texts_written(raw: bytes) -> list[EntryText | None]:
    """The longest text of each entry of a feed, in order; of one that is no sound XML none."""
    try:
        return [*map(_longest, _entries(raw))]
    except InputError:
        return []


def read_written(raw: bytes, kind: str) -> Article:
    """The article in a text that is written as `raw` and is of that kind: HTML, or else plain."""
    return article_in(_cell(raw), media.HTML if kind == media.HTML else media.TEXT)


def _cell(raw: bytes) -> Cell:
    shift = len(_OPENED)
    heard = events(_OPENED + raw + _CLOSED, "the text of the entry")
    words = (one for one in heard if one.kind is Kind.TEXT)
    return cell_of(((one.text, one.start - shift, one.end - shift) for one in words), "utf-8")


def _longest(texts: Sequence[_Element]) -> EntryText | None:
    raw, position, kind = max(texts, key=lambda one: len(one.raw), default=_Element(b"", 0, ""))
    if not raw.strip():
        return None
    if kind == media.XHTML:
        return EntryText(raw, kind, raw.decode(), position)
    words = _cell(raw).utf8.decode()
    is_plain = kind == media.TEXT or not ("<" in words or "&" in words)
    media_type = media.write(media.XML, {"text": media.TEXT if is_plain else media.HTML})
    return EntryText(raw, media_type, words, position)


def _entries(raw: bytes) -> Iterator[list[_Element]]:
    """The texts of each entry: elements that stand directly in it."""
    if encoding_of(raw) != "utf-8":
        return
    path: list[Event] = []
    depth: int | None = None
    found: list[_Element] = []
    for event in events(raw, "the feed"):
        if event.kind is Kind.START:
            path.append(event)
            if depth is None and _local(event) in _ENTRIES:
                depth, found = len(path), []
        elif event.kind is Kind.END:
            opened = path.pop()
            if len(path) == depth and _local(opened) in _TEXTS:
                found += _written(raw, opened, event)
            elif depth is not None and len(path) < depth:
                yield found
                depth = None


def _written(raw: bytes, opened: Event, closed: Event) -> Iterator[_Element]:
    told = opened.attributes.get("type", "text" if opened.text.startswith(_ATOM) else "html")
    kind = _TYPES.get(told, told)
    if kind in _TYPES.values():
        yield _Element(raw[opened.end : closed.start], opened.end, kind)


def _local(event: Event) -> str:
    return event.text.rpartition(" ")[2]
