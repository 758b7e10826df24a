"""What claims and links point at, as the ledger has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain

from sqlalchemy import Connection, select

from sayso.ledger import fetch
from sayso.ledger.rows import statement_of
from sayso.ledger.schema import actors, claims, events, relations, reports, statements
from sayso.model import Claim, Link, RecordError, Statement
from sayso.model.joint_invariants import Context


def context_of_claims(connection: Connection, made: Sequence[Claim]) -> Context:
    """The statements and texts that claims quote."""
    told = _statements(connection, {one.statement for claim in made for one in claim.members})
    quoted = {one.report for one in told.values()} | {claim.gist_at.report for claim in made}
    return Context(statements=told, texts=_texts(connection, quoted), records=())


def context_of_links(connection: Connection, made: Sequence[Link]) -> Context:
    """The records that links join, and the texts that show it."""
    quoted = {passage.report for link in made for passage in link.evidence}
    ends = set(chain.from_iterable((link.from_, link.to) for link in made))
    return Context(
        statements={}, texts=_texts(connection, quoted), records=frozenset(_there(connection, ends))
    )


def _statements(connection: Connection, ids: set[str]) -> dict[str, Statement]:
    found = {}
    for batch in fetch.in_batches(sorted(ids)):
        for row in fetch.rows(connection, select(statements).where(statements.c.id.in_(batch))):
            # A statement that cannot be read has nothing to quote: it counts as not there.
            with suppress(RecordError):
                found[row["id"]] = statement_of(row)
    return found


def _texts(connection: Connection, ids: set[str]) -> dict[str, str]:
    columns = (reports.c.id, reports.c.text)
    return {
        report: text
        for batch in fetch.in_batches(sorted(ids))
        for report, text in connection.execute(select(*columns).where(reports.c.id.in_(batch)))
    }


def _there(connection: Connection, ids: set[str]) -> Iterator[str]:
    """Those of `ids` that records have, most often statements."""
    for table in (statements, reports, events, claims, relations, actors):
        for batch in fetch.in_batches(sorted(ids)):
            found = set(connection.scalars(select(table.c.id).where(table.c.id.in_(batch))))
            yield from found
            ids = ids - found
