"""The orders of lists, and what comes in them after a given row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, literal, or_, true

from sayso.ledger.schema import reports
from sayso.model import RecordNotFound


@dataclass(frozen=True, slots=True)
class Order:
    """The columns by which a list is in order.

    Of the first `falling` ones the largest values come first. Nulls, which the first alone may
    hold, come last. The first `leading` are of the table that is gone through first.
    """

    columns: tuple[ColumnElement[Any], ...]
    falling: int = 0
    leading: int = 1

    def after(self, place: Sequence[Any]) -> tuple[ColumnElement[bool], ...]:
        """Whether a row comes after that with the values `place`.

        That it does not come before by the leading columns is told by itself: rows of the table
        that is gone through first are then passed over without looking for what belongs to them.
        """
        return (
            self._beyond(place, self.leading, itself=True),
            self._beyond(place, len(self.columns), itself=False),
        )

    def _beyond(self, place: Sequence[Any], columns: int, *, itself: bool) -> ColumnElement[bool]:
        told: ColumnElement[bool] = true() if itself else false()
        for number in reversed(range(columns)):
            told = or_(self._past(number, place[number]), and_(self._at(number, place), told))
        return told

    def _past(self, number: int, value: object) -> ColumnElement[bool]:
        if value is None:
            return false()
        column = self.columns[number]
        further = column < literal(value) if number < self.falling else column > literal(value)
        return further if number else or_(further, column.is_(None))

    def _at(self, number: int, place: Sequence[Any]) -> ColumnElement[bool]:
        return self.columns[number].is_not_distinct_from(place[number])


def place_in(connection: Connection, one: Select[Any], order: Order) -> Sequence[Any]:
    """What the columns of `order` hold for the one row that is selected; raises RecordNotFound."""
    found = connection.execute(one.with_only_columns(*order.columns).order_by(None)).first()
    if found is None:
        raise RecordNotFound("the list has no such record to go on from: begin it again")
    return tuple(found)


_BY_DATE = (reports.c.published, reports.c.id)
EARLIEST_FIRST = Order(_BY_DATE, leading=2)
NEWEST_FIRST = Order(_BY_DATE, falling=2, leading=2)


def by_report(*within: ColumnElement[Any]) -> Order:
    """The order of what stands in reports: report by report, then as told."""
    return Order((*_BY_DATE, *within), leading=2)
