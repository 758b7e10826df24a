"""When a statement was made: which of the report's time expressions belongs to its cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from sayso.model import SaidAt, Time, TimePrecision
from sayso.reader import Document, Run
from sayso.statements.attribution.attribution import Attribution

_WINDOW: Final = 7
"""A date stands no more tokens than this behind its cue."""

_NO_DATES: Final = frozenset((TimePrecision.DURATION, TimePrecision.SET, TimePrecision.VAGUE))


def said_at(doc: Document, one: Attribution, times: Sequence[Time]) -> SaidAt | None:
    """The date beside the cue of `one`, if its value is known.

    `times` are those of its report, in text order.
    """
    for run in _beside_cue(doc, one):
        found = _first_within(doc, run, times)
        if found is not None:
            return found
    return None


def _beside_cue(doc: Document, one: Attribution) -> list[Run]:
    """The adverbials of the cue's verb, nearest to it first, outside source and content."""
    verb = doc.heads[one.head] if doc.heads[one.head] in one.cue else one.head
    taken = [*one.source, *one.content]
    adverbials = [
        doc.edges[child]
        for child in doc.children[verb]
        if doc.deps[child] in ("npadvmod", "advmod", "prep", "dobj", "nsubj")
    ]
    adverbials += Run(one.cue.end, one.cue.end + _WINDOW).within(doc.sentence(one.head))
    free = [run for run in adverbials if not any(run.overlaps(part) for part in taken)]
    return sorted(free, key=lambda run: (abs(run.start - one.head), run))


def _first_within(doc: Document, run: Run, times: Sequence[Time]) -> SaidAt | None:
    span = doc.span(run)
    first, last = (bisect_left(times, at, key=_start) for at in (span.start, span.end))
    for time in times[first:last]:
        dated = time.precision not in _NO_DATES and span.contains(time.span)
        if dated and time.value is not None:
            return SaidAt(span=time.span, value=time.value)
    return None


def _start(time: Time) -> int:
    return time.span.start
