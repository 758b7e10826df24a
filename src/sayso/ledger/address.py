"""Where a ledger is: in a file, or in a database of a PostgreSQL server."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from sayso.model import LedgerError

_SCHEMES = ("postgresql://", "postgres://")
_DRIVER = "postgresql+psycopg"
_EXAMPLE = "give it as postgresql://USER@HOST/DATABASE"
_SECRET = "password"  # noqa: S105 - what a parameter is called


class Address(ABC):
    """Where a ledger is.

    It can be handed to another process, and opens the same ledger there. As text it is for people.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def name(self) -> str:
        """What the ledger is called: `sayso` for `sayso.db`, and for a database of that name."""

    @abstractmethod
    def folder(self, ending: str) -> Path:
        """The folder beside the ledger for files of this sort: `sayso.warc` beside `sayso.db`."""


@dataclass(frozen=True, slots=True)
class FileAddress(Address):
    """A file, which SQLite keeps."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    @property
    def name(self) -> str:
        """What the ledger is called: the file's name without `.db`."""
        return self.path.name.removesuffix(".db")

    def folder(self, ending: str) -> Path:
        """The folder beside the ledger for files of this sort: `sayso.warc` beside `sayso.db`."""
        return self.path.absolute().with_name(f"{self.name}{ending}")


@dataclass(frozen=True, slots=True)
class ServerAddress(Address):
    """A database of a PostgreSQL server.

    As text it is for people, without the password; `url` is what opens it, as libpq knows it.
    """

    url: URL = field(repr=False)

    def __str__(self) -> str:
        shown = URL.create(
            "postgresql",
            username=self.url.username,
            host=self.url.host,
            port=self.url.port,
            database=self.url.database,
            query={name: told for name, told in self.url.query.items() if name != _SECRET},
        )
        return shown.render_as_string()

    @property
    def name(self) -> str:
        """What the ledger is called: as the database."""
        return str(self.url.database)

    def folder(self, ending: str) -> Path:
        """The folder for files of this sort: `sayso.warc` where one is, for a database `sayso`."""
        return Path(f"{self.name}{ending}").absolute()


Where = str | os.PathLike[str] | Address
"""What may be given for where a ledger is: as `address` takes it."""


def address(where: Where) -> Address:
    """What a person means by `where`: `postgresql://USER@HOST/DATABASE`, or else a file.

    Raises LedgerError for the address of a server that names no database or cannot be understood.
    """
    if isinstance(where, Address):
        return where
    if isinstance(where, str) and where.startswith(_SCHEMES):
        return ServerAddress(_parsed(where))
    return FileAddress(Path(where))


def _parsed(where: str) -> URL:
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        # Without the cause, which would show the password.
        raise LedgerError(f"this is no address of a PostgreSQL server: {_EXAMPLE}") from None
    if not url.database or "/" in url.database:
        raise LedgerError(f"the address of the server names no database: {_EXAMPLE}")
    return url.set(drivername=_DRIVER)
