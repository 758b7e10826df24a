"""When a page says it was published.

htmldate knows the many names that sites give this date in their metadata; it is shown nothing
but metadata that states a full date of publication, so it has nothing to guess from: not the
footer, not the day of reading, not a date in the article. Where metadata has none, the first
date that the page marks up as one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, Final

import lxml.html
from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement

from sayso.acquire.dates import date_stated_in

# The end of the span is fixed: by default it is today, and results would depend on the day.
NO_GUESSING: Final[dict[str, Any]] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": datetime(1900, 1, 1),  # noqa: DTZ001 htmldate compares naive instants
    "max_date": datetime(2100, 1, 1),  # noqa: DTZ001
}

_LINKED_DATA_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"')
_MARKED = re.compile(
    r"date|datum|publish|posted|byline|timestamp|\btime\b|(?:entry|post)-meta", re.IGNORECASE
)
_OTHER_DATE = re.compile(r"modif|updat|current|today|expir|copyright|revis", re.IGNORECASE)
_ASIDE = re.compile(
    r"footer|copyright|comment|related|sidebar|recent|popular|widget|masthead|top-?bar|teaser",
    re.IGNORECASE,
)
_ASIDE_TAGS = {"a", "aside", "footer", "nav"}
# What is longer than a date with its byline is no date, but holds one.
_MAX_PIECES = 20
_MAX_LENGTH = 100


def declared_date(tree: HtmlElement) -> str | None:
    """The date of publication that a page's metadata or markup declares, as `YYYY-MM-DD`."""
    return (
        find_date(_metadata_alone(tree), url="", **NO_GUESSING)
        or next(_linked_data_dates(tree), None)
        or next(_marked_dates(tree), None)
    )


def _metadata_alone(tree: HtmlElement) -> HtmlElement:
    """A page of nothing but the metadata that states a date, each pared to that date."""
    page = lxml.html.document_fromstring("<html><head></head></html>")
    for meta in tree.iter("meta"):
        names = {name: value for name, value in meta.items() if name != "content"}
        stated = date_stated_in(meta.get("content", ""))
        if stated and not _OTHER_DATE.search(" ".join(names.values())):
            etree.SubElement(page.head, "meta", names, content=stated)
    return page


def _linked_data_dates(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        for match in _LINKED_DATA_DATE.finditer(script.text or ""):
            if stated := date_stated_in(match[1]):
                yield stated


def _marked_dates(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter():
        names = _names(element)
        is_marked = element.tag == "time" or _MARKED.search(names)
        stated = _date_of(element) if is_marked and not _OTHER_DATE.search(names) else None
        if stated and not any(map(_is_aside, (element, *element.iterancestors()))):
            yield stated


def _date_of(element: HtmlElement) -> str | None:
    pieces = [element.get("datetime", "")]
    if not pieces[0]:
        pieces = list(islice(element.itertext(), _MAX_PIECES + 1))
    words = " ".join("".join(pieces).split())
    is_short = len(pieces) <= _MAX_PIECES and len(words) <= _MAX_LENGTH
    return date_stated_in(words) if is_short and not _OTHER_DATE.match(words) else None


def _is_aside(element: HtmlElement) -> bool:
    if element.tag in {"body", "html"}:  # their classes speak of the whole site
        return False
    return element.tag in _ASIDE_TAGS or bool(_ASIDE.search(_names(element)))


def _names(element: HtmlElement) -> str:
    return " ".join(element.get(name, "") for name in ("class", "id", "itemprop"))
