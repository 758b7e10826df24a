"""Which schema a ledger has, and bringing an older one up to date."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, column, inspect, select, table

from sayso.model import LedgerError, LedgerTooNew

SCHEMA = 8
"""The schema that this sayso reads and writes: the number of its last migration."""

VERSION_TABLE = "ledger_version"
"""Where Alembic notes the schema; what tells a ledger from any other SQLite file."""

_NEW = 0


def schema_of(connection: Connection, path: Path) -> int:
    """The schema of the ledger, 0 for an empty file; LedgerError if it is no ledger of ours."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return _NEW
    if VERSION_TABLE not in tables:
        raise LedgerError(f"{path} is a database, but not a sayso ledger: give another file")
    version = connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))
    if not version or not version.isdecimal():
        raise LedgerError(f"ledger {path} does not say which schema it has: it is damaged")
    schema = int(version)
    if schema > SCHEMA:
        raise LedgerTooNew(
            f"ledger {path} has schema {schema}, and this sayso knows schemas up to {SCHEMA}:"
            " use a newer sayso, or another ledger"
        )
    return schema


def require_current(connection: Connection, path: Path) -> None:
    """Raise LedgerError unless the ledger has the schema that this sayso reads."""
    schema = schema_of(connection, path)
    if schema == _NEW:
        raise LedgerError(f"{path} is empty, not a sayso ledger: give another file")
    if schema < SCHEMA:
        raise LedgerError(
            f"ledger {path} has schema {schema}, and this sayso reads schema {SCHEMA}:"
            " open it for writing once (as `sayso read` does) to bring it up to date"
        )


def upgrade(connection: Connection) -> None:
    """Bring the ledger to the current schema, within the caller's transaction."""
    # Alembic takes a tenth of a second to import, and most openings need no upgrade.
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
