"""RSS and Atom feeds: an entry with its text in full is a report, and each leads to its page.

What is kept of an entry is its text as the feed writes it. Where the feed is no sound XML it is the
text as it was understood, without scripts and what else acts: its place in the feed is not known.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from sayso.acquire import media
from sayso.acquire.archives.feed_texts import EntryText, texts_written
from sayso.acquire.archives.source import Part, Source
from sayso.acquire.columns import date_told
from sayso.acquire.given import BytesInput, Provenance, Skipped, Told
from sayso.acquire.raw import read_stream
from sayso.model import AcquiredFrom, InputError, Stated
from sayso.model.ids import sha256_hex

# A teaser has some thirty words.
_MIN_WORDS = 50
_TAG = re.compile(r"<[^>]*>")
_LONGEST_LINK = 2_000
_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a feed.

    `key` tells it from the others of the feed, `version` is another when its title or its dates
    change. `link` is where it leads, null for nowhere; `part` its text, Skipped where that is
    short.
    """

    key: str
    version: str
    link: str | None
    part: BytesInput | Skipped


def feed_parts(source: Source) -> Iterator[Part]:
    """The entries of a feed that have a text; raises InputError when it is no sound feed."""
    return (entry.part for entry in entries_of(source))


def entries_of(source: Source) -> Iterator[Entry]:
    """The entries of a feed, in their order; raises InputError when it is no sound feed."""
    raw = read_stream(source.stream)
    feed = _parsed(raw)
    base = str(feed.feed.get("link", "")) or source.uri or ""
    entries = [dict(entry) for entry in feed.entries]
    for number, (entry, text) in enumerate(zip(entries, _texts(entries, raw), strict=True)):
        uri = _link(entry, base)
        told = [str(entry.get(field, "")) for field in ("title", "published", "updated")]
        position = number if text.position is None else text.position
        how = source.provenance(AcquiredFrom.FEED, position, uri)
        name = source.at(number, what="entry", of=uri)
        yield Entry(
            key=_digest(str(entry.get("id") or uri or told[0])),
            version=_digest("\0".join(told)),
            link=uri,
            part=_part(text, name, how, _told(entry, feed.feed)),
        )


def _part(text: EntryText, name: str, how: Provenance, told: Told) -> BytesInput | Skipped:
    if len(_TAG.sub(" ", text.words).split()) < _MIN_WORDS:
        return Skipped(name=name, kind=f"entry of fewer than {_MIN_WORDS} words")
    return BytesInput(
        raw=text.raw, name=name, media_type=text.media_type, provenance=how, told=told
    )


def _digest(text: str) -> str:
    return sha256_hex(text.encode(errors="replace"))[:_DIGITS]


def links_of(raw: bytes) -> Iterator[str]:
    """The addresses that the entries of a feed lead to, in their order.

    Raises InputError when it is no sound feed.
    """
    feed = _parsed(raw)
    links = (_link(entry, str(feed.feed.get("link", ""))) for entry in feed.entries)
    yield from filter(None, links)


def _parsed(raw: bytes) -> Any:  # noqa: ANN401 - feedparser has no types
    # Without its NULs, UTF-16 reads as ASCII.
    if b"<!entity" in raw.replace(b"\0", b"").lower():
        raise InputError("it defines entities, as no honest feed does", stage="decode")
    try:
        feed = feedparser.parse(io.BytesIO(raw), sanitize_html=True, resolve_relative_uris=False)
    except Exception as error:  # it fails on untrusted markup in ways that it does not name
        reason = f"it cannot be read as a feed ({type(error).__name__}: {error})"
        raise InputError(reason, stage="decode") from error
    if not feed.get("version"):
        raise InputError("it is no feed", stage="decode")
    return feed


def _link(entry: Any, base: str) -> str | None:  # noqa: ANN401
    if not (stated := str(entry.get("link", ""))):
        return None
    try:
        link = urljoin(base, stated)
        scheme = urlsplit(link).scheme
    except ValueError:
        return None
    return link if scheme in {"http", "https"} and len(link) <= _LONGEST_LINK else None


def _texts(entries: Sequence[Any], raw: bytes) -> list[EntryText]:
    """The text of each entry: as the feed writes it, or else as it was understood."""
    written = texts_written(raw)
    if len(written) != len(entries):
        return [*map(_understood, entries)]
    return [one or _understood(entry) for one, entry in zip(written, entries, strict=True)]


def _understood(entry: Any) -> EntryText:  # noqa: ANN401
    """The longest text of an entry."""
    given = [*entry.get("content", ()), entry.get("summary_detail", {})]
    longest = max(given, key=lambda one: len(one.get("value", "")))
    words = str(longest.get("value", ""))
    is_plain = longest.get("type") == media.TEXT or not ("<" in words or "&" in words)
    media_type = media.TEXT if is_plain else media.HTML
    return EntryText(words.encode(errors="replace"), media_type, words, None)


def _told(entry: Any, feed: Any) -> Told:  # noqa: ANN401
    found = {
        "title": (_plain(entry, "title"), "entry title"),
        "publisher": (_plain(entry.get("source") or feed, "title"), "feed title"),
        "authors": (_authors(entry), "entry author"),
        "language": (feed.get("language"), "feed language"),
        "published": (date_told(entry.get("published")), "entry published"),
        "updated": (date_told(entry.get("updated")), "entry updated"),
    }
    told = {field: value for field, (value, _) in found.items() if value}
    stated = [Stated(field=field, where=found[field][1]) for field in told]
    return Told(**told, stated=tuple(sorted(stated)))


def _plain(holder: Any, field: str) -> str | None:  # noqa: ANN401
    """A text without markup."""
    return " ".join(_TAG.sub("", str(holder.get(field, ""))).split()) or None


def _authors(entry: Any) -> tuple[str, ...]:  # noqa: ANN401
    told = entry.get("authors", ())  # words where the feed has an element of that name
    named = (author for author in told if isinstance(author, Mapping))
    names = (str(author.get("name", "")).strip() for author in named)
    return tuple(dict.fromkeys(filter(None, names)))
