"""E-mails read: the body that is meant to be read, and what the headers say of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from email.message import Message

from sayso.acquire import media
from sayso.acquire.article import Article
from sayso.acquire.documents.email import headers as header
from sayso.acquire.documents.email.parts import Part, message_in
from sayso.acquire.documents.stating import language_in, with_stated
from sayso.acquire.html import read_page
from sayso.acquire.plain import read_plain
from sayso.model import InputError, Run

_READERS: dict[str, Callable[[bytes, str | None], Article]] = {
    media.TEXT: read_plain,
    media.HTML: read_page,
    media.XHTML: read_page,
}
_KNOWN = {"from", "date", "subject", "message-id", "received", "mime-version"}
_WORD = re.compile(rb"[0-9A-Za-z\x80-\xff]")


def read_email(raw: bytes) -> Article:
    """The body of an e-mail, as plain text where it has that, else its HTML as a page.

    Lines quoted from an earlier mail (`> …`) stay as they are: they are somebody's words.
    Attachments and forwarded messages are not read. What the headers say goes before what the
    body says. The bytes are those of the file where the body stands in it as it is; else those of
    `body N`, the N-th part that holds no parts, transfer encoding undone. Raises InputError.
    """
    message = message_in(raw)
    if not _KNOWN & {name.lower() for name in message.headers}:
        raise InputError("it is no e-mail: it does not begin with headers", stage="decode")
    body = _body(message, raw)
    if body is None:
        kinds = ", ".join(dict.fromkeys(part.media_type for part in message.leaves()))
        raise InputError(f"it has no text to read, only {kinds}", stage="extract")
    charset = body.headers.get_content_charset()
    article = _READERS[body.media_type](body.content(raw), charset)
    return _with_headers(_at_its_bytes(article, body), message.headers)


def part_of(raw: bytes, name: str) -> bytes:
    """The part of the e-mail `raw` that a source map calls `name`; raises InputError."""
    found = (part for part in message_in(raw).leaves() if _name(part) == name)
    if part := next(found, None):
        return part.content(raw)
    raise InputError(f"the e-mail has no {name}", stage="decode")


def _body(part: Part, raw: bytes) -> Part | None:
    """What of `part` is to be read, or None."""
    if part.headers.get_content_disposition() == "attachment":
        return None
    if part.number:
        is_body = part.media_type in _READERS and _WORD.search(part.content(raw))
        return part if is_body else None
    bodies = [body for child in part.children if (body := _body(child, raw))]
    plain = [body for body in bodies if body.media_type == media.TEXT]
    if part.media_type == "multipart/alternative" and plain:
        return plain[0]
    return bodies[0] if bodies else None


def _name(part: Part) -> str:
    return f"body {part.number}"


def _at_its_bytes(article: Article, body: Part) -> Article:
    """`article` with a source map that counts in the file, where the body stands in it as it is."""
    found = article.source_map
    if found is None:
        return article
    if not body.is_as_it_is:
        return replace(article, source_map=replace(found, part=_name(body)))
    runs = tuple(
        Run(run.start, run.end, run.raw_start + body.start, run.raw_end + body.start)
        for run in found.runs
    )
    return replace(article, source_map=replace(found, runs=runs))


def _with_headers(article: Article, headers: Message) -> Article:
    """`article` with what the headers say, which goes before what the body says."""
    return with_stated(
        article,
        {
            "title": (header.subject(headers), "header Subject"),
            "authors": (header.senders(headers), "header From"),
            "publisher": header.publisher(headers),
            "published": (header.sent(headers), "header Date"),
            "language": (language_in(header.language(headers)), "header Content-Language"),
        },
    )
