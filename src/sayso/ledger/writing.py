"""Readings as rows of all their tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sqlalchemy import Connection, Table

from sayso.ledger.columns import Row
from sayso.ledger.event_rows import event_row, participant_rows, relation_row
from sayso.ledger.inserting import insert_rows
from sayso.ledger.rows import (
    actor_row,
    mention_rows,
    place_row,
    report_row,
    statement_row,
    time_row,
)
from sayso.ledger.schema import (
    actors,
    events,
    mentions,
    participants,
    places,
    relations,
    reports,
    statements,
    times,
)
from sayso.model import Reading


def write_rows(connection: Connection, *readings: Reading) -> None:
    """Write the rows of `readings`, each table after those that its rows refer to."""
    insert_rows(connection, reports, (report_row(reading.report) for reading in readings))
    for tables in zip(*map(told_rows, readings), strict=True):
        table, _ = tables[0]
        insert_rows(connection, table, chain.from_iterable(rows for _, rows in tables))


def told_rows(reading: Reading) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of all that was read in a report, each table after those that its rows refer to."""
    report = reading.report.id
    yield actors, [actor_row(actor, report=report) for actor in reading.actors]
    yield mentions, [row for actor in reading.actors for row in mention_rows(actor)]
    yield statements, [statement_row(statement) for statement in reading.statements]
    yield events, [event_row(event) for event in reading.events]
    yield participants, [row for event in reading.events for row in participant_rows(event)]
    yield relations, [relation_row(relation) for relation in reading.relations]
    yield places, [place_row(place) for place in reading.places]
    yield times, [time_row(time) for time in reading.times]
