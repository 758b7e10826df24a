"""What the pages of the queue and of the history show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.judging import in_force
from sayso.judging.attention import Attention
from sayso.ledger import JudgementQuery, Ledger
from sayso.model import Judgement, JudgementKind
from sayso.web.told import Row, rows

_PAGES = {"c-": "/claims/", "r-": "/reports/"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A statement to look at, and why."""

    row: Row
    why: Attention


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person decided, where its record is shown, and whether it holds still."""

    judgement: Judgement
    at: str | None
    is_undone: bool


def waiting(ledger: Ledger, found: Iterable[Attention]) -> tuple[Waiting, ...]:
    """A row for each statement that was `found` to look at."""
    why = {one.candidate.statement: one for one in found}
    told = rows(ledger, ledger.told(*why))
    return tuple(Waiting(row=row, why=why[row.at]) for row in told)


def history(ledger: Ledger, query: JudgementQuery) -> tuple[Decided, ...]:
    """What `query` asks for, the latest first."""
    everything = tuple(ledger.judgements())
    holding = {one.id for one in in_force(everything)}
    undone = set(_undone(everything))
    found = tuple(ledger.judgements(query))[::-1]
    pages = _pages(ledger, {one.target for one in found})
    is_undo = JudgementKind.UNDO
    return tuple(
        Decided(
            judgement=one,
            at=pages.get(one.target),
            is_undone=one.id in undone if one.kind is is_undo else one.id not in holding,
        )
        for one in found
    )


def _undone(everything: tuple[Judgement, ...]) -> Iterator[str]:
    """The ids of what was undone by an undo that holds, the latest first."""
    gone = set[str]()
    for one in sorted(everything, key=lambda one: (one.at, one.id), reverse=True):
        if one.kind is JudgementKind.UNDO and one.id not in gone:
            gone.add(one.target)
            yield one.target


def _pages(ledger: Ledger, records: set[str]) -> dict[str, str]:
    """The addresses at which those of `records` are shown that are shown somewhere."""
    pages = {one: f"{_PAGES[one[:2]]}{one}" for one in records if one[:2] in _PAGES}
    told = ledger.told(*(one for one in records if one.startswith("s-")))
    return pages | {
        one.record.id: f"/reports/{one.report.id}?at={one.record.id}#{one.record.id}"
        for one in told
    }
