"""HTML pages: the article in them, and what they say of it.

trafilatura finds the article and its metadata. Whatever it raises on a page that it cannot
digest becomes an InputError.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

import trafilatura
from lxml.html import HtmlElement
from trafilatura.metadata import Document, extract_metadata

from sayso.acquire.article import Article
from sayso.acquire.decoding import decode_page
from sayso.acquire.markup import language_of, parse, rendered
from sayso.acquire.names import only_names
from sayso.acquire.page_dates import NO_GUESSING, declared_date
from sayso.model import InputError

# Both libraries log what they cannot read. Here that ends in a reason for the person; without
# a handler, Python would print their log over it.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

# What the site's name is set off with: "Silo blast kills three | The Courier".
_SEPARATORS = tuple(f" {mark}" for mark in "|-–—·•")
# An article of fewer words stands elsewhere: in a script, or behind a wall.
_MIN_WORDS = 5
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#@]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|//|@|^www\.", re.IGNORECASE)


def read_page(raw: bytes) -> Article:
    """The article in an HTML page; raises InputError (stage `decode` or `extract`)."""
    tree = parse(decode_page(raw))
    with _failures_as_refusals():
        stated = extract_metadata(tree, date_config=dict(NO_GUESSING))
    publisher = _publisher(tree, stated)
    return Article(
        text=_text(tree),
        title=_title(stated, publisher),
        publisher=publisher,
        authors=only_names((stated.author or "").split(";")),
        language=language_of(tree),
        published=declared_date(tree),
        canonical_url=stated.url,
    )


@contextmanager
def _failures_as_refusals() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # untrusted markup makes trafilatura fail in ways it does not name
        reason = f"its markup cannot be read ({type(error).__name__}: {error})"
        raise InputError(reason, stage="extract") from error


def _text(tree: HtmlElement) -> str:
    with _failures_as_refusals():
        found = trafilatura.bare_extraction(
            tree, favor_precision=True, include_comments=False, output_format="txt"
        )
    text = rendered(found.body) if isinstance(found, Document) else ""
    if len(text.split()) < _MIN_WORDS:
        raise InputError("no article text was found in the page", stage="extract")
    return text


def _publisher(tree: HtmlElement, stated: Document) -> str | None:
    """The name the site gives itself, or the host it says it stands on."""
    name = tree.xpath("string(//meta[@property='og:site_name']/@content)").strip()
    if not name and not _begins_title(tree, stated.sitename or ""):
        name = stated.sitename or ""
    if name and not _ADDRESS.search(name):
        return str(name)
    host = _HOST.match(stated.url or "")
    return host[1] if host else None


def _begins_title(tree: HtmlElement, name: str) -> bool:
    """Whether `name` is but the headline: trafilatura may take a site's name from `<title>`."""
    title = " ".join((tree.findtext(".//title") or "").split())
    return title.casefold().startswith(name.casefold())


def _title(stated: Document, publisher: str | None) -> str | None:
    """The title without the site's name, which many pages put at its end."""
    title = stated.title or ""
    headline = title.removesuffix(publisher or "").rstrip()
    if headline.endswith(_SEPARATORS):
        title = headline[:-1].rstrip()
    return title or None
