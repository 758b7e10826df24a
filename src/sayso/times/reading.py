"""Every time expression of a report, resolved against the day of its publication."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from sayso.model import Report, Span, Time, TimePrecision
from sayso.model.ids import time_id
from sayso.reader import Document, Run
from sayso.times import clocks, dates, lengths, relative, vague, years
from sayso.times.expressions import Expression, joined, with_modifiers
from sayso.times.grammar import Match, Rule, matches
from sayso.times.meaning import Anchor, Meaning
from sayso.times.pieces import Pieces, cut
from sayso.times.stretches import Stretch, written
from sayso.times.tense import lean_of

_IN_MONTHS: Final = re.compile("P[0-9]+M")
RULES: Final[tuple[Rule, ...]] = (
    *dates.RULES,
    *years.RULES,
    *lengths.RULES,
    *relative.RULES,
    *clocks.RULES,
    *vague.RULES,
)


def read_times(report: Report, doc: Document) -> tuple[Time, ...]:
    """Every time expression of `report`, in text order; `doc` is its text, parsed."""
    pieces = cut(doc)
    found = _expressions(doc, pieces, written(report.published))
    return tuple(_time(report, pieces, one) for one in found)


def _time(report: Report, pieces: Pieces, one: Expression) -> Time:
    span = Span.of(report.text, pieces.starts[one.start], pieces.ends[one.end - 1])
    return Time(
        id=time_id(report.id, span),
        report=report.id,
        span=span,
        value=one.meaning.value,
        precision=one.meaning.precision,
    )


def _expressions(doc: Document, pieces: Pieces, published: Stretch | None) -> list[Expression]:
    told: dict[TimePrecision, Stretch] = {}
    found: list[Expression] = []
    reached = 0
    for match in matches(RULES, pieces):
        lean = lean_of(doc, _tokens(doc, pieces, match))
        meaning = match.rule.resolve(match.found, Anchor(published, told, lean))
        if meaning is None:
            continue
        one = Expression(match.start, match.end, meaning, match.rule.alone)
        one = with_modifiers(pieces.symbols, one, reached)
        both = joined(pieces.symbols, found[-1], one) if found else None
        if both is not None:
            found[-1] = one = both
        else:
            found.append(one)
        reached = one.end
        if one.alone:
            told = _with(told, one.meaning)
    return [one for one in found if one.alone]


def _tokens(doc: Document, pieces: Pieces, match: Match) -> Run:
    """The tokens that the pieces of a match are in."""
    first, last = pieces.starts[match.start], pieces.starts[match.end - 1]
    return Run(bisect_right(doc.starts, first) - 1, bisect_right(doc.starts, last))


def _with(told: dict[TimePrecision, Stretch], meaning: Meaning) -> dict[TimePrecision, Stretch]:
    """The dates told, with this one as the last; who tells of nine months left the quarter."""
    if meaning.precision is TimePrecision.DURATION and _IN_MONTHS.fullmatch(meaning.value or ""):
        return {key: value for key, value in told.items() if key is not TimePrecision.QUARTER}
    if meaning.stretch is None or meaning.passing:
        return told
    last = meaning.stretch.precision
    return {key: value for key, value in told.items() if key is not last} | {last: meaning.stretch}
