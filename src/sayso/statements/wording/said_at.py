"""When a statement was made: which of the report's time expressions belongs to its cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.model import SaidAt, Time, TimePrecision
from sayso.reader import Document, Run
from sayso.statements.attribution.attribution import Attribution

_WINDOW: Final = 7
"""A date stands no more tokens than this behind its cue."""

_NO_DATES: Final = frozenset((TimePrecision.DURATION, TimePrecision.SET, TimePrecision.VAGUE))


def said_at(doc: Document, one: Attribution, times: Iterable[Time]) -> SaidAt | None:
    """The date beside the cue of `one` among the `times` of its report, if its value is known."""
    dates = [time for time in times if time.precision not in _NO_DATES]
    for run in _beside_cue(doc, one):
        found = _first_within(doc, run, dates)
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


def _first_within(doc: Document, run: Run, dates: Sequence[Time]) -> SaidAt | None:
    span = doc.span(run)
    for date in dates:
        if date.value is not None and span.contains(date.span):
            return SaidAt(span=date.span, value=date.value)
    return None
