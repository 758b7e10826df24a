"""A ledger that is open: what is seen and written in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection

from sayso.ledger import versions
from sayso.ledger.address import Address, FileAddress, Where, address
from sayso.ledger.findings import Problem
from sayso.ledger.stores import store_at
from sayso.model import LedgerNotFound, LedgerReadOnly
from sayso.telemetry.storing import migrating, waited

Mode = Literal["write", "read"]


class OpenLedger:
    """A ledger of the current schema, open for writing or reading.

    Raises LedgerNotFound (nothing there to read), LedgerReadOnly, LedgerTooNew, or LedgerError
    (not a ledger, not accessible, busy, damaged).
    """

    def __init__(
        self,
        where: Where,
        *,
        mode: Mode = "write",
        make: bool = True,
        timeout: float = 30.0,
    ) -> None:
        meant = address(where)
        if isinstance(meant, FileAddress):
            meant = FileAddress(meant.path.absolute())
        self.address: Address = meant
        self.mode = mode
        writing = mode == "write"
        self._store = store_at(meant, writing=writing, making=writing and make, timeout=timeout)
        try:
            self._prepare(make=make)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the ledger."""
        self._store.close()

    @property
    def version(self) -> str:
        """What is another after every change, whoever made it."""
        return self._store.version()

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state, its errors told as sayso's."""
        with self._store.snapshot() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes all stand when the block ends, or none does."""
        with self._in_turn(self._store.writing) as connection:
            yield connection

    @contextmanager
    def adding(self) -> Iterator[Connection]:
        """The same, for writing many rows one by one."""
        with self._in_turn(self._store.adding) as connection:
            yield connection

    @contextmanager
    def erasing(self) -> Iterator[Connection]:
        """The same, for taking words away: they are overwritten where the database can do that."""
        self._require_writing()
        with self._store.erasing() as connection:
            yield connection

    def rewrite(self, *, raw: bool) -> None:
        """Write what is kept anew, with nothing left of what is deleted; the raw bytes if asked."""
        self._store.rewrite(raw=raw)

    def database_problems(self, connection: Connection) -> Iterator[Problem]:
        """What is wrong with the database itself, and which parts of the schema are gone."""
        return self._store.problems(connection)

    def index_problems(self, connection: Connection) -> Iterator[Problem]:
        """Where a word index is out of step with the words."""
        return self._store.index_problems(connection)

    def checking(self, connection: Connection) -> AbstractContextManager[None]:
        """Tell errors within as sayso's own, so that `connection` can be used after one."""
        return self._store.checking(connection)

    @contextmanager
    def _in_turn(
        self, transaction: Callable[[], AbstractContextManager[Connection]]
    ) -> Iterator[Connection]:
        self._require_writing()
        asked = time.monotonic()
        with transaction() as connection:
            waited(self.address, time.monotonic() - asked)
            yield connection

    def _require_writing(self) -> None:
        if self.mode == "read":
            raise LedgerReadOnly(f"ledger {self.address}: it was opened for reading only")

    def _prepare(self, *, make: bool) -> None:
        with self.snapshot() as connection:
            if self.mode == "read":
                versions.require_current(connection, self.address)
                return
            schema = versions.schema_of(connection, self.address)
        if schema == versions.NEW and not make:
            raise LedgerNotFound(f"there is no ledger in {self.address}: `sayso read` makes one")
        if schema != versions.SCHEMA:
            self._store.get_ready()
            with (
                migrating(self.address, old=schema, new=versions.SCHEMA),
                self._store.writing() as connection,
            ):
                self._store.upgrade(connection)
