"""Assertions of short texts, as tests compare them."""

from __future__ import annotations

from functools import lru_cache

from sayso.links.assertions import Assertion, assertions_of
from sayso.model import About, Reading
from sayso.pipeline.reading import read_text

PUBLISHED = "2024-03-06"


@lru_cache(maxsize=512)
def reading(text: str, published: str = PUBLISHED) -> Reading:
    return read_text(text, published=published)


def assertions(text: str, about: About, published: str = PUBLISHED) -> tuple[Assertion, ...]:
    """What `text` asserts of this sort."""
    return tuple(one for one in assertions_of(reading(text, published)) if one.about is about)


def said(one: Assertion) -> tuple[str, str, str]:
    """Who asserts it, the stance to the proposition put positively, and the words."""
    source = one.source.name if one.source is not None else one.source_kind.value
    return source, one.stance.value, " … ".join(span.text for span in one.spans)
