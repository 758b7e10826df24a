"""Writing claims and links, which are made again as reports come, and taking them away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from sqlalchemy import Connection, delete

from sayso.ledger import fetch
from sayso.ledger.claims.context import context_of_claims, context_of_links
from sayso.ledger.claims.rows import claim_row, link_row, member_rows, origin_rows
from sayso.ledger.inserting import insert_rows
from sayso.ledger.schema import claims, links, members, origins
from sayso.ledger.watching.changes import note_changes
from sayso.model import Claim, Link, RecordError
from sayso.model.invariants import Violation
from sayso.model.joint_invariants import claim_violations, link_violations


def write_claims(connection: Connection, made: Sequence[Claim]) -> None:
    """Record claims, in place of those of the same ids; RecordError if one is broken."""
    context = context_of_claims(connection, made)
    _refuse(chain.from_iterable(claim_violations(claim, context) for claim in made))
    _refuse_repeated(made)
    remove_claims(connection, [claim.id for claim in made])
    insert_rows(connection, claims, map(claim_row, made))
    insert_rows(connection, members, chain.from_iterable(map(member_rows, made)))
    insert_rows(connection, origins, chain.from_iterable(map(origin_rows, made)))
    note_changes(connection, (claim.id for claim in made))


def write_links(connection: Connection, made: Sequence[Link]) -> None:
    """Record links, in place of those of the same ids; RecordError if one is broken."""
    context = context_of_links(connection, made)
    _refuse(chain.from_iterable(link_violations(link, context) for link in made))
    _refuse_repeated(made)
    remove_links(connection, [link.id for link in made])
    insert_rows(connection, links, map(link_row, made))


def remove_claims(connection: Connection, ids: Iterable[str]) -> None:
    """Take claims away; links from and to them stay."""
    for batch in fetch.in_batches(sorted(ids)):
        for table in (origins, members):
            connection.execute(delete(table).where(table.c.claim.in_(batch)))
        connection.execute(delete(claims).where(claims.c.id.in_(batch)))


def remove_links(connection: Connection, ids: Iterable[str]) -> None:
    """Take links away."""
    for batch in fetch.in_batches(sorted(ids)):
        connection.execute(delete(links).where(links.c.id.in_(batch)))


def remove_links_of(connection: Connection, records: Iterable[str]) -> None:
    """Take away all links from or to any of `records`."""
    for batch in fetch.in_batches(sorted(records)):
        for end in (links.c["from"], links.c.to):
            connection.execute(delete(links).where(end.in_(batch)))


def _refuse(violations: Iterable[Violation]) -> None:
    for violation in violations:
        raise RecordError(str(violation))


def _refuse_repeated(made: Sequence[Claim] | Sequence[Link]) -> None:
    seen: set[str] = set()
    for record in made:
        if record.id in seen:
            raise RecordError(f"{record.id}: two records have this id")
        seen.add(record.id)
