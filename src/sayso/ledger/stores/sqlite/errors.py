"""What SQLite's errors mean to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from sayso.ledger.address import FileAddress
from sayso.model import LedgerError, LedgerReadOnly, RecordError

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


@contextmanager
def errors_told(where: FileAddress) -> Iterator[None]:
    """Tell the database's errors as sayso's own, naming the ledger."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(where, error.orig) from error
    except sqlite3.Error as error:
        raise _meaning(where, error) from error
    except OverflowError as error:
        raise LedgerError(f"ledger {where}: a number is out of range: {error}") from error
    except UnicodeEncodeError as error:
        raise RecordError(f"{error.object!r:.80} holds half of a character pair") from error


def _meaning(where: FileAddress, error: BaseException | None) -> LedgerError:
    kind, meaning = _MEANINGS.get(code_of(error), (LedgerError, f"the database says: {error}"))
    return kind(f"ledger {where}: {meaning}")


def code_of(error: BaseException | None) -> int:
    """The kind of an error of SQLite's."""
    # The low byte is the kind of error, the rest its particulars.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
