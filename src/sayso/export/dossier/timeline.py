"""What was said and what is told to have happened, day by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from sayso.export.dossier.topic import Found
from sayso.export.happening import parties
from sayso.export.quoting import Quoting, Word, by_day, told_once
from sayso.export.telling import one_line
from sayso.model import Event, Standing, Statement
from sayso.model.edtf import ends

_MOST = 40
"""Statements, and events, that are told of those that have a day."""
_MOST_WITHOUT_DAY = 16
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that is told to have happened, to happen, or not to have."""

    event: Event
    word: Word
    parties: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A time, as EDTF or null where none is told, with what was said and what happened then."""

    time: str | None
    said: tuple[Word, ...]
    happened: tuple[Happening, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Days in order, and how many more statements and events there are."""

    days: tuple[Day, ...]
    more_said: int
    more_happened: int


def timeline(quoting: Quoting, found: Found) -> Timeline:
    """The word of others than the authors, and the events, by when they were said and happened.

    Where there are many, those come first that are on claims which several reports tell or somebody
    denies; and what has a day before what has none.
    """
    contested = {
        member.statement
        for claim in found.claims
        if claim.standing is not Standing.SINGLE_ORIGIN
        for member in claim.members
    }
    credited = _innermost([one for one in found.statements if one.depth])
    credited.sort(key=lambda one: one.id not in contested)
    spoken, more_said = _first(credited, lambda one: _said_on(quoting, one) is not None)
    events = _once_each(found)
    events.sort(key=lambda one: one.statement not in contested)
    happened, more_happened = _first(events, lambda one: _day_of(one) is not None)
    words = told_once(map(quoting.word, spoken))
    happenings = [_happening(quoting, one) for one in happened]
    return Timeline(
        days=_days(quoting, words, happenings),
        more_said=more_said,
        more_happened=more_happened,
    )


_Told = TypeVar("_Told", Statement, Event)


def _first(told: list[_Told], has_day: Callable[[_Told], bool]) -> tuple[list[_Told], int]:
    """The first of `told`, fewer of those that have no day; and how many are left."""
    with_day = [one for one in told if has_day(one)]
    without = [one for one in told if not has_day(one)]
    chosen = with_day[:_MOST] + without[:_MOST_WITHOUT_DAY]
    return chosen, len(told) - len(chosen)


def _days(
    quoting: Quoting, words: Iterable[Word], happenings: Iterable[Happening]
) -> tuple[Day, ...]:
    said, happened = defaultdict(list), defaultdict(list)
    for word in words:
        said[_said_on(quoting, word.statement)].append(word)
    for happening in happenings:
        happened[_day_of(happening.event)].append(happening)
    return tuple(
        Day(
            time=day,
            said=tuple(said[day]),
            happened=tuple(sorted(happened[day], key=lambda each: by_day(each.word))),
        )
        for day in sorted({*said, *happened}, key=_in_order)
    )


def _said_on(quoting: Quoting, statement: Statement) -> str | None:
    at = statement.said_at
    return at.value if at else quoting.published(statement.report)


def _day_of(event: Event) -> str | None:
    return event.time.value if event.time else None


def _in_order(day: str | None) -> tuple[str, str, str]:
    first, last = ends(day) or ("~", "~")
    return first, last, day or "~"


def _innermost(statements: list[Statement]) -> list[Statement]:
    """Those of `statements` that do not mostly hand on others of them."""
    handed_on: dict[str, int] = defaultdict(int)
    for one in statements:
        handed_on[one.parent or ""] += _length(one)
    return [one for one in statements if handed_on[one.id] < _HALF * _length(one)]


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _once_each(found: Found) -> list[Event]:
    """The events, each once where several reports tell it in the same words."""
    words = {one.id: one_line(one.content) for one in found.statements}
    told: dict[tuple[str, ...], Event] = {}
    for event in found.events:
        key = (_day_of(event) or "", event.code, event.trigger.text, words[event.statement])
        told.setdefault(key, event)
    return list(told.values())


def _happening(quoting: Quoting, event: Event) -> Happening:
    statement = quoting.readings.statement(event.statement)
    names = quoting.readings.names(event.report)
    return Happening(
        event=event, word=quoting.word(statement, event.trigger), parties=parties(event, names)
    )
