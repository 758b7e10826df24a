"""Plain texts: the words as they stand, and what the first lines say of title and authors."""

from __future__ import annotations

import re

from sayso.acquire.article import Article
from sayso.acquire.decoding import decode_text
from sayso.acquire.names import only_names

_HEAD = 2000
_LINES = 6
_MAX_TITLE = 150

_ENDS_SENTENCE = re.compile(r"\.[\"'”’)]?$")
_BYLINE = re.compile(r"(?:by|BY|By) (?P<names>\S.{2,150})")
_AND = re.compile(r",? (?:and|AND|&) ")


def read_plain(raw: bytes) -> Article:
    """The article that a plain text is, kept character for character.

    Raises InputError (stage `decode`).
    """
    text = decode_text(raw)
    return Article(text=text, title=title_of(text), authors=authors_of(text))


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
