"""Whether the rows of parties and ties are those that follow from the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.ledger import fetch
from sayso.ledger.across.tie_rows import tie_rows
from sayso.ledger.across.upkeep import due
from sayso.ledger.findings import Problem
from sayso.ledger.schema import parties, ties
from sayso.model import Reading


def party_problems(connection: Connection) -> Iterator[Problem]:
    """Every party that is not counted as it should be; all of them are in memory."""
    query = select(parties).order_by(parties.c.id)
    found = {row["id"]: row for row in fetch.rows(connection, query)}
    wanted = {row["id"]: row for row in due(connection)}
    for party in sorted(found.keys() | wanted.keys()):
        if found.get(party) != wanted.get(party):
            yield Problem(party, "derived", "the party is not what the actors of its name make it")


def tie_problems(connection: Connection, reading: Reading) -> Iterator[Problem]:
    """Whether the ties of a report are those that its reading tells of."""
    told = (column for column in ties.columns if column.name != "number")
    found = connection.execute(select(*told).where(ties.c.report == reading.report.id))
    wanted = Counter(tuple(row.values()) for row in tie_rows(reading))
    if Counter(map(tuple, found)) != wanted:
        yield Problem(reading.report.id, "derived", "a tie is gone or out of place")
