"""Rows of tables: a text, and who says what in it as `(source, cue, content)`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import pytest

from sayso.model import Reading, Span, Statement
from sayso.places import read_places
from sayso.reader import load_reader
from sayso.statements import Account, read_statements
from sayso.times import read_times
from tests.samples import report

Told = tuple[str, str, str]
"""The words of a source, its cue and its content; `…` joins the pieces of one of them."""

PUBLISHED = "2024-03-06"
"""A Wednesday."""


def row(name: str, *values: Any, weak: str | None = None) -> Any:
    """A row of a table, called `name`; `weak` says why the engine still gets it wrong."""
    marks = [pytest.mark.xfail(strict=True, reason=weak)] if weak else []
    return pytest.param(*values, id=name, marks=marks)


def says(name: str, text: str, *expected: Told, weak: str | None = None) -> Any:
    """A row of a text and all who say something in it."""
    return row(name, text, expected, weak=weak)


@lru_cache(maxsize=512)
def account(text: str, published: str | None = PUBLISHED) -> Account:
    """What is read in `text` up to its statements."""
    given = report(text, published=published)
    doc = load_reader().annotate(text)
    return read_statements(given, doc, read_places(given, doc), read_times(given, doc))


@lru_cache(maxsize=512)
def reading(text: str, published: str | None = PUBLISHED) -> Reading:
    """The statements of `text`, their actors, and its places and times."""
    told = account(text, published)
    return Reading(
        report=told.report,
        statements=told.statements,
        actors=told.roster.actors(),
        places=told.places,
        times=told.times,
    )


def credited(text: str, published: str | None = PUBLISHED) -> list[Statement]:
    """The statements that the author of `text` credits to others, outer ones first."""
    found = [each for each in reading(text, published).statements if each.cue]
    return sorted(found, key=lambda each: (each.depth, cue_of(each).start, each.content))


def authors(text: str) -> list[Statement]:
    """The author's own statements in `text`."""
    return [each for each in reading(text).statements if each.depth == 0]


def only(text: str, published: str | None = PUBLISHED) -> Statement:
    """The one outermost statement that the author of `text` credits to somebody."""
    (found,) = (each for each in credited(text, published) if each.depth == 1)
    return found


def told(text: str) -> list[Told]:
    """Who says what in `text`, outer statements first."""
    return [
        (words(each.source.spans), cue_of(each).text, words(each.content))
        for each in credited(text)
    ]


def cue_of(statement: Statement) -> Span:
    """The cue of a credited statement, which is one unbroken string."""
    assert statement.cue
    (cue,) = statement.cue.spans
    return cue


def words(spans: Iterable[Span]) -> str:
    """The words of `spans`."""
    return " … ".join(span.text for span in spans)


def tree(statements: Sequence[Statement]) -> dict[str, str | None]:
    """The cue of each credited statement → the cue of its parent, None for the author."""
    cues = {each.id: cue_of(each).text for each in statements}
    return {cues[each.id]: cues.get(each.parent or "") for each in statements}
