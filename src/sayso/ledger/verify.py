"""Re-checks every span, hash, id and reference of a ledger, and says what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection, Table, select

from sayso.ledger import fetch, schema, search, sqlite, versions
from sayso.ledger.columns import Row
from sayso.ledger.event_rows import (
    event_of,
    event_row,
    participant_rows,
    relation_of,
    relation_row,
)
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import (
    actor_of,
    actor_row,
    mention_rows,
    place_of,
    place_row,
    reject_of,
    reject_row,
    report_of,
    report_row,
    statement_of,
    statement_row,
    time_of,
    time_row,
)
from sayso.model import Actor, Event, LedgerError, Reading, RecordError, Report
from sayso.model.ids import reject_id
from sayso.model.invariants import violations

_T = TypeVar("_T")
_Check = Callable[[Connection], Iterator["Problem"]]

_LEDGER = "ledger"
_OBJECTS = """
    SELECT type, name, CASE type WHEN 'trigger' THEN sql END AS does FROM sqlite_master
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a record: its id, the kind of problem, and how it shows.

    Kinds: `file` (the database cannot be read, or SQLite finds it damaged), `table` (a part of
    the schema is gone), `value` (a column holds what no record can), `derived` (a column differs
    from what it follows from), `orphan` (what the record belongs to is gone), `invariant` (a
    span, id or reference is broken), `index` (the word index is out of step). For a problem of
    the ledger as a whole, `record` is `ledger`.
    """

    record: str
    kind: str
    message: str


def verify(ledger: Ledger) -> Iterator[Problem]:
    """Every problem of `ledger`, one report in memory at a time; none if it is sound.

    Nothing is changed, and damage of any sort is a problem, never an error. What a value should
    be instead cannot be seen: an act changed to another act passes.
    """
    with ledger.snapshot() as connection:
        told = partial(_told, ledger, connection)
        yield from told(_file_problems)
        yield from told(_missing_parts)
        yield from told(_orphans)
        yield from told(_reports_problems)
        yield from told(_rejects_problems)
        yield from told(_index_problems)


def _told(ledger: Ledger, connection: Connection, check: _Check) -> Iterator[Problem]:
    try:
        with sqlite.errors_told(ledger.path):
            yield from check(connection)
    except LedgerError as error:
        yield Problem(_LEDGER, "file", str(error))


def _file_problems(connection: Connection) -> Iterator[Problem]:
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem(_LEDGER, "file", message)


def _missing_parts(connection: Connection) -> Iterator[Problem]:
    found = set(connection.exec_driver_sql(_OBJECTS).all())
    with sqlite.in_memory() as fresh:
        versions.upgrade(fresh)
        expected = set(fresh.exec_driver_sql(_OBJECTS).all())
    for kind, name, _ in sorted(expected - found, key=str):
        yield Problem(_LEDGER, "table", f"the {kind} {name} is gone or changed")


def _orphans(connection: Connection) -> Iterator[Problem]:
    yield from _orphans_of(connection, schema.statements, "report", schema.reports)
    yield from _orphans_of(connection, schema.events, "report", schema.reports)
    yield from _orphans_of(connection, schema.participants, "event", schema.events)
    yield from _orphans_of(connection, schema.relations, "report", schema.reports)
    yield from _orphans_of(connection, schema.actors, "report", schema.reports)
    yield from _orphans_of(connection, schema.mentions, "actor", schema.actors)
    yield from _orphans_of(connection, schema.places, "report", schema.reports)
    yield from _orphans_of(connection, schema.times, "report", schema.reports)


def _orphans_of(
    connection: Connection, table: Table, reference: str, owners: Table
) -> Iterator[Problem]:
    owner = table.c[reference]
    name = table.c.id if "id" in table.c else owner
    lost = select(name, owner).where(owner.not_in(select(owners.c.id))).order_by(name)
    for row in connection.execute(lost):
        yield Problem(row[0], "orphan", f"{table.name}: its {reference} {row[1]} is not there")


def _reports_problems(connection: Connection) -> Iterator[Problem]:
    query = select(schema.reports).order_by(schema.reports.c.id)
    for row in fetch.rows(connection, query):
        findings = _Findings()
        report = findings.decode(row, report_of, report_row)
        if report is not None:
            reading = _reading(connection, report, findings)
            broken = violations(reading)
            findings.problems += (
                Problem(each.record, "invariant", each.message) for each in broken
            )
        yield from findings.problems


def _reading(connection: Connection, report: Report, findings: _Findings) -> Reading:
    def rows_of(table: Table) -> Iterator[Row]:
        return fetch.rows(connection, select(table).where(table.c.report == report.id))

    actors = (
        findings.decode_actor(row, mentioned, report.id)
        for row, mentioned in fetch.actor_rows(connection, report.id)
    )
    events = (
        findings.decode_event(row, taking_part)
        for row, taking_part in fetch.event_rows(connection, report.id)
    )
    return Reading(
        report=report,
        statements=findings.decode_all(rows_of(schema.statements), statement_of, statement_row),
        events=tuple(event for event in events if event is not None),
        relations=findings.decode_all(rows_of(schema.relations), relation_of, relation_row),
        actors=tuple(actor for actor in actors if actor is not None),
        places=findings.decode_all(rows_of(schema.places), place_of, place_row),
        times=findings.decode_all(rows_of(schema.times), time_of, time_row),
    )


def _rejects_problems(connection: Connection) -> Iterator[Problem]:
    query = select(schema.rejects).order_by(schema.rejects.c.id)
    for row in fetch.rows(connection, query):
        findings = _Findings()
        reject = findings.decode(row, reject_of, reject_row)
        yield from findings.problems
        if reject and reject.id != reject_id(reject.input, reject.stage, reject.reason):
            yield Problem(reject.id, "invariant", "its id does not follow from its content")


def _index_problems(connection: Connection) -> Iterator[Problem]:
    for record, message in search.out_of_step(connection):
        yield Problem(record, "index", message)


@dataclass(slots=True)
class _Findings:
    """The problems met while rows of one report are read."""

    problems: list[Problem] = field(default_factory=list)

    def decode(
        self,
        row: Row,
        decode: Callable[[Row], _T],
        encode: Callable[[_T], Row],
    ) -> _T | None:
        """The record that `row` holds, or None; what does not fit is a problem."""
        record_id = str(row["id"])
        try:
            record = decode(row)
        except RecordError as error:
            message = str(error).removeprefix(f"{record_id}: ")
            self.problems.append(Problem(record_id, "value", message))
            return None
        for column, value in encode(record).items():
            if row[column] != value:
                message = f"{column} should be {value!r:.60}, found {row[column]!r:.60}"
                self.problems.append(Problem(record_id, "derived", message))
        return record

    def decode_all(
        self,
        rows: Iterable[Row],
        decode: Callable[[Row], _T],
        encode: Callable[[_T], Row],
    ) -> tuple[_T, ...]:
        """The records that `rows` hold; what does not fit is a problem."""
        found = (self.decode(row, decode, encode) for row in rows)
        return tuple(record for record in found if record is not None)

    def decode_actor(self, row: Row, mentioned: list[Row], report: str) -> Actor | None:
        """The actor that `row` and the rows of its mentions hold, or None."""
        actor = self.decode(
            row, partial(actor_of, mentions=mentioned), partial(actor_row, report=report)
        )
        if actor and mentioned != list(mention_rows(actor)):
            self.problems.append(Problem(actor.id, "derived", "a mention is gone or out of place"))
        return actor

    def decode_event(self, row: Row, taking_part: list[Row]) -> Event | None:
        """The event that `row` and the rows of those who take part in it hold, or None."""
        event = self.decode(row, partial(event_of, taking_part=taking_part), event_row)
        if event and taking_part != list(participant_rows(event)):
            message = "a participant is gone or out of place"
            self.problems.append(Problem(event.id, "derived", message))
        return event
