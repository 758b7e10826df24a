"""When a page says it was published, and when changed.

htmldate knows the many names that sites give this date in their metadata; it is shown nothing
but metadata that states a full date of publication, so it has nothing to guess from: not the
footer, not the day of reading, not a date in the article. Where metadata has none, the first
date that the page marks up as one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice
from typing import Any, Final, NamedTuple

import lxml.html
from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement

from sayso.acquire.dates import date_stated_in
from sayso.acquire.html.statements import clean_name, meta_name

# The end of the span is fixed: by default it is today, and results would depend on the day.
_NO_GUESSING: Final[dict[str, Any]] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": datetime(1900, 1, 1),  # noqa: DTZ001 htmldate compares naive instants
    "max_date": datetime(2100, 1, 1),  # noqa: DTZ001
}

_MARKED = re.compile(
    r"date|datum|publish|posted|byline|timestamp|\btime\b|(?:entry|post)-meta", re.IGNORECASE
)
_OTHER_DATE = re.compile(r"modif|updat|current|today|expir|copyright|revis", re.IGNORECASE)
_CHANGED = re.compile(r"modif|updat|revis", re.IGNORECASE)
_ASIDE = re.compile(
    r"footer|copyright|comment|related|sidebar|recent|popular|widget|masthead|top-?bar|teaser",
    re.IGNORECASE,
)
_ASIDE_TAGS = {"a", "aside", "footer", "nav"}
# What is longer than a date with its byline is no date, but holds one.
_MAX_PIECES = 20
_MAX_LENGTH = 100


class Stated(NamedTuple):
    """A date, `YYYY-MM-DD`, and where it is stated; both null where none is."""

    date: str | None
    where: str | None


def published_date(tree: HtmlElement) -> Stated:
    """The date of publication that a page's metadata or markup declares."""
    metas = [(meta, date) for meta, date in _dated_metas(tree) if not _speaks_of(_OTHER_DATE, meta)]
    if found := find_date(_page_of(metas), url="", **_NO_GUESSING):
        names = [meta_name(meta) for meta, date in metas if date == found]
        return Stated(found, f"meta {next(filter(_MARKED.search, names), names[0])}")
    return _first(_data_dates(tree, "datePublished"), _marked_dates(tree, updates=False))


def updated_date(tree: HtmlElement) -> Stated:
    """The date of the last change that a page's metadata or markup declares."""
    metas = (
        Stated(date, f"meta {meta_name(meta)}")
        for meta, date in _dated_metas(tree)
        if _speaks_of(_CHANGED, meta)
    )
    return _first(metas, _data_dates(tree, "dateModified"), _marked_dates(tree, updates=True))


def _first(*found: Iterator[Stated]) -> Stated:
    return next(chain.from_iterable(found), Stated(None, None))


def _dated_metas(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The metadata that states a date, with it."""
    for meta in tree.iter("meta"):
        if date := date_stated_in(meta.get("content", "")):
            yield meta, date


def _speaks_of(pattern: re.Pattern[str], meta: HtmlElement) -> bool:
    return any(pattern.search(value) for name, value in meta.items() if name != "content")


def _page_of(metas: Iterable[tuple[HtmlElement, str]]) -> HtmlElement:
    """A page of nothing but metadata, each pared to its date."""
    page = lxml.html.document_fromstring("<html><head></head></html>")
    for meta, date in metas:
        names = {name: value for name, value in meta.items() if name != "content"}
        etree.SubElement(page.head, "meta", names, content=date)
    return page


def _data_dates(tree: HtmlElement, key: str) -> Iterator[Stated]:
    pattern = re.compile(rf'"{key}"\s{{0,9}}:\s{{0,9}}"([^"]{{8,40}})"')
    for script in tree.iter("script"):
        for match in pattern.finditer(script.text or ""):
            if date := date_stated_in(match[1]):
                yield Stated(date, f"json-ld {key}")


def _marked_dates(tree: HtmlElement, *, updates: bool) -> Iterator[Stated]:
    for element in tree.iter():
        names = _names(element)
        is_marked = element.tag == "time" or _MARKED.search(names)
        if not is_marked or bool((_CHANGED if updates else _OTHER_DATE).search(names)) != updates:
            continue
        date = _date_of(element, updates=updates)
        if date and not any(map(_is_aside, (element, *element.iterancestors()))):
            yield Stated(date, f"{element.tag} {clean_name(names.strip().split(' ')[0])}".strip())


def _date_of(element: HtmlElement, *, updates: bool) -> str | None:
    pieces = [element.get("datetime", "")]
    if not pieces[0]:
        pieces = list(islice(element.itertext(), _MAX_PIECES + 1))
    words = " ".join("".join(pieces).split())
    is_short = len(pieces) <= _MAX_PIECES and len(words) <= _MAX_LENGTH
    is_another = not updates and _OTHER_DATE.match(words)
    return date_stated_in(words) if is_short and not is_another else None


def _names(element: HtmlElement) -> str:
    return " ".join(element.get(name, "") for name in ("class", "id", "itemprop"))


def _is_aside(element: HtmlElement) -> bool:
    if element.tag in {"body", "html"}:  # their classes speak of the whole site
        return False
    return element.tag in _ASIDE_TAGS or bool(_ASIDE.search(_names(element)))
