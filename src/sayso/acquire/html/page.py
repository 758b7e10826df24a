"""HTML pages: the article in them, and what they say of it.

trafilatura finds the article and its metadata. Whatever it raises on a page that it cannot
digest becomes an InputError.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import trafilatura
from lxml.html import HtmlElement
from trafilatura.metadata import Document

from sayso.acquire.article import Article
from sayso.acquire.credits import credits_in_text, distinct, stated_by
from sayso.acquire.datelines import dateline_of
from sayso.acquire.decoding import decode_page
from sayso.acquire.html.mapping import source_map
from sayso.acquire.html.metadata import metadata_of
from sayso.acquire.html.numbering import Numbered, number_elements
from sayso.acquire.html.rendering import BAR, Rendered, rendered
from sayso.acquire.html.stream import read_stream
from sayso.acquire.html.tree import parse
from sayso.model import InputError

# Both libraries log what they cannot read. Here that ends in a reason for the person; without
# a handler, Python would print their log over it.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

# An article of fewer words stands elsewhere: in a script, or behind a wall.
_MIN_WORDS = 5


def read_page(raw: bytes, charset: str | None = None) -> Article:
    """The article in an HTML page; raises InputError (stage `decode` or `extract`).

    `charset` is the encoding that a server states for the page.
    """
    decoded = decode_page(raw, charset)
    tree = parse(decoded.text)
    stream = read_stream(decoded.text)
    article = _article(tree, number_elements(tree).within(stream.shown))
    with _failures_as_refusals():
        metadata = metadata_of(tree)
    text = article.text.replace(BAR, "|")
    credited = distinct((*metadata.credits, *credits_in_text(text)))
    dateline = dateline_of(text)
    return Article(
        text=text,
        source_map=source_map(article, stream, decoded, raw),
        title=metadata.title,
        publisher=metadata.publisher,
        authors=metadata.authors,
        language=metadata.language,
        published=metadata.published,
        updated=metadata.updated,
        canonical_url=metadata.canonical_url,
        credits=tuple(credit.agency for credit in credited),
        dateline=dateline,
        stated=(*metadata.stated, *stated_by(credited, dateline)),
    )


@contextmanager
def _failures_as_refusals() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # untrusted markup makes trafilatura fail in ways it does not name
        reason = f"its markup cannot be read ({type(error).__name__}: {error})"
        raise InputError(reason, stage="extract") from error


def _article(tree: HtmlElement, numbered: Numbered) -> Rendered:
    with _failures_as_refusals():
        found = trafilatura.bare_extraction(
            tree, favor_precision=True, include_comments=False, output_format="txt"
        )
    article = rendered(found.body, numbered) if isinstance(found, Document) else None
    if article is None or len(article.text.split()) < _MIN_WORDS:
        raise InputError("no article text was found in the page", stage="extract")
    return article
