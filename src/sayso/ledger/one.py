"""One record by its id, of whatever type: the letter that an id begins with tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from sayso.ledger import fetch
from sayso.ledger.claims.fetch import claims_asked_for, find_claim
from sayso.ledger.claims.rows import judgement_of, link_of
from sayso.ledger.columns import Row
from sayso.ledger.event_rows import event_of, relation_of
from sayso.ledger.rows import actor_of, place_of, reject_of, report_of, statement_of, time_of
from sayso.ledger.schema import (
    actors,
    claims,
    events,
    judgements,
    links,
    mentions,
    participants,
    places,
    rejects,
    relations,
    reports,
    statements,
    times,
)
from sayso.model import Record, RecordNotFound

_Read = Callable[[Connection, Select[Any]], Iterator[Record]]
"""Reads the records whose rows a query asks for."""


def one_record(connection: Connection, given: str) -> Record:
    """The record whose id is `given`, or alone begins so; raises RecordNotFound."""
    if given[:2] not in TYPES:
        raise RecordNotFound(f"{given!r:.40} begins no record's id: these are {', '.join(TYPES)}")
    table, read = TYPES[given[:2]]
    name = (
        find_claim(connection, given) if table is claims else fetch.find(connection, table, given)
    )
    [record] = read(connection, select(table).where(table.c.id == name))
    return record


def _plain(decode: Callable[[Row], Record]) -> _Read:
    """How records are read that are one row."""
    return lambda connection, query: map(decode, fetch.rows(connection, query))


def _with(parts: Table, decode: Callable[[Row, list[Row]], Record]) -> _Read:
    """How records are read that have rows of another table."""
    return lambda connection, query: (
        decode(row, belonging) for row, (belonging,) in fetch.with_parts(connection, query, parts)
    )


TYPES: Mapping[str, tuple[Table, _Read]] = {
    "r-": (reports, _plain(report_of)),
    "s-": (statements, _plain(statement_of)),
    "e-": (events, _with(participants, event_of)),
    "l-": (relations, _plain(relation_of)),
    "a-": (actors, _with(mentions, actor_of)),
    "c-": (claims, claims_asked_for),
    "k-": (links, _plain(link_of)),
    "j-": (judgements, _plain(judgement_of)),
    "p-": (places, _plain(place_of)),
    "t-": (times, _plain(time_of)),
    "x-": (rejects, _plain(reject_of)),
}
"""The table of each type of record, by how its ids begin, and how records are read from it."""
