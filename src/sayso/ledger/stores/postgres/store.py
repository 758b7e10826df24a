"""A ledger in a database of a PostgreSQL server.

Readers see one unchanging state (repeatable read), and what they ask for comes in portions
(cursors of the server). Who writes takes a lock of the database's first, which one transaction has
at a time: so counts and claims rest on what was written before, and nothing fails half-way. A write
sees what was committed when it got the lock (read committed: a snapshot taken before would be old).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection, text

from sayso.ledger import versions
from sayso.ledger.address import ServerAddress
from sayso.ledger.findings import Problem
from sayso.ledger.stores.postgres.check import missing_parts
from sayso.ledger.stores.postgres.connecting import connect
from sayso.ledger.stores.postgres.errors import errors_told
from sayso.ledger.stores.postgres.making import make, require_fit
from sayso.ledger.stores.postgres.raw import RawTable
from sayso.ledger.stores.postgres.rewriting import rewrite
from sayso.ledger.stores.postgres.tables import raw_bytes

_WRITER = 8_243_122_725_031_523_681
"""The lock that one transaction of a database has at a time: the one that writes."""

_TAKE_TURN = text("SELECT set_config('lock_timeout', :wait, true), pg_advisory_xact_lock(:writer)")


class ServerStore:
    """The database at `address`; a writer waits `timeout` seconds for another."""

    def __init__(self, address: ServerAddress, *, timeout: float) -> None:
        self._address = address
        self._timeout = timeout
        self._writers = connect(address)
        self._readers = connect(address, reading=True)

    @property
    def raw(self) -> RawTable:
        """The raw bytes of reports, in a table of their own."""
        return RawTable(self._address, self._writers)

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state."""
        with self.errors_told(), self._readers.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes all stand when the block ends, or none does."""
        with self.errors_told(), self._writers.begin() as connection:
            self._take_turn(connection)
            yield connection

    def adding(self) -> AbstractContextManager[Connection]:
        """The same: a row is written as any other."""
        return self.writing()

    def erasing(self) -> AbstractContextManager[Connection]:
        """The same: what is deleted goes from the pages when these are written anew."""
        return self.writing()

    def rewrite(self, *, raw: bool) -> None:
        """Write the tables anew, so that no page of theirs or of an index has deleted words."""
        passed_over = () if raw else (raw_bytes.name,)
        with self.errors_told():
            rewrite(self._writers, passed_over, timeout=self._timeout)

    def get_ready(self) -> None:
        """Nothing is to be done outside of a transaction."""

    def upgrade(self, connection: Connection) -> None:
        """Make the ledger, or bring it to the current schema."""
        # Another may have made it while this one waited for its turn.
        if versions.schema_of(connection, self._address) == versions.NEW:
            require_fit(connection, self._address)
            make(connection)
        else:
            versions.upgrade(connection)

    def version(self) -> str:
        """What is another after every change that was committed, whoever made it.

        It is another too after changes to other databases of the server.
        """
        with self.errors_told(), self._readers.connect() as connection:
            return str(connection.scalar(text("SELECT pg_current_snapshot()::text")))

    def problems(self, connection: Connection) -> Iterator[Problem]:
        """Which parts of the schema are gone or changed; the pages are for the server to check."""
        return missing_parts(connection)

    def index_problems(self, connection: Connection) -> Iterator[Problem]:  # noqa: ARG002 - as any
        """None: what is indexed is a column that the server makes of the words itself."""
        yield from ()

    def errors_told(self) -> AbstractContextManager[None]:
        """Tell the server's errors as sayso's own, naming the ledger."""
        return errors_told(self._address)

    @contextmanager
    def checking(self, connection: Connection) -> Iterator[None]:
        """Tell errors as sayso's own, and have the rest of the transaction go on after one."""
        with self.errors_told(), connection.begin_nested():
            yield

    def close(self) -> None:
        """Let go of the database."""
        self._writers.dispose()
        self._readers.dispose()

    def _take_turn(self, connection: Connection) -> None:
        wait = f"{max(1, round(self._timeout * 1000))}ms"
        connection.execute(_TAKE_TURN, {"wait": wait, "writer": _WRITER})
