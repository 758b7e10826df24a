"""Text cut at every edge of what is marked in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from sayso.model import (
    Actor,
    Event,
    Place,
    Reading,
    Relation,
    Span,
    Stance,
    Statement,
    Time,
)

_Worded = Statement | Event | Relation | Actor | Place | Time

HERE = "here"
"""The kind of mark of the record that a person came for."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Characters `[start, end)` that play the part `kind` in the record with the id `record`."""

    start: int
    end: int
    kind: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that is marked alike, and the records of which words begin there."""

    start: int
    text: str
    kinds: tuple[str, ...]
    begins: tuple[str, ...]


def marks_of(reading: Reading, at: str | None) -> Iterator[Mark]:
    """The marks of everything that was read; those of the record `at` are `here` too."""
    for statement in reading.statements:
        yield from _statement_marks(statement)
    for event in reading.events:
        yield _mark("event", event.id, event.trigger)
    for tie in reading.relations:
        yield from (_mark("tie", tie.id, span) for span in tie.spans)
    for place in reading.places:
        yield _mark("place", place.id, place.span)
    for time in reading.times:
        yield _mark("time", time.id, time.span)
    yield from (_mark(HERE, at or "", span) for span in words_of(reading, at))


def words_of(reading: Reading, record: str | None) -> tuple[Span, ...]:
    """The words of the record with this id, as far as it is one of `reading`."""
    records: Iterable[_Worded] = chain(
        reading.statements,
        reading.events,
        reading.relations,
        reading.actors,
        reading.places,
        reading.times,
    )
    return next((_own_words(one) for one in records if one.id == record), ())


def _own_words(record: _Worded) -> tuple[Span, ...]:
    match record:
        case Statement(source=source, cue=cue, content=content):
            return (*source.spans, *(cue.spans if cue else ()), *content)
        case Event(trigger=trigger):
            return (trigger,)
        case Relation(spans=spans):
            return spans
        case Actor(mentions=mentions):
            return tuple(mention.span for mention in mentions)
        case Place(span=span) | Time(span=span):
            return (span,)


def pieces(text: str, marks: Iterable[Mark], cuts: Iterable[int]) -> Iterator[Piece]:
    """All of `text` in pieces, in order: cut at the edges of marks and at `cuts`."""
    edges: defaultdict[int, list[Mark]] = defaultdict(list)
    for place in (0, len(text), *cuts):
        edges[place] = []
    for mark in marks:
        edges[mark.start].append(mark)
        edges[mark.end].append(mark)
    active: set[Mark] = set()
    for place, following in pairwise(sorted(edges)):
        begins = [mark for mark in edges[place] if mark.start == place]
        active = {mark for mark in active if mark.end > place}.union(begins)
        yield Piece(
            start=place,
            text=text[place:following],
            kinds=tuple(sorted({mark.kind for mark in active})),
            begins=tuple(sorted({mark.record for mark in begins})),
        )


def _statement_marks(statement: Statement) -> Iterator[Mark]:
    spoken = [_mark("hedge", statement.id, span) for span in statement.hedges]
    if statement.depth:
        spoken += (_mark("source", statement.id, span) for span in statement.source.spans)
        cue = statement.cue.spans if statement.cue else ()
        spoken += (_mark("cue", statement.id, span) for span in cue)
        for kind in _content_kinds(statement):
            spoken += (_mark(kind, statement.id, span) for span in statement.content)
    yield from spoken


def _content_kinds(statement: Statement) -> Iterator[str]:
    kinds = {Stance.DENIES: "denied", Stance.UNCERTAIN: "open"}
    yield kinds.get(statement.stance, "content")
    if statement.depth > 1:
        yield "nested"


def _mark(kind: str, record: str, span: Span) -> Mark:
    return Mark(span.start, span.end, kind, record)
