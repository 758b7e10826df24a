"""What a ledger asks of the database that keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection

from sayso.ledger.findings import Problem
from sayso.ledger.raw import RawKept


class Store(Protocol):
    """A database that keeps a ledger. All errors of its own are told as sayso's."""

    def snapshot(self) -> AbstractContextManager[Connection]:
        """A connection that sees one unchanging state."""

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection whose changes all stand when the block ends, or none does.

        One is open at a time, whoever asks; it waits for the one before.
        """

    def adding(self) -> AbstractContextManager[Connection]:
        """The same, for writing many rows one by one."""

    def erasing(self) -> AbstractContextManager[Connection]:
        """The same, for taking words away; `rewrite` follows when they are to leave no trace."""

    def rewrite(self, *, raw: bool) -> None:
        """Write what is kept anew, with nothing left of what is deleted; the raw bytes if asked."""

    def get_ready(self) -> None:
        """Prepare the database for the first writing: what cannot be done within a transaction."""

    def upgrade(self, connection: Connection) -> None:
        """Make the ledger, or bring it to the current schema, within the caller's transaction."""

    def version(self) -> str:
        """What is another after every change that was committed, whoever made it."""

    def problems(self, connection: Connection) -> Iterator[Problem]:
        """What is wrong with the database itself, and which parts of the schema are gone."""

    def index_problems(self, connection: Connection) -> Iterator[Problem]:
        """Where a word index is out of step with the words."""

    def errors_told(self) -> AbstractContextManager[None]:
        """Tell the database's errors as sayso's own, naming the ledger."""

    def checking(self, connection: Connection) -> AbstractContextManager[None]:
        """The same for one of several checks, so that `connection` can be used after an error."""

    @property
    def raw(self) -> RawKept:
        """The raw bytes of reports that were kept."""

    def close(self) -> None:
        """Let go of the database."""
