"""The records of a report as people judged them, in place of those that were read.

What was read is kept beside them, and comes back when nothing is in force any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, delete, insert, select

from sayso.judging import Decisions, judged
from sayso.judging.cast import one_name, taken_apart
from sayso.ledger import fetch
from sayso.ledger.across import upkeep
from sayso.ledger.columns import texts_json
from sayso.ledger.custody.delete import remove_joint, remove_records
from sayso.ledger.inserting import insert_rows
from sayso.ledger.judged.bearing import bearing_on, reports_of
from sayso.ledger.schema import as_read, judgements
from sayso.ledger.writing import told_rows
from sayso.model import Actor, Event, Reading, RecordError, Relation, Statement
from sayso.model.invariants import check

_Told = tuple[tuple[Statement, ...], tuple[Event, ...], tuple[Relation, ...], tuple[Actor, ...]]
_TOLD = TypeAdapter(_Told)


def heed(connection: Connection, report: str) -> bool:
    """Have the records of `report` be as judged; False if they are.

    What was linked with it is to be linked anew.
    """
    shown = fetch.reading(connection, report)
    read = reading_as_read(connection, shown)
    due = as_judged(connection, read)
    if records_of(due) == records_of(shown):
        return False
    _write(connection, due, shown=shown)
    connection.execute(delete(as_read).where(as_read.c.report == report))
    if records_of(due) != records_of(read):
        told = (read.statements, read.events, read.relations, read.actors)
        shown_no_more = {one.id for one in records_of(read)} - {one.id for one in records_of(due)}
        kept = {"report": report, "hidden": texts_json(sorted(shown_no_more))}
        connection.execute(insert(as_read), kept | {"records": _TOLD.dump_json(told).decode()})
    return True


def were_judged(connection: Connection, readings: Iterable[Reading]) -> bool:
    """Whether people decided about records of `readings`, while they were here before."""
    if connection.execute(select(judgements.c.id).limit(1)).first() is None:
        return False
    return bool(bearing_on(connection, (one.id for each in readings for one in records_of(each))))


def restore(connection: Connection, report: str) -> None:
    """Have the records of `report` be as read, whatever is in force."""
    shown = fetch.reading(connection, report)
    _write(connection, reading_as_read(connection, shown), shown=shown)
    connection.execute(delete(as_read).where(as_read.c.report == report))


def reading_as_read(connection: Connection, shown: Reading) -> Reading:
    """What was read in the report of which the records are `shown` now; RecordError if damaged."""
    records = connection.scalar(
        select(as_read.c.records).where(as_read.c.report == shown.report.id)
    )
    if records is None:
        return shown
    statements, events, relations, actors = _told(records)
    return replace(shown, statements=statements, events=events, relations=relations, actors=actors)


def as_judged(connection: Connection, read: Reading) -> Reading:
    """`read` with all that is in force about it; raises RecordError if it is damaged."""
    check(read)
    known = {one.id for one in records_of(read)}
    decisions = Decisions.of(bearing_on(connection, known))
    apart = {actor.id for actor in taken_apart(read, decisions.split).actors}
    if not apart <= known:
        decisions = Decisions.of(bearing_on(connection, known | apart))
    return judged(read, decisions, _namesakes(connection, read, decisions))


def _namesakes(connection: Connection, read: Reading, decisions: Decisions) -> dict[str, Actor]:
    """The actors of other reports by whom those of this one are called, as they were read."""
    own = {actor.id for actor in read.actors}
    called = one_name(decisions.merged)
    wanted = {called[one] for one in own if one in called} - own
    found = (_actor_as_read(connection, one) for one in sorted(wanted))
    return {actor.id: actor for actor in found if actor}


def _actor_as_read(connection: Connection, actor: str) -> Actor | None:
    for report in reports_of(connection, [actor]):
        shown = fetch.reading(connection, report)
        everybody = (*reading_as_read(connection, shown).actors, *shown.actors)
        return next((one for one in everybody if one.id == actor), None)
    return None


def _told(records: str) -> _Told:
    try:
        return _TOLD.validate_json(records)
    except ValidationError as error:
        raise RecordError(f"what was read in a judged report is damaged: {error}") from error


def _write(connection: Connection, reading: Reading, *, shown: Reading) -> None:
    report = reading.report.id
    remove_joint(connection, report)
    remove_records(connection, report)
    for table, rows in told_rows(reading):
        insert_rows(connection, table, rows)
    upkeep.enter_ties(connection, reading)
    upkeep.adjust(connection, shown, reading)


def records_of(reading: Reading) -> frozenset[Statement | Event | Relation | Actor]:
    """What judgements can change in `reading`."""
    return frozenset(chain(reading.statements, reading.events, reading.relations, reading.actors))
