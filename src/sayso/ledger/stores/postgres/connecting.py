"""The connections to a PostgreSQL server."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, NullPool, QueuePool, create_engine, event

from sayso.ledger.address import ServerAddress

_GIVEN = {"application_name": "sayso", "client_encoding": "utf8", "connect_timeout": 10}
"""What every connection has, unless the address says otherwise; the timeout in seconds."""
_KEPT = 5
"""So many connections are kept for the next who asks."""


def connect(address: ServerAddress, *, reading: bool = False) -> Engine:
    """An engine on the database at `address`; with `reading`, it cannot write."""
    # Every statement stream holds a connection until it ends, so their number has no limit.
    engine = create_engine(
        address.url,
        connect_args=_given(address),
        poolclass=QueuePool,
        pool_size=_KEPT,
        max_overflow=-1,
        pool_pre_ping=True,  # a server may have been started again since
        isolation_level="REPEATABLE READ" if reading else "READ COMMITTED",
    )
    if reading:
        event.listen(engine, "connect", _forbid_writing)
    return engine


def connect_once(address: ServerAddress) -> Engine:
    """An engine that keeps no connection."""
    return create_engine(address.url, connect_args=_given(address), poolclass=NullPool)


def _given(address: ServerAddress) -> dict[str, Any]:
    return {name: told for name, told in _GIVEN.items() if name not in address.url.query}


def _forbid_writing(connection: Any, _record: object) -> None:  # noqa: ANN401 - psycopg's
    connection.read_only = True
