"""What statements stand beside: who takes part in what they tell, places, claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, literal, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from sayso.ledger.joins import OrderedJoin
from sayso.ledger.schema import actors, claims, events, members, participants, places

Columns = ReadOnlyColumnCollection[str, Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside statements: its value, and the tables that lead there, one by one."""

    value: ColumnElement[Any]
    steps: tuple[tuple[FromClause, ColumnElement[bool]], ...] = ()

    def has(self, value: str) -> ColumnElement[bool]:
        """Whether a statement has `value` beside it."""
        (first, there), *further = self.steps
        others = reduce(lambda left, step: OrderedJoin(left, *step), further, first)
        return select(literal(1)).select_from(others).where(there, self.value == value).exists()

    def joined(self, said: FromClause) -> FromClause:
        """`said` with what stands beside: gone through in this order, which is never the longer."""
        return reduce(lambda left, step: OrderedJoin(left, *step), self.steps, said)


def _taking_part(said: Columns) -> Beside:
    steps = (
        (events, events.c.statement == said.id),
        (participants, participants.c.event == events.c.id),
        (_TAKING, _TAKING.c.id == participants.c.actor),
    )
    return Beside(_TAKING.c.party, steps)


def _named(said: Columns) -> Beside:
    within = places.c.span_start.between(said.span_start, said.span_end)
    return Beside(places.c.name, ((places, and_(places.c.report == said.report, within)),))


def _claimed(said: Columns) -> Beside:
    steps = (
        (members, members.c.statement == said.id),
        (claims, claims.c.id == members.c.claim),
    )
    return Beside(claims.c.standing, steps)


_TAKING = actors.alias("taking_part")
BESIDE: Mapping[str, Callable[[Columns], Beside]] = {
    "actor": _taking_part,
    "place": _named,
    "standing": _claimed,
}
"""For facets that a statement has of records beside it: their values, and how they are found."""
