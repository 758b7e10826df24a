"""The network: who speaks of, acts on and is tied to whom, of those who are told of most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select, union_all

from sayso.ledger.across.telling import Told, by_id, told
from sayso.ledger.opened import OpenLedger
from sayso.ledger.queries import DatedQuery
from sayso.ledger.schema import parties, ties
from sayso.ledger.selection import between
from sayso.model import Status

_LOOKED_AT = 20_000
"""Ties of a time of which each is looked at, to find who is told of most in it; of a longer time
those are taken that are told of most in the whole ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkQuery(DatedQuery):
    """Which network is asked for.

    `party`: the id of one, which is in it, with those who have most to do with it. `statuses`: of
    the deeds and relations that count. `since`, `until`: when it happened, held or was said.
    `parties`: the greatest number of them.
    """

    party: str | None = None
    statuses: Sequence[Status] = ()
    parties: int = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That one party is told so many `times` to do something of a `kind` to another.

    `first` and `last` are the days of the first and the last, null where no day is told.
    """

    from_: str
    to: str
    kind: str
    times: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieNetwork:
    """Parties by id with their names and kinds, those told of most first, and all their ties."""

    parties: dict[str, tuple[str, str]]
    ties: tuple[Tie, ...]


class Ties:
    """The ties between the parties of a ledger."""

    def __init__(self, ledger: OpenLedger) -> None:
        self._ledger = ledger

    def network(self, query: NetworkQuery) -> TieNetwork:
        """The parties that are told of most, and the ties between them."""
        with self._ledger.snapshot() as connection:
            chosen = _strongest(connection, query)
            there = (ties.c["from"].in_(chosen), ties.c.to.in_(chosen))
            found = connection.execute(_counted(query, *there)).mappings()
            return TieNetwork(
                parties=_named(connection, chosen), ties=tuple(Tie(**row) for row in found)
            )

    def between(self, from_: str, to: str, query: NetworkQuery) -> tuple[Told, ...]:
        """The words by which one party is tied to another, the earliest first."""
        with self._ledger.snapshot() as connection:
            words = (
                select(ties.c.statement)
                .where(ties.c["from"] == from_, ties.c.to == to, *_conditions(query))
                .order_by(ties.c.day.nulls_first(), ties.c.number)
                .limit(query.limit)
            )
            wanted = list(dict.fromkeys(connection.scalars(words)))
            said = by_id(connection, wanted)
            return told(connection, (said[one] for one in wanted))


def _strongest(connection: Connection, query: NetworkQuery) -> list[str]:
    """The parties that are told of most: beside a party, in a time, or in the whole ledger."""
    if query.party is None and _is_long(connection, query):
        by_weight = (parties.c.weight.desc(), parties.c.id.desc())
        most = select(parties.c.id).order_by(*by_weight)
        return list(connection.scalars(most.limit(query.parties)))
    of_party = or_(ties.c["from"] == query.party, ties.c.to == query.party)
    beside = [of_party] if query.party else []
    met = select(ties.c["from"], ties.c.to).where(*_conditions(query), *beside).cte("met")
    ends = union_all(select(met.c["from"].label("party")), select(met.c.to.label("party")))
    told_of = ends.subquery()
    most_often = (func.count().desc(), told_of.c.party)
    ranked = select(told_of.c.party).group_by(told_of.c.party).order_by(*most_often)
    # The party that is asked for is at every tie of its own, so it is the first.
    return list(connection.scalars(ranked.limit(query.parties)))


def _is_long(connection: Connection, query: NetworkQuery) -> bool:
    """Whether the time asked for, or all of it, has too many ties to look at each."""
    found = select(ties.c.number).where(*_conditions(query)).limit(_LOOKED_AT + 1).subquery()
    return connection.scalars(select(func.count()).select_from(found)).one() > _LOOKED_AT


def _counted(query: NetworkQuery, *there: ColumnElement[bool]) -> Select[Any]:
    times = func.count().label("times")
    ends = (ties.c["from"], ties.c.to, ties.c.kind)
    return (
        select(
            ties.c["from"].label("from_"),
            ties.c.to,
            ties.c.kind,
            times,
            func.min(ties.c.day).label("first"),
            func.max(ties.c.day).label("last"),
        )
        .where(*there, *_conditions(query))
        .group_by(*ends)
        .order_by(times.desc(), *ends)
    )


def _conditions(query: NetworkQuery) -> Iterator[ColumnElement[bool]]:
    yield from between(query, ties.c.day, ties.c.day)
    if query.statuses:
        held = [status.value for status in query.statuses]
        yield or_(ties.c.status.is_(None), ties.c.status.in_(held))


def _named(connection: Connection, wanted: list[str]) -> dict[str, tuple[str, str]]:
    columns = (parties.c.id, parties.c.name, parties.c.kind)
    found = {
        party: (name, kind)
        for party, name, kind in connection.execute(
            select(*columns).where(parties.c.id.in_(wanted))
        )
    }
    return {party: found[party] for party in wanted if party in found}
