"""Deleting a report, with all that rests on its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from sqlalchemy import Connection, Select, Table, delete, insert, or_, select

from sayso.ledger import fetch
from sayso.ledger.across import upkeep
from sayso.ledger.claims.fetch import links_of
from sayso.ledger.claims.rows import link_of
from sayso.ledger.claims.write import remove_claims, remove_links
from sayso.ledger.custody.rows import deletion_row
from sayso.ledger.schema import (
    actors,
    as_read,
    claims,
    deletions,
    events,
    links,
    members,
    mentions,
    participants,
    places,
    relations,
    reports,
    statements,
    ties,
    times,
)
from sayso.ledger.unlinking import forget, neighbours, unlink
from sayso.model import Deletion, Link, RecordError
from sayso.model.custody_invariants import deletion_violations

_JOINED = (statements, events, relations, actors)
"""The records of a report that links can join."""
_PARTS = ((participants, "event", events), (mentions, "actor", actors))
"""Rows that belong to records: by which column, to which."""
_OWN = (ties, events, relations, places, times, statements, actors)
"""The records of a report, each after those that refer to it."""


def delete_report(connection: Connection, deletion: Deletion) -> None:
    """Take away a report, its records, and the claims and links on them; record `deletion`.

    What was linked with it is to be linked anew. Raises RecordError if `deletion` is broken.
    """
    for violation in deletion_violations(deletion):
        raise RecordError(str(violation))
    remove_joint(connection, deletion.report)
    parties = upkeep.parties_of(connection, deletion.report)
    remove_records(connection, deletion.report)
    _remove_report(connection, deletion.report)
    upkeep.recount(connection, parties)
    connection.execute(insert(deletions), deletion_row(deletion))


def remove_joint(connection: Connection, report: str) -> None:
    """Take away the claims and links that rest on `report`, and unlink what they joined to it."""
    claimed = _claims_on(connection, report)
    torn = _links_on(connection, report, claimed)
    ends = chain.from_iterable((link.from_, link.to) for link in torn)
    near = _reports_of(connection, {*_members_of(connection, claimed), *ends})
    near |= neighbours(connection, report)
    remove_links(connection, [link.id for link in torn])
    remove_claims(connection, claimed)
    forget(connection, report)
    unlink(connection, near - {report})


def remove_records(connection: Connection, report: str) -> None:
    """Take away all that was read in `report`, on which no claim or link rests."""
    for table, reference, owners in _PARTS:
        own = select(owners.c.id).where(owners.c.report == report)
        connection.execute(delete(table).where(table.c[reference].in_(own)))
    for table in _OWN:
        connection.execute(delete(table).where(table.c.report == report))


def _remove_report(connection: Connection, report: str) -> None:
    """Take away the row of `report` and what people's judgements keep of its words."""
    connection.execute(delete(as_read).where(as_read.c.report == report))
    connection.execute(delete(reports).where(reports.c.id == report))


def _claims_on(connection: Connection, report: str) -> list[str]:
    """The ids of the claims that a statement of `report` is on, or that have its words for gist."""
    said = select(statements.c.id).where(statements.c.report == report)
    having = select(members.c.claim).where(members.c.statement.in_(said))
    on = or_(claims.c.id.in_(having), claims.c.gist_at_report == report)
    return list(connection.scalars(select(claims.c.id).where(on)))


def _links_on(connection: Connection, report: str, claimed: Iterable[str]) -> list[Link]:
    """The links of `report`, of its records and of these claims, and those that quote it."""
    joined = {report, *claimed}
    for table in _JOINED:
        joined.update(connection.scalars(select(table.c.id).where(table.c.report == report)))
    quoting = select(links).where(links.c.evidence.contains(report, autoescape=True))
    quoted = map(link_of, fetch.rows(connection, quoting))
    found = {link.id: link for link in chain(links_of(connection, joined), quoted)}
    return list(found.values())


def _members_of(connection: Connection, claimed: Iterable[str]) -> Iterator[str]:
    for batch in fetch.in_batches(claimed):
        yield from connection.scalars(select(members.c.statement).where(members.c.claim.in_(batch)))


def _reports_of(connection: Connection, records: set[str]) -> set[str]:
    """The reports among `records`, and those of the others."""
    found = set[str]()
    for batch in fetch.in_batches(sorted(records)):
        found.update(connection.scalars(select(reports.c.id).where(reports.c.id.in_(batch))))
        for table in _JOINED:
            found.update(connection.scalars(_report_ids(table, batch)))
    return found


def _report_ids(table: Table, ids: list[str]) -> Select[tuple[str]]:
    return select(table.c.report).where(table.c.id.in_(ids))
