"""What the page of one report shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.telling import speaker
from sayso.model import Actor, Reading, Report, Statement
from sayso.web.report.marking import Piece, marks_of, pieces

_BREAK = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Beside a paragraph: who speaks in a statement that begins there."""

    statement: Statement
    speaker: str | None
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the text, marked, and who speaks in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report with its statements in place; `at` is the record that a person came for."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    credited: int
    events: int
    places: int
    times: int
    speakers: tuple[Actor, ...]
    at: str | None


def view_of(reading: Reading, at: str | None) -> ReportView:
    """The page of the report of `reading`, opened at the record with the id `at`."""
    speaking = {one.source.actor for one in reading.statements if one.depth}
    return ReportView(
        report=reading.report,
        paragraphs=tuple(_paragraphs(reading, at)),
        credited=sum(1 for one in reading.statements if one.depth),
        events=len(reading.events),
        places=len(reading.places),
        times=len(reading.times),
        speakers=tuple(actor for actor in reading.actors if actor.id in speaking),
        at=at,
    )


def _paragraphs(reading: Reading, at: str | None) -> Iterator[Paragraph]:
    text = reading.report.text
    marks = sorted(marks_of(reading, at))
    credited = sorted(
        (one for one in reading.statements if one.depth),
        key=lambda one: (one.span.start, one.depth, one.id),
    )
    names = {actor.id: actor.name for actor in reading.actors}
    for start, end in _stretches(text):
        within = [mark for mark in marks if mark.start < end and start < mark.end]
        yield Paragraph(
            pieces=tuple(pieces(text, start, end, within)),
            notes=tuple(
                Note(statement=one, speaker=speaker(one, names), actor=one.source.actor)
                for one in credited
                if start <= one.span.start < end
            ),
        )


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs stand: the text between line breaks, without empty ones."""
    at = 0
    for found in _BREAK.finditer(text):
        if text[at : found.start()].strip():
            yield at, found.start()
        at = found.end()
    if text[at:].strip():
        yield at, len(text)
