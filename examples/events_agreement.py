"""How far two passes over the events agree: prints the tables of AGREEMENT.md.

    python -m examples.events_agreement

Events are paired one to one, within a report, where the types are the same and the triggers share
a letter. All below the F1 of the triggers is measured on the pairs: of what an event may have
none or several of (actors, a place …) the F1, to the letter and in the same place.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from examples.events import EventReport, MarkedEvent, event_reports
from examples.pairing import f1, label_rows, markdown, matched, part_rows, set_rows
from sayso.model import EventType

PASSES = ("first", "second", "reconciled")
REPRINT = "2023-05-09-lower-ombra-observer-blast"
"""The wire copy word for word: it would count twice."""

Pair = tuple[MarkedEvent, MarkedEvent]
Same = Callable[[MarkedEvent, MarkedEvent], bool]


def same_words(one: MarkedEvent, other: MarkedEvent) -> bool:
    """Whether the triggers overlap."""
    return one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end


def same_event(one: MarkedEvent, other: MarkedEvent) -> bool:
    """Whether two events of one report are a pair."""
    return one.code == other.code and same_words(one, other)


def whose_word(event: MarkedEvent) -> str:
    """Whether an event is on the word of the author, of nobody that is named, or of a source."""
    return event.by if isinstance(event.by, str) else "source"


PARTS: dict[str, Callable[[MarkedEvent], object]] = {
    "trigger, exact": lambda e: e.trigger,
    "on whose word, exact": lambda e: e.by,
}
LABELS: dict[str, Callable[[MarkedEvent], str]] = {
    "mode": lambda e: e.mode or "",
    "context": lambda e: e.context or "",
    "status": lambda e: e.status,
    "author, source or unnamed": whose_word,
}
SETS: dict[str, Callable[[MarkedEvent], frozenset[Hashable]]] = {
    "actors": lambda e: frozenset(e.actors),
    "recipients": lambda e: frozenset(e.recipients),
    "instruments": lambda e: frozenset(e.instruments),
    "place": lambda e: frozenset((e.place,) if e.place else ()),
    "time, words and value": lambda e: frozenset((e.time,) if e.time else ()),
    "quantities, words and range": lambda e: frozenset(e.quantities),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two passes that list the same reports in the same order."""

    one: Sequence[EventReport]
    other: Sequence[EventReport]

    def pairs(self, same: Same = same_event) -> list[Pair]:
        """The events of both passes that are the same in a report, one to one."""
        return [
            pair
            for a, b in zip(self.one, self.other, strict=True)
            for pair in matched(a.events, b.events, same)
        ]

    def f1(self, same: Same = same_event) -> float:
        """The F1 of one pass against the other, the same both ways, if these pairs are hits."""
        return f1(len(self.pairs(same)), len(events(self.one)), len(events(self.other)))


def events(reports: Iterable[EventReport]) -> list[MarkedEvent]:
    """All events of the reports."""
    return [event for report in reports for event in report.events]


def rows(both: Comparison) -> dict[str, str]:
    """The lines of one column of the table, by their names."""
    pairs = both.pairs()
    lines = {
        "events of the one": str(len(events(both.one))),
        "events of the other": str(len(events(both.other))),
        "pairs": str(len(pairs)),
        "F1": f"{both.f1():.3f}",
        "F1, whatever the type": f"{both.f1(same_words):.3f}",
    }
    return lines | part_rows(pairs, PARTS) | label_rows(pairs, LABELS) | set_rows(pairs, SETS)


def agreement_table() -> str:
    """The passes against each other, and each against the reconciled version."""
    return markdown(
        {f"{one}, {other}": rows(comparison(one, other)) for one, other in combinations(PASSES, 2)}
    )


def type_table() -> str:
    """How many events of each type a pass has, and how many the first and the second share."""
    counts = {annotator: _by_type(events(reports(annotator))) for annotator in PASSES}
    first, second, reconciled = PASSES
    shared = _by_type(one for one, _ in comparison(first, second).pairs())
    return markdown(
        {
            first: counts[first],
            second: counts[second],
            "pairs": shared,
            reconciled: counts[reconciled],
        }
    )


def comparison(one: str, other: str) -> Comparison:
    """Two of the passes, without the reprint."""
    return Comparison(reports(one), reports(other))


def reports(annotator: str) -> list[EventReport]:
    """A pass without the reprint."""
    return [report for report in event_reports(annotator) if report.name != REPRINT]


def _by_type(several: Iterable[MarkedEvent]) -> dict[str, str]:
    codes = [event.code for event in several]
    return {f"`{code}`": str(codes.count(code)) for code in EventType}


if __name__ == "__main__":
    sys.stdout.write(f"{agreement_table()}\n{type_table()}")
