"""Events: our own gold, the events of the fourteen example reports.

    python -m benchmarks.events

An event is found when its type is right and its trigger shares a letter with the gold one; the
fields are asked of what was found. Actors and recipients are right when each of them, and nobody
else, has the head word of the gold span or is the same actor by coreference; an instrument goes by
its head word alone. A place is asked of events whose gold names one: it need only be in the same
words, for what they resolve to is measured by `benchmarks.places`. Numbers are right by kind and
range.

sayso was made with these reports at hand: the figures show that nothing got worse, not how well
unseen reports are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from benchmarks import figures
from examples.compile_gold import report_and_page, report_paths
from examples.events import EventReport, MarkedEvent, event_reports
from sayso.events.reading import read_events
from sayso.model import Event, Report, Span, Statement
from sayso.places import read_places
from sayso.reader import load_reader
from sayso.statements import Account, read_statements
from sayso.statements.attribution.heads import head_of
from sayso.times import read_times


@dataclass(frozen=True, slots=True)
class Hit:
    """A gold event, the one that was read for it, its statement, and what it was read from."""

    gold: MarkedEvent
    read: Event
    statement: Statement
    account: Account

    def has_actors(self) -> bool:
        """Whether they are those of the gold."""
        return self._same_parties(self.gold.actors, (one.span for one in self.read.actors))

    def has_recipients(self) -> bool:
        """Whether they are those of the gold."""
        return self._same_parties(self.gold.recipients, (one.span for one in self.read.recipients))

    def has_instruments(self) -> bool:
        """Whether their head words are those of the gold."""
        gold, read = (
            {self._head(span) for span in several}
            for several in (self.gold.instruments, self.read.instruments)
        )
        return gold == read

    def has_time(self) -> bool:
        """Whether the value is the gold one, or none where there is none."""
        gold, read = self.gold.time, self.read.time
        return (gold and gold.value) == (read and read.value)

    def has_place(self) -> bool:
        """Whether the place is that of the gold."""
        gold, read = self.gold.place, self.read.place
        return bool(gold and read and _meet(gold, read.span))

    def has_quantities(self) -> bool:
        """Whether the same numbers of the same are told."""
        gold, read = (
            {(one.of, one.low, one.high) for one in several}
            for several in (self.gold.quantities, self.read.quantities)
        )
        return gold == read

    def has_word(self) -> bool:
        """Whether it is on the word of the author, of nobody, or of that source."""
        spans = self.statement.source.spans
        if isinstance(self.gold.by, Span):
            return any(_meet(self.gold.by, one) or self._same(self.gold.by, one) for one in spans)
        author = self.statement.cue is None
        return author if self.gold.by == "author" else not author and not spans

    def _same_parties(self, gold: Iterable[Span], read: Iterable[Span]) -> bool:
        """Whether every party on either side has its like on the other, one to one."""
        left = list(read)
        for party in gold:
            place = next((i for i, other in enumerate(left) if self._same(party, other)), None)
            if place is None:
                return False
            del left[place]
        return not left

    def _same(self, one: Span, other: Span) -> bool:
        heads = [self._head(span) for span in (one, other)]
        actors = [self.account.roster.at(head) for head in heads]
        return heads[0] == heads[1] or (actors[0] is not None and actors[0] == actors[1])

    def _head(self, span: Span) -> int:
        return head_of(self.account.doc, self.account.run_of(span.start, span.end))


CHECKS: Mapping[str, Callable[[Hit], bool]] = {
    "mode": lambda hit: hit.gold.mode == hit.read.mode,
    "context": lambda hit: hit.gold.context == hit.read.context,
    "actors": Hit.has_actors,
    "recipients": Hit.has_recipients,
    "instruments": Hit.has_instruments,
    "status": lambda hit: hit.gold.status == hit.read.status,
    "time": Hit.has_time,
    "quantities": Hit.has_quantities,
    "whose word": Hit.has_word,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read in one report, beside what is there."""

    marked: EventReport
    account: Account
    read: Sequence[Event]

    def hits(self) -> Iterator[Hit]:
        """The gold events that were found, one to one."""
        statements = {statement.id: statement for statement in self.account.statements}
        left = list(self.read)
        for gold in self.marked.events:
            read = next(filter(partial(_told, gold), left), None)
            if read is not None:
                left.remove(read)
                yield Hit(gold, read, statements[read.statement], self.account)


def _told(gold: MarkedEvent, read: Event) -> bool:
    return gold.code == read.code and _meet(gold.trigger, read.trigger)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def outcomes() -> Iterator[Outcome]:
    """What comes of reading the example reports."""
    reports = (report_and_page(path)[0] for path in report_paths())
    for report, marked in zip(reports, event_reports("reconciled"), strict=True):
        account = _account_of(report)
        yield Outcome(marked, account, read_events(account))


def _account_of(report: Report) -> Account:
    """`report` read up to its statements."""
    doc = load_reader().annotate(report.text)
    return read_statements(report, doc, read_places(report, doc), read_times(report, doc))


def measure() -> dict[str, float]:
    """The figures, by name: the events found, and each field right given a hit."""
    every = list(outcomes())
    hits = [hit for outcome in every for hit in outcome.hits()]
    read, gold = (
        sum(map(len, sides))
        for sides in zip(*((one.read, one.marked.events) for one in every), strict=True)
    )
    shown = {
        "F1": 2 * len(hits) / (read + gold),
        "precision": len(hits) / read,
        "recall": len(hits) / gold,
    }
    shown |= {f"{name} right": _share(hits, is_right) for name, is_right in CHECKS.items()}
    shown["place right"] = _share([hit for hit in hits if hit.gold.place], Hit.has_place)
    return {f"events: {name}": round(figure, 3) for name, figure in shown.items()}


def _share(hits: Sequence[Hit], is_right: Callable[[Hit], bool]) -> float:
    return sum(map(is_right, hits)) / len(hits) if hits else 0.0


def main() -> None:
    """Measure, print the table, write the figures."""
    figures.publish("Events", measure())


if __name__ == "__main__":
    main()
