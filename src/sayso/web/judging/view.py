"""What the pages of the queue and of the history show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.judging.attention import Attention
from sayso.ledger import JudgementQuery, Ledger, page_of
from sayso.model import Judgement
from sayso.web.told import Row, rows

_PAGES = {"c-": "/claims/", "r-": "/reports/"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A statement to look at, and why."""

    row: Row
    why: Attention


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person decided, where its record is shown, and whether it was undone."""

    judgement: Judgement
    at: str | None
    is_undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Some of what people decided, the latest first; `is_more` tells that there is more."""

    decided: tuple[Decided, ...]
    is_more: bool


def waiting(ledger: Ledger, found: Iterable[Attention]) -> tuple[Waiting, ...]:
    """A row for each statement that was `found` to look at."""
    why = {one.candidate.statement: one for one in found}
    told = rows(ledger, ledger.told(*why))
    return tuple(Waiting(row=row, why=why[row.at]) for row in told)


def history(ledger: Ledger, query: JudgementQuery, size: int, *, after: str | None) -> History:
    """The first `size` of what `query` asks for, or what follows the judgement `after`.

    Raises RecordNotFound where there is none to go on after.
    """
    found = page_of(ledger, query, size, after=after)
    made = tuple(one for one in found.records if isinstance(one, Judgement))
    pages = _pages(ledger, {one.target for one in made})
    undone = ledger.undone(*(one.id for one in made))
    decided = (
        Decided(judgement=one, at=pages.get(one.target), is_undone=one.id in undone) for one in made
    )
    return History(decided=tuple(decided), is_more=found.is_more)


def _pages(ledger: Ledger, records: set[str]) -> Mapping[str, str]:
    """The addresses at which those of `records` are shown that are shown somewhere."""
    pages = {one: f"{_PAGES[one[:2]]}{one}" for one in records if one[:2] in _PAGES}
    shown = ledger.shown_in(*records)
    return pages | {
        record: f"/reports/{report}?at={record}#{record}" for record, report in shown.items()
    }
