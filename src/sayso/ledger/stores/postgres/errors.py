"""What PostgreSQL's errors mean to a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError

from sayso.ledger.address import ServerAddress
from sayso.model import LedgerError, LedgerNotFound, LedgerReadOnly, QueryError, RecordError

_MEANINGS: dict[str, tuple[type[LedgerError], str]] = {
    "55P03": (LedgerError, "another process is writing to it; try again when it ends"),
    "25006": (LedgerReadOnly, "it is read-only; nothing was written"),
    "42501": (
        LedgerReadOnly,
        "its owner has not given you the right to do this; nothing was written",
    ),
    "53100": (LedgerError, "the disk of the server is full; nothing was written"),
    "53300": (LedgerError, "the server has too many connections; try again later"),
    "22003": (LedgerError, "a number is out of range"),
    "57014": (LedgerError, "what was asked took too long for the server, which stopped it"),
}
"""What is meant by the codes of errors (PostgreSQL, Appendix A)."""

_LOST = "the connection to the server was lost; what was being written is there whole or not at all"
_NO_NULS = "cannot contain NUL"


@contextmanager
def errors_told(where: ServerAddress) -> Iterator[None]:
    """Tell the database's errors as sayso's own, naming the ledger."""
    try:
        yield
    except DBAPIError as error:
        if _NO_NULS in str(error.orig):
            raise _nul(error) from error
        raise _meaning(where, error.orig, lost=error.connection_invalidated) from error
    except psycopg.Error as error:
        raise _meaning(where, error, lost=False) from error
    except UnicodeEncodeError as error:
        raise RecordError(f"{error.object!r:.80} holds half of a character pair") from error


def _nul(error: DBAPIError) -> RecordError | QueryError:
    if (error.statement or "").startswith("INSERT"):
        return RecordError("a text holds a NUL (U+0000), which PostgreSQL cannot keep")
    return QueryError("what is asked for holds a NUL (U+0000), which no text on PostgreSQL does")


def _meaning(where: ServerAddress, error: BaseException | None, *, lost: bool) -> LedgerError:
    code = getattr(error, "sqlstate", None)
    if code in _MEANINGS:
        kind, meaning = _MEANINGS[code]
        return kind(f"ledger {where}: {meaning}")
    if lost:
        return LedgerError(f"ledger {where}: {_LOST}")
    if code is None and f'database "{where.name}" does not exist' in str(error):
        return LedgerNotFound(
            f"there is no database {where}: have it made, such as by `createdb {where.name}`"
        )
    return LedgerError(f"ledger {where}: the server says: {_said(error)}")


def _said(error: BaseException | None) -> str:
    """What the server says, on one line; when it cannot be reached, what is known of that."""
    said = error.diag.message_primary if isinstance(error, psycopg.Error) else None
    return " ".join((said or str(error)).split())
