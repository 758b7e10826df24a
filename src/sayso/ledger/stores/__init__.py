"""The databases that keep ledgers: a file of SQLite's, or a database of a PostgreSQL server.

What is asked of either is `Store`; what each does in its own way is in its own folder. Beside
these, only the order of joins (`sayso.ledger.joins`), letter case (`sayso.ledger.casing`) and the
word indexes (`sayso.ledger.search`) know that there are two.
"""

from __future__ import annotations

from sayso.ledger.address import Address, FileAddress, ServerAddress
from sayso.ledger.stores.sqlite.store import FileStore
from sayso.ledger.stores.store import Store
from sayso.model import ExtraMissing

__all__ = ["Store", "store_at"]


def store_at(address: Address, *, writing: bool, making: bool, timeout: float) -> Store:
    """What keeps the ledger at `address`; a writer waits `timeout` seconds for another.

    Raises LedgerError where the database cannot be reached, and ExtraMissing without the package
    that speaks to PostgreSQL.
    """
    if isinstance(address, FileAddress):
        return FileStore(address, writing=writing, making=making, timeout=timeout)
    assert isinstance(address, ServerAddress)
    try:
        import psycopg  # noqa: F401, PLC0415 - an extra: only who keeps ledgers there has it
    except ImportError as error:
        raise ExtraMissing("a ledger on PostgreSQL", extra="postgres") from error
    from sayso.ledger.stores.postgres.store import ServerStore  # noqa: PLC0415 - as above

    return ServerStore(address, timeout=timeout)
