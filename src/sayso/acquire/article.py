"""What one input holds, before it is a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and what it says of itself; what was not found is None, or empty for `authors`.

    `published` is the date that a page's markup declares, `url` the address it gives itself.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: str | None = None
    url: str | None = None
