"""Which schema a ledger has, and bringing an older one up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, inspect, select, table

from sayso.ledger.address import Address
from sayso.model import LedgerError, LedgerTooNew

if TYPE_CHECKING:
    from alembic.config import Config

SCHEMA = 9
"""The schema that this sayso reads and writes: the number of its last migration."""

REVISION = f"{SCHEMA:04}"
"""What its last migration is called."""

VERSION_TABLE = "ledger_version"
"""Where Alembic notes the schema; what tells a ledger from any other database."""

NOTED = table(VERSION_TABLE, column("version_num"))
"""The same table, to be asked."""

NEW = 0
"""The schema of a database with nothing in it."""


def schema_of(connection: Connection, where: Address) -> int:
    """The schema of the ledger, `NEW` for an empty database; LedgerError if it is no ledger."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return NEW
    if VERSION_TABLE not in tables:
        raise LedgerError(f"{where} is a database, but not a sayso ledger: give another")
    version = connection.scalar(select(NOTED))
    if not version or not version.isdecimal():
        raise LedgerError(f"ledger {where} does not say which schema it has: it is damaged")
    schema = int(version)
    if schema > SCHEMA:
        raise LedgerTooNew(
            f"ledger {where} has schema {schema}, and this sayso knows schemas up to {SCHEMA}:"
            " use a newer sayso, or another ledger"
        )
    return schema


def require_current(connection: Connection, where: Address) -> None:
    """Raise LedgerError unless the ledger has the schema that this sayso reads."""
    schema = schema_of(connection, where)
    if schema == NEW:
        raise LedgerError(f"{where} is empty, not a sayso ledger: give another")
    if schema < SCHEMA:
        raise LedgerError(
            f"ledger {where} has schema {schema}, and this sayso reads schema {SCHEMA}:"
            " open it for writing once (as `sayso read` does) to bring it up to date"
        )


def upgrade(connection: Connection) -> None:
    """Bring the ledger to the current schema, within the caller's transaction."""
    # Alembic takes a tenth of a second to import, and most openings need no upgrade.
    from alembic import command  # noqa: PLC0415 - see above

    command.upgrade(_configured(connection), "head")


def note_current(connection: Connection) -> None:
    """Note that the ledger has the current schema, within the caller's transaction."""
    from alembic import command  # noqa: PLC0415 - as above

    command.stamp(_configured(connection), "head")


def _configured(connection: Connection) -> Config:
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    config.attributes["connection"] = connection
    return config
