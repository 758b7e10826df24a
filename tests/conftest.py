"""What holds for all tests."""

import sqlite3

from sqlalchemy import Pool, event

pytest_plugins = ("tests.postgres", "tests.processes")


@event.listens_for(Pool, "connect")
def _without_syncing(connection: object, _: object) -> None:
    """No ledger of a test outlives a power cut: so none waits for the disk."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA synchronous = OFF")
