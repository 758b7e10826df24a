"""Annotated relations: short texts of our own with every lasting tie between two actors in them.

`relations/` is the test set; RELATIONS.md says how it is annotated. As everywhere in the examples
nothing is guessed: words that have no one place in their passage are an AnnotationError.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from examples.annotation_files import AnnotationError, Page, Strict
from sayso.model import RelationKind, Span, Status

RELATIONS = Path(__file__).with_name("relations")


RelationStatus = Literal[
    Status.REPORTED, Status.FUTURE, Status.HYPOTHETICAL, Status.NEGATED, Status.HISTORICAL
]
"""Whether the tie holds, on the word of whoever tells it; one that holds is `reported`."""


@dataclass(frozen=True, slots=True)
class MarkedRelation:
    """One annotated tie; `by` is the source of the innermost statement that it stands in."""

    kind: RelationKind
    from_: Span
    to: Span
    words: Span
    status: RelationStatus
    time: Span | None
    by: Span | Literal["author", "unnamed"]


@dataclass(frozen=True, slots=True)
class RelationPassage:
    """A text and its relations, in the order in which they were written down."""

    id: str
    text: str
    relations: tuple[MarkedRelation, ...]


class _RelationTable(Strict):
    """One `[[passage.relation]]`."""

    kind: RelationKind
    from_: str = Field(alias="from")
    to: str
    words: str
    status: RelationStatus = Status.REPORTED
    time: str | None = None
    by: str = "author"


class _PassageTable(Strict):
    """One `[[passage]]`: its text in one file, its relations in another."""

    id: str
    text: str = ""
    relation: tuple[_RelationTable, ...] = ()


class _File(Strict):
    passage: tuple[_PassageTable, ...]


def relation_texts() -> dict[str, str]:
    """The texts of the test set by their ids, in order."""
    return {table.id: table.text for table in _tables(RELATIONS / "passages.toml")}


def relation_passages(annotator: str) -> list[RelationPassage]:
    """The test set as `annotator` ("first") marked it, in the order of that file."""
    return read_relations(RELATIONS / f"{annotator}.toml", relation_texts())


def read_relations(path: Path, texts: dict[str, str]) -> list[RelationPassage]:
    """The annotations at `path` of these texts; raises AnnotationError where they do not fit."""
    return [_passage(table, texts) for table in _tables(path)]


def _tables(path: Path) -> tuple[_PassageTable, ...]:
    """The passages of a file, each id once."""
    try:
        tables = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).passage
    except (FileNotFoundError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise AnnotationError(f"{path.name}: {error}") from error
    seen: set[str] = set()
    for table in tables:
        if table.id in seen:
            raise AnnotationError(f"{path.name}: passage {table.id} is there twice")
        seen.add(table.id)
    return tables


def _passage(table: _PassageTable, texts: dict[str, str]) -> RelationPassage:
    if table.id not in texts:
        raise AnnotationError(f"passage {table.id}: there is no such text")
    text = texts[table.id]
    page = Page(text, {1: Span.of(text, 0, len(text))}, frozenset())
    try:
        relations = tuple(_marked(relation, page) for relation in table.relation)
    except AnnotationError as error:
        raise AnnotationError(f"passage {table.id}: {error}") from error
    if len(set(relations)) < len(relations):
        raise AnnotationError(f"passage {table.id}: a relation is there twice")
    return RelationPassage(table.id, text, relations)


def _marked(table: _RelationTable, page: Page) -> MarkedRelation:
    from_, to = page.find("1", table.from_), page.find("1", table.to)
    if from_.start < to.end and to.start < from_.end:
        raise AnnotationError(f"{table.from_!r} and {table.to!r} are not two actors")
    return MarkedRelation(
        kind=table.kind,
        from_=from_,
        to=to,
        words=page.find("1", table.words),
        status=table.status,
        time=None if table.time is None else page.find("1", table.time),
        by=_by(table.by, page),
    )


def _by(by: str, page: Page) -> Span | Literal["author", "unnamed"]:
    if by == "author":
        return "author"
    return "unnamed" if by == "unnamed" else page.find("1", by)
