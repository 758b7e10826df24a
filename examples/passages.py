"""Annotated passages: short texts of our own with every statement in them, at every depth.

`nested/` is the test set for attribution inside attribution; GUIDE.md says how it is annotated.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from examples.annotation_files import AnnotationError, Page, Strict
from sayso.model import Act, Span, Stance

NESTED = Path(__file__).with_name("nested")
PASSES = ("first", "second", "reconciled")


@dataclass(frozen=True, slots=True)
class Marked:
    """One annotated statement; `parent` is the place of another in the passage, or the author."""

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    act: Act
    stance: Stance
    parent: int | None
    depth: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its statements, in the order of their cues."""

    id: str
    text: str
    statements: tuple[Marked, ...]

    def above(self, statement: Marked) -> Marked | None:
        """The statement in whose content it is nested; None is the author."""
        return None if statement.parent is None else self.statements[statement.parent]


class _StatementTable(Strict):
    """One `[[passage.statement]]`."""

    source: tuple[str, ...] | str = ()
    cue: str
    content: tuple[str, ...] | str
    act: Act = Act.SAY
    stance: Stance = Stance.AFFIRMS


class _PassageTable(Strict):
    """One `[[passage]]`; the text may stand in another file."""

    id: str
    text: str = ""
    statement: tuple[_StatementTable, ...] = ()


class _File(Strict):
    passage: tuple[_PassageTable, ...]


def nested_passages(annotator: str) -> list[Passage]:
    """The nested test set as one of PASSES annotated it."""
    texts = {table.id: table.text for table in _tables(NESTED / "passages.toml")}
    return list(_passages(_tables(NESTED / f"{annotator}.toml"), texts))


def read_passages(path: Path) -> list[Passage]:
    """The passages of a file that holds texts and statements."""
    tables = _tables(path)
    return list(_passages(tables, {table.id: table.text for table in tables}))


def _tables(path: Path) -> tuple[_PassageTable, ...]:
    try:
        return _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).passage
    except (FileNotFoundError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise AnnotationError(f"{path.name}: {error}") from error


def _passages(tables: Iterable[_PassageTable], texts: Mapping[str, str]) -> Iterable[Passage]:
    for table in tables:
        try:
            yield _passage(table, texts[table.id])
        except (AnnotationError, KeyError) as error:
            raise AnnotationError(f"passage {table.id}: {error}") from error


def _passage(table: _PassageTable, text: str) -> Passage:
    page = Page(text, {1: Span.of(text, 0, len(text))}, frozenset())
    placed: list[dict[str, Any]] = [
        {
            "source": page.find_all("1", one.source),
            "cue": page.find("1", one.cue),
            "content": page.find_all("1", one.content),
            "act": one.act,
            "stance": one.stance,
        }
        for one in table.statement
    ]
    parents = [_parent(one, placed) for one in placed]
    return Passage(
        table.id,
        text,
        tuple(
            Marked(**one, parent=parents[place], depth=_depth(place, parents))
            for place, one in enumerate(placed)
        ),
    )


def _parent(one: dict[str, Any], placed: Sequence[dict[str, Any]]) -> int | None:
    """The place of the statement with the shortest content in which the cue of `one` stands."""
    around = [
        (sum(len(span.text) for span in other["content"]), place)
        for place, other in enumerate(placed)
        if other is not one
        and any(span.start <= one["cue"].start < span.end for span in other["content"])
    ]
    return min(around)[1] if around else None


def _depth(place: int, parents: Sequence[int | None]) -> int:
    """How many statements stand above the one at `place`, itself included."""
    depth, seen = 1, {place}
    while (above := parents[place]) is not None:
        if above in seen:
            raise AnnotationError(f"statements {sorted(seen)} stand in each other")
        seen.add(above)
        place, depth = above, depth + 1
    return depth
