"""What those of a team do: add made-up reports, and judge what others added."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache

from benchmarks.web_writing import Party, Proposition, Site, Writing
from sayso.ledger import Ledger
from sayso.model import (
    AcquiredFrom,
    Acquisition,
    ActorKind,
    EventType,
    Judgement,
    JudgementKind,
    Reading,
    RecordNotFound,
    Report,
)
from sayso.model.custody_invariants import id_of
from sayso.pipeline.judging import Given, decide

_SHARED = 400
"""So many reports are added by whoever comes first; these are judged."""
_OF_ALL = 0.5
_UNDOES, _MERGES = 0.3, 0.1
"""So often a writer draws one of those, and a judge undoes what he decided, and merges actors."""
_TOLD = 5
"""So many sentences make a report."""


@dataclass(slots=True)
class Done:
    """What one of them was told is in the ledger now, and how long each command took, in seconds.

    `added` counts the names of reports.
    """

    added: Counter[str] = field(default_factory=Counter)
    judged: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Note how long the block took."""
        began = time.perf_counter()
        yield
        self.took.append(time.perf_counter() - began)


def write(address: str, number: int, seconds: float) -> Done:
    """Add reports for so many seconds, as the writer with this number."""
    chance, done = _chance(f"writer {number}"), Done()
    with Ledger(address) as ledger:
        for turn in _turns(seconds):
            of_all = chance.random() < _OF_ALL
            name = _shared(chance) if of_all else f"{turn} of {number}"
            reading = made_up(name)
            with done.timed():
                ledger.raw.put(name.encode())
                if ledger.add(reading, acquired(reading.report)):
                    done.added[name] += 1
    return done


def judge(address: str, number: int, seconds: float) -> Done:
    """Judge what there is for so many seconds, as the judge with this number."""
    chance, done, own = _chance(f"judge {number}"), Done(), list[Judgement]()
    with Ledger(address) as ledger:
        for _ in _turns(seconds):
            given = _given(chance, own, f"judge {number}")
            with done.timed():
                try:
                    made = decide(ledger, given)
                except RecordNotFound:  # not added yet, or merged with another
                    continue
                if ledger.add_judgement(made):
                    done.judged.append(made.id)
            if made.kind is not JudgementKind.UNDO:
                own.append(made)
    return done


def made_up(name: str) -> Reading:
    """The report called `name`, always the same, of which the bytes are its name."""
    chance = _chance(name)
    writing = Writing(name, f"Outlet {chance.randrange(9)}", chance)
    for _ in range(_TOLD):
        told = Proposition(
            actor=chance.choice(_parties()),
            trigger="attacked",
            code=EventType.ASSAULT,
            number=chance.randint(2, 90),
            words=f"near the harbour of {name}",
            site=Site("Sel", 100_200, 61.25, 9.5, "NOR"),
        )
        writing.tell(told, [chance.choice(_parties())])
    writing.tie(*chance.sample(_parties(), 2))
    return writing.reading()


def acquired(report: Report) -> Acquisition:
    """How a made-up report was had."""
    blank = Acquisition(
        id="",
        report=report.id,
        sha256=report.sha256,
        acquired_from=AcquiredFrom.FETCH,
        uri=report.uri,
        container=None,
        position=None,
        at="2031-05-07T08:00:00Z",
        by="benchmark 1",
        size=1,
        kept=True,
    )
    return replace(blank, id=id_of(blank))


def _given(chance: random.Random, own: list[Judgement], by: str) -> Given:
    if own and chance.random() < _UNDOES:
        undone = own.pop(chance.randrange(len(own)))
        return Given(target=undone.id, kind=JudgementKind.UNDO, value=None, by=by)
    one, other = made_up(_shared(chance)), made_up(_shared(chance))
    if one.report.id != other.report.id and chance.random() < _MERGES:
        of, into = chance.choice(one.actors), chance.choice(other.actors)
        return Given(target=of.id, kind=JudgementKind.MERGE, value=into.id, by=by)
    kind = chance.choice((JudgementKind.ACCEPT, JudgementKind.REJECT, JudgementKind.REJECT))
    return Given(target=chance.choice(one.statements).id, kind=kind, value=None, by=by)


def _shared(chance: random.Random) -> str:
    return f"{chance.randrange(_SHARED)} of all"


def _turns(seconds: float) -> Iterator[int]:
    end, turn = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        yield turn
        turn += 1


@cache
def _parties() -> tuple[Party, ...]:
    return tuple(
        Party(f"Party {number}", kind, None, ())
        for number, kind in enumerate((*ActorKind,) * 8, start=1)
    )


def _chance(of: str) -> random.Random:
    return random.Random(f"team {of}")  # noqa: S311 - the same for all who measure
