"""Records read from a connection, as streams in an order that does not depend on history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, exists, select

from sayso.ledger.columns import Row
from sayso.ledger.event_rows import event_of, relation_of
from sayso.ledger.queries import (
    ActorQuery,
    EventQuery,
    PlaceQuery,
    RelationQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.ledger.rows import actor_of, place_of, reject_of, report_of, statement_of, time_of
from sayso.ledger.schema import (
    READING_ORDER,
    TEXT_ORDER,
    TRIGGER_ORDER,
    actors,
    deletions,
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
from sayso.ledger.selection import (
    BY_DATE,
    select_actors,
    select_events,
    select_places,
    select_relations,
    select_statements,
    select_times,
)
from sayso.model import (
    Actor,
    Event,
    Place,
    Reading,
    RecordNotFound,
    Reject,
    Relation,
    Report,
    Statement,
    Time,
)

_T = TypeVar("_T")

BATCH = 500
"""How many rows are held at once."""

_LAST = "\U0010ffff"
"""What comes after every other character."""

RowWithParts = tuple[Row, list[list[Row]]]
"""A row, and the rows that belong to it, a list for each table of them."""


def in_batches(ids: Iterable[_T]) -> Iterator[list[_T]]:
    """`ids` in lists that a query can hold."""
    remaining = iter(ids)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def rows(connection: Connection, query: Select[Any]) -> Iterator[Row]:
    """The rows of `query`, a batch in memory at a time."""
    with connection.execute(query, execution_options={"yield_per": BATCH}) as found:
        yield from map(dict, found.mappings())


def has(connection: Connection, table: Table, record_id: object) -> bool:
    """Whether `table` has a row with the id `record_id`."""
    found = connection.execute(select(table.c.id).where(table.c.id == record_id)).first()
    return found is not None


_MET = select(
    *(
        exists().where(column == bindparam("report")).label(table.name)
        for table, column in ((reports, reports.c.id), (deletions, deletions.c.report))
    )
)
"""Made once: it is asked for every input of a run."""


def met(connection: Connection, report: str) -> tuple[bool, bool]:
    """Whether this report is there, and whether it was ever deleted."""
    found = connection.execute(_MET, {"report": report}).one()
    return bool(found[0]), bool(found[1])


def those_in(connection: Connection, table: Table, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that `table` has a row for."""
    found = set[str]()
    for batch in in_batches(ids):
        found.update(connection.scalars(select(table.c.id).where(table.c.id.in_(batch))))
    return found


def find(connection: Connection, table: Table, given: str) -> str:
    """The one id in `table` that begins with `given`; raises RecordNotFound."""
    # By its range and not by LIKE, for which SQLite would go through all of the ids.
    fitting = select(table.c.id).where(table.c.id.between(given, given + _LAST))
    found: list[str] = list(connection.scalars(fitting.limit(2)))
    if not found:
        one = table.name.removesuffix("s")
        raise RecordNotFound(f"no {one}'s id begins with {given!r}: check the id")
    if len(found) > 1:
        raise RecordNotFound(f"several {table.name}' ids begin with {given!r}: give more of the id")
    return found[0]


def one_statement(connection: Connection, statement: str) -> Statement:
    """The statement with the id `statement`, which is there."""
    query = select(statements).where(statements.c.id == statement)
    return statement_of(dict(connection.execute(query).mappings().one()))


def one_report(connection: Connection, report: str) -> Report:
    """The report with the id `report`, which is there."""
    query = select(reports).where(reports.c.id == report)
    return report_of(dict(connection.execute(query).mappings().one()))


def all_reports(connection: Connection) -> Iterator[Report]:
    """Every report, by id."""
    yield from map(report_of, rows(connection, select(reports).order_by(reports.c.id)))


def reports_by_date(connection: Connection) -> Iterator[Report]:
    """Every report, by date of publication (those without one last) and id."""
    yield from map(report_of, rows(connection, select(reports).order_by(*BY_DATE)))


def all_statements(connection: Connection, report: str | None = None) -> Iterator[Statement]:
    """Every statement (of one report), by report id, place in it, depth and id."""
    yield from map(statement_of, rows(connection, _all_of(statements, READING_ORDER, report)))


def statements_by_date(connection: Connection, query: StatementQuery) -> Iterator[Statement]:
    """The statements that `query` asks for, by report as `reports_by_date`, place, depth, id."""
    yield from map(statement_of, rows(connection, select_statements(query)))


def all_events(connection: Connection, report: str | None = None) -> Iterator[Event]:
    """Every event (of one report), by report id, place of the trigger and id."""
    for row, (taking_part,) in event_rows(connection, report):
        yield event_of(row, taking_part)


