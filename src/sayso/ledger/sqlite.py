"""The connection to SQLite, and what its errors mean to a person.

Write-ahead logging lets readers read while the one writer writes. Every transaction sees one
unchanging state; one that will write takes the writer's place at its start, so that it waits
there (at most the given seconds) and never fails half-way.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from sayso.model import LedgerError, LedgerReadOnly, RecordError

_PAUSE = 0.02
"""Seconds between two tries."""

_MEANINGS: dict[int, tuple[type[LedgerError], str]] = {
    sqlite3.SQLITE_BUSY: (LedgerError, "another process is writing to it; try again when it ends"),
    sqlite3.SQLITE_READONLY: (LedgerReadOnly, "it is read-only; nothing was written"),
    sqlite3.SQLITE_NOTADB: (
        LedgerError,
        "it is not a sayso ledger, or its first bytes are damaged",
    ),
    sqlite3.SQLITE_CORRUPT: (
        LedgerError,
        "its file is damaged; restore a copy, or read the reports again",
    ),
    sqlite3.SQLITE_FULL: (LedgerError, "the disk is full; nothing was written"),
}


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


def log_ahead(engine: Engine, *, timeout: float) -> None:
    """Turn write-ahead logging on; the file remembers it."""
    deadline = time.monotonic() + timeout
    with closing(engine.raw_connection()) as connection:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # For this alone SQLite does not itself wait while others do the same.
                if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
            else:
                return


class Watch:
    """A connection that only watches for what others change."""

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.raw_connection()
        self._one_at_a_time = threading.Lock()

    def version(self) -> int:
        """A number that is another after every change that was committed."""
        with self._one_at_a_time:
            [version] = self._connection.cursor().execute("PRAGMA data_version").fetchone()
        return int(version)

    def close(self) -> None:
        """Stop watching."""
        self._connection.close()


def overwrite_deleted(connection: Connection) -> None:
    """From now on write zeros over what is deleted."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")


def rewrite(engine: Engine) -> None:
    """Write the file anew with what it holds, and empty its log of what is merged.

    Pages keep pieces of rows that once stood there, even those that a row was moved from.
    """
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def copy(engine: Engine, path: Path) -> None:
    """Write what the file holds to a new one at `path`."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM INTO ?", (str(path),))


def for_writing(engine: Engine) -> Engine:
    """The same engine, its transactions taking the writer's place from their start."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


@contextmanager
def errors_told(path: Path) -> Iterator[None]:
    """Tell the database's errors as sayso's own, naming the ledger at `path`."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(path, error.orig) from error
    except sqlite3.Error as error:
        raise _meaning(path, error) from error
    except OverflowError as error:
        raise LedgerError(f"ledger {path}: a number is out of range: {error}") from error
    except UnicodeEncodeError as error:
        raise RecordError(f"{error.object!r:.80} holds half of a character pair") from error


def _meaning(path: Path, error: BaseException | None) -> LedgerError:
    kind, meaning = _MEANINGS.get(_code(error), (LedgerError, f"the database says: {error}"))
    return kind(f"ledger {path}: {meaning}")


def _code(error: BaseException | None) -> int:
    # The low byte is the kind of error, the rest its particulars.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _reading(path: Path) -> str:
    # Readers and the writer share files beside the ledger, which the last to leave clears away:
    # so even a reader opens for writing. On a read-only disk SQLite cannot make those files;
    # where no writer can be at work either, it does without.
    writer_at_work = path.with_name(f"{path.name}-wal").exists()
    alone = not os.access(path.parent, os.W_OK) and not writer_at_work
    return "mode=ro&immutable=1" if alone else "mode=rw"
