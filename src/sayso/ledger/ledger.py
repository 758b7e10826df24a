"""The ledger: who said what, kept in one file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection, Table, insert, select

from sayso.ledger import access, fetch, sqlite, versions
from sayso.ledger.columns import Row
from sayso.ledger.event_rows import event_row, participant_rows, relation_row
from sayso.ledger.fetch import Counts
from sayso.ledger.queries import (
    ActorQuery,
    EventQuery,
    PlaceQuery,
    RelationQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.ledger.rows import (
    actor_row,
    mention_rows,
    place_row,
    reject_row,
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
    rejects,
    relations,
    reports,
    statements,
    times,
)
from sayso.model import (
    Actor,
    Event,
    LedgerNotFound,
    LedgerReadOnly,
    Place,
    Reading,
    Record,
    RecordError,
    Reject,
    Relation,
    Report,
    Statement,
    Time,
)
from sayso.model.ids import reject_id
from sayso.model.invariants import check

Mode = Literal["write", "read"]

_EVERYTHING = StatementQuery()
_EVERY_EVENT = EventQuery()
_EVERY_RELATION = RelationQuery()
_EVERYBODY = ActorQuery()
_EVERYWHERE = PlaceQuery()
_EVER = TimeQuery()


class Ledger:
    """A ledger of who says what, in one SQLite file.

    `mode="write"` makes the ledger where there is none and brings an older one up to date;
    `mode="read"` changes nothing. One process writes at a time, any number read meanwhile;
    a writer waits `timeout` seconds for another. Use it as a context manager, or `close` it.

    What is read comes as streams: a ledger may be larger than memory. A stream sees the ledger
    as it was when the stream began.

    Raises LedgerNotFound (nothing there to read), LedgerReadOnly, LedgerTooNew, or LedgerError
    (not a ledger, not accessible, busy, damaged), and RecordError for a damaged row.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, mode: Mode = "write", timeout: float = 30.0
    ) -> None:
        self.path = Path(path).absolute()
        self.mode = mode
        self._timeout = timeout
        writing = mode == "write"
        access.require_access(self.path, writing=writing)
        self._engine = sqlite.connect(self.path, writing=writing, timeout=timeout)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add(self, reading: Reading) -> bool:
        """Record `reading`, whole or not at all; False if its report is there already.

        Raises RecordError if the reading breaks an invariant.
        """
        check(reading)
        report = reading.report
        with self._writing() as connection:
            if _has(connection, reports, report.id):
                return False
            for table, rows in _rows(reading):
                if rows:
                    connection.execute(insert(table), rows)
        return True

    def add_reject(self, reject: Reject) -> bool:
        """Record `reject`; False if it is there already.

        Raises RecordError if its id does not follow from its content.
        """
        if reject.id != reject_id(reject.input, reject.stage, reject.reason):
            raise RecordError(f"{reject.id}: its id does not follow from its content")
        with self._writing() as connection:
            if _has(connection, rejects, reject.id):
                return False
            connection.execute(insert(rejects), reject_row(reject))
        return True

    def __contains__(self, report_id: object) -> bool:
        with self.snapshot() as connection:
            return _has(connection, reports, report_id)

    def report_ids(self) -> frozenset[str]:
        """The ids of all reports."""
        with self.snapshot() as connection:
            return frozenset(connection.scalars(select(reports.c.id)))

    def report(self, report_id: str) -> Report:
        """The report with this id, or whose id alone begins so; raises RecordNotFound."""
        with self.snapshot() as connection:
            return fetch.one_report(connection, fetch.find_report(connection, report_id))

    def reading(self, report_id: str) -> Reading:
        """The report with this id, or whose id alone begins so, and all that was read in it.

        Raises RecordNotFound.
        """
        with self.snapshot() as connection:
            return fetch.reading(connection, fetch.find_report(connection, report_id))

    def reports(self) -> Iterator[Report]:
        """Every report, by date of publication (those without one last) and id."""
        with self.snapshot() as connection:
            yield from fetch.reports_by_date(connection)

    def statements(self, query: StatementQuery = _EVERYTHING) -> Iterator[Statement]:
        """The statements that `query` asks for, those of the earliest report first.

        By the report's date of publication (those without one last) and id, then by place in
        the report, depth and id.
        """
        with self.snapshot() as connection:
            yield from fetch.statements_by_date(connection, query)

    def events(self, query: EventQuery = _EVERY_EVENT) -> Iterator[Event]:
        """The events that `query` asks for, report by report as for `statements`.

        In a report by where the trigger stands.
        """
        with self.snapshot() as connection:
            yield from fetch.events_by_date(connection, query)

    def relations(self, query: RelationQuery = _EVERY_RELATION) -> Iterator[Relation]:
        """The relations that `query` asks for, report by report as for `statements`.

        In a report by where the words that say so begin.
        """
        with self.snapshot() as connection:
            yield from fetch.relations_by_date(connection, query)

    def places(self, query: PlaceQuery = _EVERYWHERE) -> Iterator[Place]:
        """The places that `query` asks for, report by report as for `statements`, in text order."""
        with self.snapshot() as connection:
            yield from fetch.places_by_date(connection, query)

    def times(self, query: TimeQuery = _EVER) -> Iterator[Time]:
        """The times that `query` asks for, report by report as for `statements`, in text order."""
        with self.snapshot() as connection:
            yield from fetch.times_by_date(connection, query)

    def actors(self, query: ActorQuery = _EVERYBODY) -> Iterator[Actor]:
        """The actors that `query` asks for, report by report as for `statements`.

        In a report by first mention.
        """
        with self.snapshot() as connection:
            yield from fetch.actors_by_date(connection, query)

    def rejects(self) -> Iterator[Reject]:
        """Every reject, by id."""
        with self.snapshot() as connection:
            yield from fetch.all_rejects(connection)

    def records(self) -> Iterator[Record]:
        """Every record: reports, statements, events, relations, actors, places, times, rejects.

        Reports by id; statements by report, place in it, depth and id; actors by report and id;
        events, relations, places and times by report, place in it and id; rejects by id.
        """
        with self.snapshot() as connection:
            yield from fetch.all_records(connection)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self.snapshot() as connection:
            return fetch.count(connection)

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state, its errors told as sayso's."""
        with sqlite.errors_told(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.mode == "read":
            raise LedgerReadOnly(f"ledger {self.path}: it was opened for reading only")
        # SQLite would go on writing to a file that no name leads to any more.
        if not self.path.exists():
            raise LedgerNotFound(f"ledger {self.path} was moved or deleted while it was open")
        with sqlite.errors_told(self.path), sqlite.for_writing(self._engine).begin() as connection:
            yield connection

    def _prepare(self) -> None:
        with self.snapshot() as connection:
            if self.mode == "read":
                versions.require_current(connection, self.path)
                return
            if versions.schema_of(connection, self.path) == versions.SCHEMA:
                return
        with sqlite.errors_told(self.path):
            sqlite.log_ahead(self._engine, timeout=self._timeout)
        with self._writing() as connection:
            versions.upgrade(connection)


def _rows(reading: Reading) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of every record of `reading`, each table after those that its rows refer to."""
    report = reading.report
    yield reports, [report_row(report)]
    yield actors, [actor_row(actor, report=report.id) for actor in reading.actors]
    yield mentions, [row for actor in reading.actors for row in mention_rows(actor)]
    yield statements, [statement_row(statement) for statement in reading.statements]
    yield events, [event_row(event) for event in reading.events]
    yield participants, [row for event in reading.events for row in participant_rows(event)]
    yield relations, [relation_row(relation) for relation in reading.relations]
    yield places, [place_row(place) for place in reading.places]
    yield times, [time_row(time) for time in reading.times]


def _has(connection: Connection, table: Table, record_id: object) -> bool:
    found = connection.execute(select(table.c.id).where(table.c.id == record_id)).first()
    return found is not None
