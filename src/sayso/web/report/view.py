"""What the page of one report shows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from sayso.export.telling import speaker
from sayso.model import Reading, Report, Statement
from sayso.web.report.asides import Aside, Layer, LayerKind, asides_of, layers_of
from sayso.web.report.marking import Piece, marks_of, pieces

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Beside a paragraph: who speaks in a statement that begins there."""

    statement: Statement
    speaker: str | None
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the text, marked, who speaks in it, and what else is told in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    asides: Mapping[LayerKind, Sequence[Aside]]

    @property
    def length(self) -> int:
        """Its characters: where a browser counts others, it counts places wrongly."""
        return sum(len(piece.text) for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report with its statements in place; `at` is the record that a person came for."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    layers: tuple[Layer, ...]
    at: str | None


def view_of(reading: Reading, at: str | None) -> ReportView:
    """The page of the report of `reading`, opened at the record with the id `at`."""
    asides = asides_of(reading)
    return ReportView(
        report=reading.report,
        paragraphs=tuple(_paragraphs(reading, asides, at)),
        layers=layers_of(asides, at),
        at=at,
    )


def _paragraphs(reading: Reading, asides: Iterable[Aside], at: str | None) -> Iterator[Paragraph]:
    """The text between its breaks, with the notes on what begins there; no empty ones."""
    text = reading.report.text
    breaks = _breaks(text)
    starts = [0, *(end for _, end in breaks)]
    cut = pieces(text, marks_of(reading, at), chain.from_iterable(breaks))
    notes, told = _notes(reading, starts), _told(asides, starts)
    anchored: set[str] = set()
    for number, found in groupby(cut, key=lambda piece: bisect_right(starts, piece.start)):
        ends = breaks[number - 1][0] if number <= len(breaks) else len(text)
        worded = (piece for piece in found if piece.start < ends)
        shown = tuple(_anchored_once(piece, anchored) for piece in worded)
        if any(piece.text.strip() for piece in shown):
            yield Paragraph(pieces=shown, notes=tuple(notes[number]), asides=told[number])


def _breaks(text: str) -> list[tuple[int, int]]:
    """Where paragraphs end: at blank lines, in a text without any at every line's end."""
    found = [match.span() for match in _BLANK_LINE.finditer(text)]
    return found or [match.span() for match in _LINE_END.finditer(text)]


def _notes(reading: Reading, starts: Sequence[int]) -> Mapping[int, list[Note]]:
    """What is credited to somebody, by the number of the paragraph in which it begins."""
    names = {actor.id: actor.name for actor in reading.actors}
    notes: defaultdict[int, list[Note]] = defaultdict(list)
    for one in sorted(reading.statements, key=lambda one: (one.span.start, one.depth, one.id)):
        if one.depth:
            note = Note(statement=one, speaker=speaker(one, names), actor=one.source.actor)
            notes[bisect_right(starts, one.span.start)].append(note)
    return notes


def _told(
    asides: Iterable[Aside], starts: Sequence[int]
) -> Mapping[int, Mapping[LayerKind, Sequence[Aside]]]:
    """What else is told, by kind, by the number of the paragraph in which it begins."""
    told: defaultdict[int, defaultdict[LayerKind, list[Aside]]]
    told = defaultdict(lambda: defaultdict(list))
    for one in asides:
        told[bisect_right(starts, one.start)][one.kind].append(one)
    return told


def _anchored_once(piece: Piece, anchored: set[str]) -> Piece:
    """`piece` with the records that no piece before it was the anchor of."""
    fresh = tuple(record for record in piece.begins if record not in anchored)
    anchored.update(fresh)
    return replace(piece, begins=fresh)
