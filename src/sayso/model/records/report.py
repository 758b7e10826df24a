"""What was read: one publication of one text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.source_map import SourceMap
from sayso.model.spans import Span
from sayso.model.vocabulary import (
    PublishedFrom,
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Stated:
    """Where an input states a field of its report: `meta og:title`, `json-ld datePublished`."""

    field: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One publication of one text.

    `published` and `updated` are ISO 8601 or EDTF dates; `retrieved` is an ISO 8601 instant in UTC
    (for a local file, when it was last written); `reader` the name and version of what made the
    rows, null until the report is read. `canonical_url` is the address that a page gives itself,
    `credits` are the agencies that it credits, `dateline` the words at the head of the text that
    tell from where and when it was filed. What was not found is null, or empty for `authors` and
    `credits`. `stated` tells where each of these was found, by the name of the field.
    `source_map` leads every offset of `text` back to the raw bytes or the page.
    """

    id: str
    sha256: str
    media_type: str
    uri: str | None
    retrieved: str | None
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    language: str | None
    published: str | None
    published_from: PublishedFrom | None
    text: str
    reader: str | None = None
    updated: str | None = None
    canonical_url: str | None = None
    credits: tuple[str, ...] = ()
    dateline: Span | None = None
    stated: tuple[Stated, ...] = ()
    source_map: SourceMap | None = None
