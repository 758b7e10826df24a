"""The rows of parties and ties, kept as reports come and go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import (
    Connection,
    ScalarSelect,
    Select,
    and_,
    case,
    delete,
    func,
    select,
    true,
    update,
)

from sayso.ledger import fetch
from sayso.ledger.across.tallies import COUNTED, Tally, party_row, tallies
from sayso.ledger.across.tie_rows import tie_rows
from sayso.ledger.columns import Row
from sayso.ledger.inserting import insert_rows
from sayso.ledger.schema import actors, events, participants, parties, statements, ties
from sayso.model import Act, EventType, Reading, Stance


def enter(connection: Connection, *readings: Reading) -> None:
    """Count the actors of `readings`, whose own rows are there, and write their ties."""
    for batch in fetch.in_batches(tallies(*readings).items()):
        known = {row["id"]: row for row in _rows(connection, [party for party, _ in batch])}
        _replace(
            connection,
            [_joined(connection, known.get(id_), party_row(id_, one)) for id_, one in batch],
        )
    enter_ties(connection, *readings)


def enter_ties(connection: Connection, *readings: Reading) -> None:
    """Write the ties that `readings` tell of."""
    insert_rows(connection, ties, chain.from_iterable(map(tie_rows, readings)))


def recount(connection: Connection, touched: Sequence[str]) -> None:
    """Count the parties with these ids afresh, after actors of theirs went."""
    for batch in fetch.in_batches(touched):
        connection.execute(delete(parties).where(parties.c.id.in_(batch)))
        _replace(connection, list(due(connection, batch)))


def adjust(connection: Connection, shown: Reading, due: Reading) -> None:
    """Count the parties of a report by its reading `due`, whose rows are there, not as `shown`."""
    before, after = tallies(shown), tallies(due)
    touched = []
    for party in sorted(before.keys() | after.keys()):
        one, other = before.get(party), after.get(party)
        if one is None or other is None or one.of_whom != other.of_whom:
            touched.append(party)
        elif one.counts != other.counts:
            had, has = party_row(party, one), party_row(party, other)
            more = {name: parties.c[name] + has[name] - had[name] for name in (*COUNTED, "weight")}
            connection.execute(update(parties).where(parties.c.id == party).values(more))
    recount(connection, touched)


def parties_of(connection: Connection, report: str) -> list[str]:
    """The ids of the parties that the actors of a report are."""
    there = select(actors.c.party).where(actors.c.report == report).distinct()
    return list(connection.scalars(there))


def due(connection: Connection, wanted: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows that all parties should have, or those `wanted`, by id."""
    party, tally = "", Tally("")
    for row in fetch.rows(connection, _counted(wanted)):
        if row["party"] != party:
            if party:
                yield party_row(party, tally)
            party, tally = row["party"], Tally(row["kind"])
        counts = {name: row[name] for name in COUNTED if name in row}
        tally.add(row["name"], row["country"], counts)
    if party:
        yield party_row(party, tally)


def _rows(connection: Connection, wanted: list[str]) -> Iterator[Row]:
    return fetch.rows(connection, select(parties).where(parties.c.id.in_(wanted)))


def _joined(connection: Connection, known: Row | None, more: Row) -> Row:
    """The row of a party that had the row `known`, and has `more` now."""
    if known is None:
        return more
    counts = {name: known[name] + more[name] for name in (*COUNTED, "weight")}
    countries = {*known["countries"].split(" "), *more["countries"].split(" ")} - {""}
    # More of the most frequent name leave it that; any other may have become it.
    same = known["name"] == more["name"]
    name = known["name"] if same else _most_frequent_name(connection, more["id"])
    return {**known, **counts, "name": name, "countries": " ".join(sorted(countries))}


def _most_frequent_name(connection: Connection, party: str) -> str:
    named = connection.execute(
        select(actors.c.name, func.count()).where(actors.c.party == party).group_by(actors.c.name)
    )
    name: str = min(named, key=lambda each: (-each[1], each[0]))[0]
    return name


def _replace(connection: Connection, rows: list[Row]) -> None:
    if rows:
        connection.execute(delete(parties).where(parties.c.id.in_([row["id"] for row in rows])))
        insert_rows(connection, parties, rows)


def _counted(wanted: Sequence[str] | None) -> Select[Any]:
    """Every actor of the parties `wanted`, with what is counted of him."""
    counts = {
        "said": _said(),
        "denied": _said(act=Act.DENY.value, stance=Stance.DENIES.value),
        "acted": _took_part("actor"),
        "befell": _took_part("recipient"),
        "accused": _took_part("recipient", code=EventType.ACCUSE.value),
    }
    columns = (actors.c.party, actors.c.kind, actors.c.name, actors.c.country)
    query = select(*columns, *(count.label(name) for name, count in counts.items()))
    query = query.order_by(actors.c.party)
    return query if wanted is None else query.where(actors.c.party.in_(wanted))


def _said(**having: str) -> ScalarSelect[int]:
    # A case and no condition: else SQLite may take the index of acts, which has many more rows.
    fitting = and_(true(), *(statements.c[name] == value for name, value in having.items()))
    number = func.count(case((fitting, 1)))
    return select(number).where(statements.c.source_actor == actors.c.id).scalar_subquery()


def _took_part(role: str, **having: str) -> ScalarSelect[int]:
    told = select(func.count(participants.c.event.distinct())).where(
        participants.c.actor == actors.c.id, participants.c.role == role
    )
    if having:
        fitting = (events.c[name] == value for name, value in having.items())
        told = told.join(events, and_(events.c.id == participants.c.event, *fitting))
    return told.scalar_subquery()
