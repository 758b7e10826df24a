"""What a run did: counted while it goes on, told when it ends."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields

from sayso.export.telling import file_name, is_denial, one_line
from sayso.model import Reading, Reject, Statement, Status

_SHOWN = 5
_HAPPENED = frozenset((Status.REPORTED, Status.ONGOING, Status.HISTORICAL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: inputs done of all, words read so far, seconds since it began.

    `total` is null where it is unknown beforehand; then `share` tells how much of all bytes came,
    from 0 to 1, and is null where that is unknown too. `within` is the archive or table that is
    open, null where none is.
    """

    done: int
    total: int | None
    words: int
    seconds: float
    share: float | None = None
    within: str | None = None

    @property
    def words_per_second(self) -> float:
        """Words read per second so far."""
        return self.words / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the end if the rest goes as what is done so far; null where unknown."""
        done = self.share if self.total is None else self.done / self.total if self.total else None
        return self.seconds / done * (1 - done) if done else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Denier:
    """Who denies, how often, and the denied content with the most words, on one line."""

    who: str
    times: int
    fullest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run of `read_inputs` did, in numbers and in a few names.

    `known` inputs were in the ledger already; `credited` statements are those that the author
    credits to somebody; `sources` counts the different names among these. Of
    `events`, `reported` did happen on somebody's word. `places` and `times` count the expressions
    that name one. `left` inputs were not reached, or not to their end, because the run was
    stopped. `skipped` are the parts of archives that are of no kind that sayso reads, by kind.
    `most_quoted` and `deniers` name the first few.
    """

    reports: int
    known: int
    left: int
    words: int
    statements: int
    credited: int
    denied: int
    sources: int
    events: int
    reported: int
    relations: int
    places: int
    times: int
    most_quoted: tuple[tuple[str, int], ...]
    deniers: tuple[Denier, ...]
    rejects: tuple[Reject, ...]
    skipped: tuple[tuple[str, int], ...]
    seconds: float

    @property
    def words_per_second(self) -> float:
        """Words read per second of the whole run."""
        return self.words / self.seconds if self.seconds else 0.0


_Place = tuple[int, str, int, str]
"""Of a denial: its number of words, negated, so that the fullest is the least; the name of its
report; where it begins there; its content."""


@dataclass(slots=True)
class Tally:
    """Counts what a run does, in any order, so that the same inputs give the same summary."""

    reports: int = 0
    known: int = 0
    words: int = 0
    statements: int = 0
    credited: int = 0
    denied: int = 0
    events: int = 0
    reported: int = 0
    relations: int = 0
    places: int = 0
    times: int = 0
    quoted: Counter[str] = field(default_factory=Counter)
    denials: Counter[str] = field(default_factory=Counter)
    fullest: dict[str, _Place] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def done(self) -> int:
        """Inputs that have come to an end, one way or another."""
        return self.reports + self.known + len(self.rejects)

    def add(self, reading: Reading) -> None:
        """Count a report that was read."""
        names = {actor.id: actor.name for actor in reading.actors}
        self.reports += 1
        self.words += len(reading.report.text.split())
        self.statements += len(reading.statements)
        self.events += len(reading.events)
        self.reported += sum(event.status in _HAPPENED for event in reading.events)
        self.relations += len(reading.relations)
        self.places += len(reading.places)
        self.times += len(reading.times)
        for statement in reading.statements:
            who = names.get(statement.source.actor or "")
            self.credited += statement.depth > 0
            if who:
                self.quoted[who] += 1
            if is_denial(statement):
                self._add_denial(who or "somebody", statement, reading)

    def merge(self, other: Tally) -> None:
        """Count all that `other` has counted, too."""
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            if isinstance(mine, int):
                setattr(self, each.name, mine + theirs)
            elif isinstance(mine, Counter):
                mine.update(theirs)
            elif isinstance(mine, list):
                mine.extend(theirs)
        for who, place in other.fullest.items():
            self.fullest[who] = min(place, self.fullest.get(who, place))

    def _add_denial(self, who: str, statement: Statement, reading: Reading) -> None:
        name = file_name(reading.report) or reading.report.id
        content = one_line(statement.content)
        place = (-len(content.split()), name, statement.span.start, content)
        self.denied += 1
        self.denials[who] += 1
        self.fullest[who] = min(place, self.fullest.get(who, place))

    def summary(self, *, left: int, seconds: float) -> Summary:
        """The summary of a run that took `seconds` and was stopped with so many inputs `left`."""
        return Summary(
            reports=self.reports,
            known=self.known,
            left=left,
            words=self.words,
            statements=self.statements,
            credited=self.credited,
            denied=self.denied,
            sources=len(self.quoted),
            events=self.events,
            reported=self.reported,
            relations=self.relations,
            places=self.places,
            times=self.times,
            most_quoted=tuple(_most_common(self.quoted)),
            deniers=tuple(
                Denier(who=who, times=times, fullest=self.fullest[who][-1])
                for who, times in _most_common(self.denials)
            ),
            rejects=tuple(sorted(self.rejects, key=lambda reject: (reject.input, reject.id))),
            skipped=tuple(_by_count(self.skipped)),
            seconds=seconds,
        )


def _most_common(names: Counter[str]) -> list[tuple[str, int]]:
    return _by_count(names)[:_SHOWN]


def _by_count(names: Counter[str]) -> list[tuple[str, int]]:
    """By count, then by name: in an order that does not depend on history."""
    return sorted(names.items(), key=lambda item: (-item[1], item[0]))
