"""What a document says of itself beside its text, and where.

A place is told as `Report.stated` tells it: `info Title`, `core creator`, `header From`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sayso.acquire.article import Article
from sayso.acquire.names import only_names
from sayso.model import Stated

_BETWEEN_NAMES = re.compile(r"\s*[;,&]\s*|\s+and\s+")
# A file's name, or what programs write where nobody gave a title.
_NO_TITLE = re.compile(
    r"microsoft \w+ - |(?:untitled|document|presentation)[ _-]?\d*$|\S*\.[a-z]{2,5}$",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
_LONGEST = 1_000
"""Characters of a property: what is longer is none."""


def with_stated(article: Article, said: Mapping[str, tuple[Any, str]]) -> Article:
    """`article` with the fields in `said` that have a value, each given with its place."""
    found = {field: (value, place) for field, (value, place) in said.items() if value}
    values = {field: value for field, (value, _) in found.items()}
    places = tuple(Stated(field=field, where=place) for field, (_, place) in found.items())
    kept = tuple(each for each in article.stated if each.field not in found)
    return replace(article, **values, stated=(*kept, *places))


def title_in(words: str) -> str | None:
    """`words` where they are a title, and no file's name or what a program wrote."""
    title = " ".join(words[: _LONGEST + 1].split())
    return title if len(title) <= _LONGEST and not _NO_TITLE.match(title) else None


def names_in(words: str) -> tuple[str, ...]:
    """The names of people and agencies in a property that lists authors."""
    return only_names(_BETWEEN_NAMES.split(words[:_LONGEST]))


def language_in(words: str) -> str | None:
    """The language tag that `words` are, such as `en-GB`."""
    tag = words[:_LONGEST].strip()
    return tag.replace("_", "-") if _LANGUAGE.fullmatch(tag) else None
