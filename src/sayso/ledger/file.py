"""The file that a ledger is kept in: opening it, and what is seen and written in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection

from sayso.ledger import access, sqlite, versions
from sayso.model import LedgerNotFound, LedgerReadOnly

Mode = Literal["write", "read"]


class LedgerFile:
    """An SQLite file of the current schema, open for writing or reading.

    Raises LedgerNotFound (nothing there to read), LedgerReadOnly, LedgerTooNew, or LedgerError
    (not a ledger, not accessible, busy, damaged).
    """

    def __init__(
        self, path: str | os.PathLike[str], *, mode: Mode = "write", timeout: float = 30.0
    ) -> None:
        self.path = Path(path).absolute()
        self.mode = mode
        self._timeout = timeout
        writing = mode == "write"
        access.require_access(self.path, writing=writing)
        self._engine = sqlite.connect(self.path, writing=writing, timeout=timeout)
        self._watch: sqlite.Watch | None = None
        try:
            self._prepare()
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
        """Let go of the file."""
        if self._watch is not None:
            self._watch.close()
        self._engine.dispose()

    @property
    def version(self) -> int:
        """A number that is another after every change, whoever made it."""
        with sqlite.errors_told(self.path):
            if self._watch is None:
                self._watch = sqlite.Watch(self._engine)
            return self._watch.version()

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state, its errors told as sayso's."""
        with sqlite.errors_told(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes all stand when the block ends, or none does."""
        if self.mode == "read":
            raise LedgerReadOnly(f"ledger {self.path}: it was opened for reading only")
        # SQLite would go on writing to a file that no name leads to any more.
        if not self.path.exists():
            raise LedgerNotFound(f"ledger {self.path} was moved or deleted while it was open")
        with sqlite.errors_told(self.path), sqlite.for_writing(self._engine).begin() as connection:
            yield connection

    def rewrite(self) -> None:
        """Write the file anew, with nothing left of what is deleted."""
        with sqlite.errors_told(self.path):
            sqlite.rewrite(self._engine)

    def copy_to(self, path: Path) -> None:
        """Write a copy of the ledger to `path`, where nothing is yet."""
        with sqlite.errors_told(self.path):
            sqlite.copy(self._engine, path)

    def _prepare(self) -> None:
        with self.snapshot() as connection:
            if self.mode == "read":
                versions.require_current(connection, self.path)
                return
            if versions.schema_of(connection, self.path) == versions.SCHEMA:
                return
        with sqlite.errors_told(self.path):
            sqlite.log_ahead(self._engine, timeout=self._timeout)
        with self.writing() as connection:
            versions.upgrade(connection)
