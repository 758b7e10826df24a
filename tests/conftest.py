"""What holds for all tests."""

import signal
import sqlite3

from sqlalchemy import Pool, event

pytest_plugins = ("tests.postgres", "tests.processes")


# Where the tests run in the background of a shell that has no jobs, Ctrl-C is ignored, and it would
# be by all that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


@event.listens_for(Pool, "connect")
def _without_syncing(connection: object, _: object) -> None:
    """No ledger of a test outlives a power cut: so none waits for the disk."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA synchronous = OFF")
