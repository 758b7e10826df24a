"""Everything that a ledger holds, record by record."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from sayso.ledger import fetch
from sayso.ledger.claims import fetch as joint
from sayso.model import Record


def all_records(connection: Connection) -> Iterator[Record]:
    """Every record, in the order of the record contract."""
    yield from fetch.all_reports(connection)
    yield from fetch.all_statements(connection)
    yield from fetch.all_events(connection)
    yield from fetch.all_relations(connection)
    yield from fetch.all_actors(connection)
    yield from joint.all_claims(connection)
    yield from joint.all_links(connection)
    yield from joint.all_judgements(connection)
    yield from fetch.all_places(connection)
    yield from fetch.all_times(connection)
    yield from fetch.all_rejects(connection)
