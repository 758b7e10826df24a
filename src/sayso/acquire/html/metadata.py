"""What a page says of itself, and where it says so.

trafilatura knows the many names that sites give title, authors, publisher and address. It is asked
step by step, in its own order: metadata, linked data, then what the page shows. The place that is
told for a field is the first of that step that states what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from lxml.html import HtmlElement
from trafilatura.metadata import (
    Document,
    examine_meta,
    extract_author,
    extract_meta_json,
    extract_sitename,
    extract_title,
    extract_url,
)

from sayso.acquire.credits import Credit, credits_among
from sayso.acquire.html.dates import published_date, updated_date
from sayso.acquire.html.statements import Told, told_by
from sayso.acquire.html.tree import language_of
from sayso.acquire.names import only_names
from sayso.model import Stated

# What the site's name is set off with: "Silo blast kills three | The Courier".
_SEPARATORS = tuple(f" {mark}" for mark in "|-–—·•")
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#@]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|//|@|^www\.", re.IGNORECASE)

_TRIPS: Final = (AttributeError, LookupError, RecursionError, TypeError, ValueError)

_META, _DATA, _SHOWN = "meta", "json-ld", "markup"
_TELLS: Final = {
    "title": re.compile(
        r"meta (?:\w+[:._-])?(?:title|headline)|json-ld (?:headline|name)|title|h1|h2",
        re.IGNORECASE,
    ),
    "author": re.compile(
        r"meta (?:.*[:._-])?(?:authors?|creator|creator\.aut|byl|metaauthor|(?:author|byline)_name)"
        r"|json-ld (?:author|creator|name)",
        re.IGNORECASE,
    ),
    "sitename": re.compile(
        r"meta (?:og:site_name|(?:.*[:._])?publisher|copyright|citation_journal_title|rbpubname"
        r"|twitter:site|application-name|.*app:name.*)|json-ld (?:publisher|name)|title",
        re.IGNORECASE,
    ),
    "url": re.compile(r"meta (?:og|twitter):url|link canonical|base|link alternate"),
}
"""The fields that trafilatura finds, and the places that tell of each."""
_TELLS_CREDIT: Final = re.compile(
    r"author|creator|byl|source|sourceOrganization|creditText|copyright|copyrightHolder|dc.rights",
    re.IGNORECASE,
)


class Metadata(NamedTuple):
    """The fields of an article that its page states, with their places."""

    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    language: str | None
    published: str | None
    updated: str | None
    canonical_url: str | None
    credits: tuple[Credit, ...]
    stated: tuple[Stated, ...]


def metadata_of(tree: HtmlElement) -> Metadata:
    """What the page says of itself."""
    told = told_by(tree)
    found, steps = _found(tree)
    publisher = _publisher(tree, found)
    title = _title(found, publisher)
    authors = only_names((found.author or "").split(";"))
    language, language_at = language_of(tree)
    published, published_at = published_date(tree)
    updated, updated_at = updated_date(tree)
    url_at = _place(told, "url", steps, found.url)
    places = {
        "title": _place(told, "title", steps, title),
        "publisher": _place(told, "sitename", steps, publisher) if found.sitename else url_at,
        "authors": _place(told, "author", steps, next(iter(authors), None)),
        "language": language_at,
        "published": published_at,
        "updated": updated_at,
        "canonical_url": url_at,
    }
    return Metadata(
        title=title,
        publisher=publisher,
        authors=authors,
        language=language,
        published=published,
        updated=updated,
        canonical_url=found.url,
        credits=tuple(_credits(told)),
        stated=tuple(Stated(field=field, where=where) for field, where in places.items() if where),
    )


def _found(tree: HtmlElement) -> tuple[Document, dict[str, str]]:
    """What trafilatura finds, and the step at which it found each field."""
    found = examine_meta(tree)
    if found.author and " " not in found.author:  # the name of an account
        found.author = None
    steps = dict.fromkeys(_filled(found), _META)
    before = {field: getattr(found, field) for field in _TELLS}
    # It trips over linked data that is not of the form it knows, and keeps what it had by then.
    with suppress(*_TRIPS):
        found = extract_meta_json(tree, found)
    steps |= {field: _DATA for field in _filled(found) if getattr(found, field) != before[field]}
    found.title = found.title or extract_title(tree)
    found.author = found.author or extract_author(tree)
    found.url = found.url or extract_url(tree)
    found.sitename = _site_name(found.sitename or extract_sitename(tree) or "")
    found.clean_and_trim()
    return found, dict.fromkeys(_filled(found), _SHOWN) | steps


def _site_name(name: str) -> str | None:
    """`name` in the form of a name where it is that of an account."""
    name = name.lstrip("@")
    return name.title() if "." not in name and name[:1].islower() else name or None


def _filled(found: Document) -> Iterator[str]:
    return (field for field in _TELLS if getattr(found, field))


def _place(
    told: Sequence[Told], field: str, steps: Mapping[str, str], value: str | None
) -> str | None:
    """The first place that tells of `field` and states its `value`; the step where none does."""
    if value is None:
        return None
    step, words = steps.get(field, _SHOWN), value.casefold().rstrip("/")
    places = [
        where
        for where, told_words in told
        if _step_of(where) == step
        and _TELLS[field].fullmatch(where)
        and words in told_words.casefold()
    ]
    return min(places, key=_rank, default=step)


def _step_of(where: str) -> str:
    step = where.partition(" ")[0]
    return step if step in {_META, _DATA} else _SHOWN


def _rank(where: str) -> int:
    """Open Graph is looked at first; the name of an item of linked data may be anything's."""
    return 0 if where.startswith("meta og:") else 2 if where == "json-ld name" else 1


def _publisher(tree: HtmlElement, found: Document) -> str | None:
    """The name the site gives itself, or the host it says it stands on."""
    name = str(tree.xpath("string(//meta[@property='og:site_name']/@content)")).strip()
    if not name and not _begins_title(tree, found.sitename or ""):
        name = found.sitename or ""
    if name and not _ADDRESS.search(name):
        return name
    host = _HOST.match(found.url or "")
    return host[1] if host else None


def _begins_title(tree: HtmlElement, name: str) -> bool:
    """Whether `name` is but the headline: trafilatura may take a site's name from `<title>`."""
    title = " ".join((tree.findtext(".//title") or "").split())
    return title.casefold().startswith(name.casefold())


def _title(found: Document, publisher: str | None) -> str | None:
    """The title without the site's name, which many pages put at its end."""
    title = found.title or ""
    headline = title.removesuffix(publisher or "").rstrip()
    if headline.endswith(_SEPARATORS):
        title = headline[:-1].rstrip()
    return title or None


def _credits(told: Iterable[Told]) -> Iterator[Credit]:
    for where, words in told:
        if _TELLS_CREDIT.search(where):
            yield from credits_among(words, where)
