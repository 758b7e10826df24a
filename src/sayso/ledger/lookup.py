"""Many records by their ids at once: asking for each of them by itself takes far longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.ledger import fetch
from sayso.ledger.opened import OpenLedger
from sayso.ledger.rows import report_of, statement_of
from sayso.ledger.schema import READING_ORDER, actors, claims, reports, statements
from sayso.model import Act, ActorKind, Report, Statement


@dataclass(frozen=True, slots=True)
class Called:
    """What an actor is called, and what sort of party it is."""

    name: str
    kind: ActorKind


def with_parents(ledger: OpenLedger, ids: Iterable[str]) -> dict[str, Statement]:
    """The statements with these ids, and those in whose content they stand, up to the author's."""
    found: dict[str, Statement] = {}
    with ledger.snapshot() as connection:
        wanted = set(ids)
        while wanted:
            new = {one.id: one for one in _statements(connection, wanted)}
            found |= new
            wanted = {one.parent for one in new.values() if one.parent} - found.keys()
    return found


def reports_by_id(ledger: OpenLedger, ids: Iterable[str]) -> dict[str, Report]:
    """The reports with these ids, by id."""
    with ledger.snapshot() as connection:
        return {
            row["id"]: report_of(row)
            for batch in fetch.in_batches(sorted(set(ids)))
            for row in fetch.rows(connection, select(reports).where(reports.c.id.in_(batch)))
        }


def called(ledger: OpenLedger, ids: Iterable[str]) -> dict[str, Called]:
    """What the actors with these ids are called, by id."""
    columns = (actors.c.id, actors.c.name, actors.c.kind)
    with ledger.snapshot() as connection:
        return {
            row["id"]: Called(row["name"], ActorKind(row["kind"]))
            for batch in fetch.in_batches(sorted(set(ids)))
            for row in fetch.rows(connection, select(*columns).where(actors.c.id.in_(batch)))
        }


def claims_there(ledger: OpenLedger, ids: Iterable[str]) -> frozenset[str]:
    """Those of these ids that claims have now."""
    with ledger.snapshot() as connection:
        return frozenset(
            claim
            for batch in fetch.in_batches(sorted(set(ids)))
            for claim in connection.scalars(select(claims.c.id).where(claims.c.id.in_(batch)))
        )


def said_in(
    ledger: OpenLedger, ids: Iterable[str], act: Act | None = None
) -> tuple[Statement, ...]:
    """The statements of these reports (those of one act), by report id, place in it, depth, id."""
    order = (*(statements.c[name] for name in READING_ORDER), statements.c.id)
    narrowed = () if act is None else (statements.c.act == act.value,)
    with ledger.snapshot() as connection:
        return tuple(
            statement_of(row)
            for batch in fetch.in_batches(sorted(set(ids)))
            for row in fetch.rows(
                connection,
                select(statements)
                .where(statements.c.report.in_(batch), *narrowed)
                .order_by(*order),
            )
        )


def _statements(connection: Connection, ids: Iterable[str]) -> Iterator[Statement]:
    for batch in fetch.in_batches(sorted(ids)):
        query = select(statements).where(statements.c.id.in_(batch))
        yield from map(statement_of, fetch.rows(connection, query))
