"""The connection to a file of SQLite's."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

_IN_TURN = ("BEGIN IMMEDIATE",)


def connect(path: Path, *, writing: bool, timeout: float) -> Engine:
    """An engine on the SQLite file at `path` (absolute).

    A writer waits `timeout` seconds for another.
    """
    address = f"{path.as_uri()}?{'mode=rwc' if writing else _reading(path)}"

    def open_file() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        # SQLite's own lower() knows ASCII alone.
        connection.create_function("lower", 1, _lower, deterministic=True)
        return connection

    # Every statement stream holds a connection until it ends, so their number has no limit.
    engine = create_engine(
        "sqlite://", creator=open_file, poolclass=QueuePool, pool_size=5, max_overflow=-1
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _let_go)
    return engine


@contextmanager
def in_memory() -> Iterator[Connection]:
    """A connection to an empty database that goes when the block ends."""
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


class Watch:
    """A connection that only watches for what others change."""

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.raw_connection()
        self._one_at_a_time = threading.Lock()

    def version(self) -> str:
        """What is another after every change that was committed."""
        with self._one_at_a_time:
            [version] = self._connection.cursor().execute("PRAGMA data_version").fetchone()
        return str(version)

    def close(self) -> None:
        """Stop watching."""
        self._connection.close()


def for_writing(engine: Engine) -> Engine:
    """The same engine, its transactions taking the writer's place from their start."""
    return engine.execution_options(begin=_IN_TURN)


def for_adding(engine: Engine) -> Engine:
    """The same, for many rows.

    What takes a row back that cannot be written is kept in memory. SQLite would move it to a file
    at the first row that changes 64 KB, and write the pages of every row after it there.
    """
    return engine.execution_options(begin=("PRAGMA temp_store = MEMORY", *_IN_TURN))


def _begin(connection: Connection) -> None:
    for command in connection.get_execution_options().get("begin", ("BEGIN",)):
        connection.exec_driver_sql(command)


def _let_go(connection: sqlite3.Connection | None, _: object) -> None:
    # Whoever has this connection next may sort more than memory holds. One whose work was stopped
    # half-way is closed by now.
    if connection is not None:
        connection.execute("PRAGMA temp_store = DEFAULT")


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _reading(path: Path) -> str:
    # Readers and the writer share files beside the ledger, which the last to leave clears away:
    # so even a reader opens for writing. On a read-only disk SQLite cannot make those files;
    # where no writer can be at work either, it does without.
    writer_at_work = path.with_name(f"{path.name}-wal").exists()
    alone = not os.access(path.parent, os.W_OK) and not writer_at_work
    return "mode=ro&immutable=1" if alone else "mode=rw"
