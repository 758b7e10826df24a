"""What one input holds, before it is a report."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import SourceMap, Span, Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and what it says of itself; what was not found is None, or empty.

    `published` and `updated` are dates that the input declares, `canonical_url` the address it
    gives itself. `stated` tells of each field that was found where it stands. `dateline` quotes
    `text`; `source_map` leads `text` back to the raw bytes.
    """

    text: str
    source_map: SourceMap | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    canonical_url: str | None = None
    credits: tuple[str, ...] = ()
    dateline: Span | None = None
    stated: tuple[Stated, ...] = ()
