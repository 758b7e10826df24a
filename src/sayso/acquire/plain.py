"""Plain texts: the words as they stand, and what the first lines say of title and authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sayso.acquire.article import Article
from sayso.acquire.credits import credits_in_text, stated_by
from sayso.acquire.datelines import dateline_of
from sayso.acquire.decoding import Decoded, decode_text
from sayso.acquire.names import only_names
from sayso.model import Run, SourceMap, Stated

_HEAD = 2000
_LINES = 6
_MAX_TITLE = 150

_ENDS_SENTENCE = re.compile(r"\.[\"'”’)]?$")
_BYLINE = re.compile(r"(?:by|BY|By) (?P<names>\S.{2,150})")
_AND = re.compile(r",? (?:and|AND|&) ")


def read_plain(raw: bytes, charset: str | None = None) -> Article:
    """The article that a plain text is, kept character for character.

    `charset` is the encoding that a server or an e-mail states for it. Raises InputError (stage
    `decode`).
    """
    decoded = decode_text(raw, charset)
    return article_of(decoded.text, _one_run(decoded, len(raw)))


def article_of(text: str, source_map: SourceMap) -> Article:
    """The article that `text` is, with what its first and last lines say of it."""
    title, authors = title_of(text), authors_of(text)
    credited, dateline = credits_in_text(text), dateline_of(text)
    named = {"title": title, "authors": authors[0] if authors else None}
    return Article(
        text=text,
        source_map=source_map,
        title=title,
        authors=authors,
        credits=tuple(credit.agency for credit in credited),
        dateline=dateline,
        stated=(*_stated_in(text, named), *stated_by(credited, dateline)),
    )


def _one_run(decoded: Decoded, size: int) -> SourceMap:
    run = Run(0, len(decoded.text), decoded.mark, size)
    return SourceMap(encoding=decoded.encoding, runs=(run,) if decoded.text else ())


def _stated_in(text: str, named: Mapping[str, str | None]) -> Iterator[Stated]:
    for field, words in named.items():
        if words is not None:
            at = text.index(words)
            yield Stated(field=field, where=f"text {at}-{at + len(words)}")


def title_of(text: str) -> str | None:
    """The first line, when a blank line follows it and it does not read as a sentence."""
    first, _, rest = text[:_HEAD].lstrip().partition("\n")
    following, _, _ = rest.partition("\n")
    title = first.strip()
    is_title = (
        title
        and rest.strip()
        and not following.strip()
        and len(title) <= _MAX_TITLE
        and not _ENDS_SENTENCE.search(title)
        and not _BYLINE.fullmatch(title)
    )
    return title if is_title else None


def authors_of(text: str) -> tuple[str, ...]:
    """The names in a byline ("By Jane Doe and John Roe") among the first lines."""
    lines = [line.strip() for line in text[:_HEAD].splitlines() if line.strip()]
    for line in lines[:_LINES]:
        if byline := _BYLINE.fullmatch(line):
            return _names(byline["names"])
    return ()


def _names(words: str) -> tuple[str, ...]:
    """The names joined by "and"; without one, a comma sets off a job or an employer."""
    *others, last = _AND.split(words)
    parts = [name for part in others for name in part.split(", ")] + [last.partition(",")[0]]
    return only_names(parts)