def events_by_date(connection: Connection, query: EventQuery) -> Iterator[Event]:
    """The events that `query` asks for, by report as `reports_by_date`, trigger and id."""
    for row, (taking_part,) in with_parts(connection, select_events(query), participants):
        yield event_of(row, taking_part)


def all_relations(connection: Connection, report: str | None = None) -> Iterator[Relation]:
    """Every relation (of one report), by report id, place in it and id."""
    yield from map(relation_of, rows(connection, _all_of(relations, TEXT_ORDER, report)))


def relations_by_date(connection: Connection, query: RelationQuery) -> Iterator[Relation]:
    """The relations that `query` asks for, by report as `reports_by_date`, place in it and id."""
    yield from map(relation_of, rows(connection, select_relations(query)))


def all_actors(connection: Connection, report: str | None = None) -> Iterator[Actor]:
    """Every actor (of one report), by report and id."""
    for row, (mentioned,) in actor_rows(connection, report):
        yield actor_of(row, mentioned)


def actors_by_date(connection: Connection, query: ActorQuery) -> Iterator[Actor]:
    """The actors that `query` asks for, by report as `reports_by_date`, first mention and id."""
    for row, (mentioned,) in with_parts(connection, select_actors(query), mentions):
        yield actor_of(row, mentioned)


def all_places(connection: Connection, report: str | None = None) -> Iterator[Place]:
    """Every place (of one report), by report id, place in it and id."""
    yield from map(place_of, rows(connection, _all_of(places, TEXT_ORDER, report)))


def places_by_date(connection: Connection, query: PlaceQuery) -> Iterator[Place]:
    """The places that `query` asks for, by report as `reports_by_date`, place in it and id."""
    yield from map(place_of, rows(connection, select_places(query)))


def all_times(connection: Connection, report: str | None = None) -> Iterator[Time]:
    """Every time (of one report), by report id, place in it and id."""
    yield from map(time_of, rows(connection, _all_of(times, TEXT_ORDER, report)))


def times_by_date(connection: Connection, query: TimeQuery) -> Iterator[Time]:
    """The times that `query` asks for, by report as `reports_by_date`, place in it and id."""
    yield from map(time_of, rows(connection, select_times(query)))


def all_rejects(connection: Connection) -> Iterator[Reject]:
    """Every reject, by id."""
    yield from map(reject_of, rows(connection, select(rejects).order_by(rejects.c.id)))


def reading(connection: Connection, report: str) -> Reading:
    """The report with the id `report`, which is there, and all that was read in it."""
    return Reading(
        report=one_report(connection, report),
        statements=tuple(all_statements(connection, report)),
        events=tuple(all_events(connection, report)),
        relations=tuple(all_relations(connection, report)),
        actors=tuple(all_actors(connection, report)),
        places=tuple(all_places(connection, report)),
        times=tuple(all_times(connection, report)),
    )


def actor_rows(connection: Connection, report: str | None = None) -> Iterator[RowWithParts]:
    """The row of every actor (of one report), by report and id, with those of its mentions."""
    return with_parts(connection, _all_of(actors, ("report",), report), mentions)


def event_rows(connection: Connection, report: str | None = None) -> Iterator[RowWithParts]:
    """The row of every event (of one report), as `all_events`, with those who take part in it."""
    return with_parts(connection, _all_of(events, TRIGGER_ORDER, report), participants)


def with_parts(connection: Connection, query: Select[Any], *parts: Table) -> Iterator[RowWithParts]:
    """The rows of `query`, each with its rows of each of the `parts`, in their order."""
    with connection.execute(query, execution_options={"yield_per": BATCH}) as found:
        for batch in found.mappings().partitions():
            owners = [row["id"] for row in batch]
            belonging = [_by_owner(connection, owners, part) for part in parts]
            yield from ((dict(row), [of[row["id"]] for of in belonging]) for row in batch)


def _by_owner(connection: Connection, owners: list[str], parts: Table) -> dict[str, list[Row]]:
    key = list(parts.primary_key.columns)
    query = select(parts).where(key[0].in_(owners)).order_by(*key)
    found: dict[str, list[Row]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row[key[0].name]].append(dict(row))
    return found


def _all_of(table: Table, order: tuple[str, ...], report: str | None) -> Select[Any]:
    """The rows of `table` (of one report), by `order` and id."""
    query = select(table).order_by(*(table.c[name] for name in (*order, "id")))
    return query if report is None else query.where(table.c.report == report)
