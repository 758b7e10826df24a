"""A ledger in a file, which SQLite keeps.

Write-ahead logging lets readers read while the one writer writes. Every transaction sees one
unchanging state; one that will write takes the writer's place at its start, so that it waits
there (at most the given seconds) and never fails half-way.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager

from sqlalchemy import Connection, Engine

from sayso.ledger import versions
from sayso.ledger.address import FileAddress
from sayso.ledger.findings import Problem
from sayso.ledger.raw import RawStore
from sayso.ledger.stores.sqlite.access import require_access
from sayso.ledger.stores.sqlite.check import damages, missing_parts
from sayso.ledger.stores.sqlite.connecting import Watch, connect, for_adding, for_writing
from sayso.ledger.stores.sqlite.errors import code_of, errors_told
from sayso.ledger.stores.sqlite.making import make
from sayso.ledger.stores.sqlite.words import condense, out_of_step
from sayso.model import LedgerNotFound

_PAUSE = 0.02
"""Seconds between two tries."""


class FileStore:
    """The file at `address`; a writer waits `timeout` seconds for another."""

    def __init__(
        self, address: FileAddress, *, writing: bool, making: bool, timeout: float
    ) -> None:
        require_access(address.path, writing=writing, making=making)
        self._address = address
        self._timeout = timeout
        self._engine = connect(address.path, writing=writing, timeout=timeout)
        self._watch: Watch | None = None

    @property
    def raw(self) -> RawStore:
        """The raw bytes of reports, in a folder beside the file."""
        return RawStore(self._address.folder(".raw"))

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state."""
        with self.errors_told(), self._engine.connect() as connection:
            yield connection

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection whose changes all stand when the block ends, or none does."""
        return self._transaction(for_writing(self._engine))

    def adding(self) -> AbstractContextManager[Connection]:
        """The same, for writing many rows one by one."""
        return self._transaction(for_adding(self._engine))

    @contextmanager
    def erasing(self) -> Iterator[Connection]:
        """The same, with zeros written over what is deleted, its words in the indexes too."""
        with self.writing() as connection:
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
            yield connection
            condense(connection)

    def rewrite(self, *, raw: bool) -> None:  # noqa: ARG002 - these are files of their own
        """Write the file anew with what it holds, and empty its log of what is merged.

        Pages keep pieces of rows that once stood there, even those that a row was moved from.
        """
        with self.errors_told(), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def get_ready(self) -> None:
        """Turn write-ahead logging on; the file remembers it."""
        deadline = time.monotonic() + self._timeout
        with self.errors_told(), closing(self._engine.raw_connection()) as connection:
            while True:
                try:
                    connection.cursor().execute("PRAGMA journal_mode = WAL")
                except sqlite3.OperationalError as error:
                    # For this alone SQLite does not itself wait while others do the same.
                    if code_of(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                        raise
                    time.sleep(_PAUSE)
                else:
                    return

    def upgrade(self, connection: Connection) -> None:
        """Make the ledger, or bring it to the current schema, by its migrations."""
        # Another may have made it while this one waited for its turn.
        if versions.schema_of(connection, self._address) == versions.NEW:
            make(connection)
        else:
            versions.upgrade(connection)

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        # SQLite would go on writing to a file that no name leads to any more.
        if not self._address.path.exists():
            raise LedgerNotFound(f"ledger {self._address} was moved or deleted while it was open")
        with self.errors_told(), engine.begin() as connection:
            yield connection

    def version(self) -> str:
        """What is another after every change that was committed, whoever made it."""
        with self.errors_told():
            if self._watch is None:
                self._watch = Watch(self._engine)
            return self._watch.version()

    def problems(self, connection: Connection) -> Iterator[Problem]:
        """What SQLite finds damaged, and which parts of the schema are gone or changed."""
        yield from damages(connection)
        yield from missing_parts(connection)

    def index_problems(self, connection: Connection) -> Iterator[Problem]:
        """Where a word index differs from what it is over."""
        return out_of_step(connection)

    def errors_told(self) -> AbstractContextManager[None]:
        """Tell SQLite's errors as sayso's own, naming the ledger."""
        return errors_told(self._address)

    def checking(self, connection: Connection) -> AbstractContextManager[None]:  # noqa: ARG002
        """Tell errors as sayso's own: the rest of a transaction goes on after one."""
        return self.errors_told()

    def close(self) -> None:
        """Let go of the file."""
        if self._watch is not None:
            self._watch.close()
        self._engine.dispose()
