"""Claims that are to be looked at, because they were written since."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, literal, select

from sayso.ledger import fetch
from sayso.ledger.schema import changed_claims, claims, feeds

_AT_ONCE = ""
"""Before every instant."""


def note_changes(connection: Connection, written: Iterable[str]) -> None:
    """Note that the claims with these ids were written, if anybody watches the ledger."""
    if not is_watched(connection):
        return
    for batch in fetch.in_batches(sorted(written)):
        connection.execute(delete(changed_claims).where(changed_claims.c.claim.in_(batch)))
        rows = [{"claim": claim, "quiet": False, "tries": 0, "due": _AT_ONCE} for claim in batch]
        connection.execute(insert(changed_claims), rows)


def note_all(connection: Connection, *, quiet: bool) -> None:
    """Have all claims looked at; `quiet`, to note how they stand without telling it."""
    columns = [column.name for column in changed_claims.columns]
    every = select(claims.c.id, literal(quiet), literal(0), literal(_AT_ONCE))
    connection.execute(delete(changed_claims))
    connection.execute(insert(changed_claims).from_select(columns, every))


def is_watched(connection: Connection) -> bool:
    """Whether feeds are, or were, watched for the ledger."""
    return connection.scalar(select(feeds.c.url).limit(1)) is not None
