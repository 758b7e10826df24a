"""All by which a page tells of itself, with its place: `meta og:title`, `json-ld headline`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, Final, NamedTuple

from lxml.html import HtmlElement

_DATA_KEYS: Final = (
    *("headline", "name", "author", "creator", "publisher", "inLanguage", "url"),
    *("sourceOrganization", "creditText", "copyrightHolder"),
)
_SHOWN: Final = ("h1", "title", "h2")
_ADDRESSES: Final = {
    "link canonical": ".//link[@rel='canonical']",
    "base": ".//base",
    "link alternate": ".//link[@rel='alternate'][@hreflang='x-default']",
}
_MAX_ITEMS: Final = 50
"""Of headings, of items of linked data and of names in one of them, no page has more to tell."""
_NOT_IN_NAMES: Final = re.compile(r"[^\w:.-]")
_LONGEST_NAME: Final = 60


class Told(NamedTuple):
    """What is told at a place, white space folded."""

    where: str
    words: str


def told_by(tree: HtmlElement) -> tuple[Told, ...]:
    """What the page tells: metadata, linked data, headings, addresses; each in its order."""
    told = chain(_metas(tree), _linked_data(tree), _headings(tree), _addresses(tree))
    return tuple(Told(where, " ".join(words.split())) for where, words in told)


def clean_name(name: str) -> str:
    """The name of an attribute or a class, without what no such name has."""
    return _NOT_IN_NAMES.sub("", name)[:_LONGEST_NAME]


def meta_name(meta: HtmlElement) -> str:
    """What a `<meta>` tells of: `og:title`."""
    names = (meta.get(kind) for kind in ("property", "name", "itemprop", "http-equiv"))
    return clean_name(next(filter(None, names), ""))


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    return ((f"meta {meta_name(meta)}", meta.get("content", "")) for meta in tree.iter("meta"))


def _linked_data(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for item in islice(_items(tree), _MAX_ITEMS):
        for key in _DATA_KEYS:
            for name in _names_in(item.get(key)):
                yield f"json-ld {key}", name


def _items(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The items of linked data (https://www.w3.org/TR/json-ld/), those of a graph one by one."""
    for script in tree.iter("script"):  # only those with sound JSON were kept
        data = json.loads(script.text or "null", strict=False)
        for item in data if isinstance(data, list) else (data,):
            if isinstance(item, dict):
                graph = item.get("@graph")
                members = graph if isinstance(graph, list) else ()
                yield from (item, *(member for member in members if isinstance(member, dict)))


def _names_in(value: object) -> Iterator[str]:
    for one in islice(value if isinstance(value, list) else (value,), _MAX_ITEMS):
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield name


def _headings(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for tag in _SHOWN:
        for heading in islice(tree.iter(tag), _MAX_ITEMS):
            yield tag, heading.text_content()


def _addresses(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for where, path in _ADDRESSES.items():
        for element in islice(tree.iterfind(path), 1):
            yield where, element.get("href", "")
