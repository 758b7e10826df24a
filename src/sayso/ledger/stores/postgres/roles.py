"""What the roles of a PostgreSQL server may do with a ledger: granted by its owner.

The right to judge covers all that a judgement changes: the records that were made of the reports,
and what they are linked by. The reports themselves, how they were had, what was deleted and the
bytes that were kept are beyond it. Nobody but the owner may change what is only added to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from sqlalchemy import Connection, Table, func, select

from sayso.ledger import schema
from sayso.ledger.address import ServerAddress
from sayso.ledger.opened import OpenLedger
from sayso.ledger.stores.postgres.tables import raw_bytes
from sayso.ledger.versions import VERSION_TABLE
from sayso.model import LedgerError


class DatabaseRole(StrEnum):
    """What a role of the server may do with a ledger."""

    READER = "reader"
    JUDGE = "judge"
    WRITER = "writer"


_TABLES = (*schema.metadata.sorted_tables, raw_bytes)
_READ_ALONE = (VERSION_TABLE, "statements_fts", "claims_fts")
_LASTING = frozenset((schema.judgements, schema.acquisitions, schema.deletions))
"""What is only added to."""
_BEYOND_JUDGES = frozenset(
    (
        *(schema.reports, schema.rejects, raw_bytes),
        *(schema.acquisitions, schema.deletions),
        *(schema.feeds, schema.feed_entries),
    )
)
"""What no judgement changes."""


def granting_sql(ledger: OpenLedger, role: DatabaseRole, name: str) -> list[str]:
    """The SQL that lets the role called `name` do what `role` says with `ledger`, and no more.

    Raises LedgerError for a ledger in a file.
    """
    if not isinstance(ledger.address, ServerAddress):
        raise LedgerError(
            f"ledger {ledger.address} is a file: who may write it is for the file's permissions to"
            " say; roles are granted on PostgreSQL"
        )
    with ledger.snapshot() as connection:
        return list(_granting(connection, role, name))


def grant_role(ledger: OpenLedger, role: DatabaseRole, name: str) -> None:
    """Let the role called `name`, which the server has, do what `role` says with `ledger`.

    Raises LedgerReadOnly for who is not the owner of the ledger, else as `granting_sql`.
    """
    commands = granting_sql(ledger, role, name)
    with ledger.writing() as connection:
        for command in commands:
            connection.exec_driver_sql(command.replace("%", "%%"))


def _granting(connection: Connection, role: DatabaseRole, name: str) -> Iterator[str]:
    where = select(func.current_schema(), func.current_database())
    schema_name, database = connection.execute(where).one()
    to, everything = _quoted(name), f"{_named(_TABLES)}, {', '.join(_READ_ALONE)}"
    yield f"REVOKE ALL ON {everything} FROM {to}"
    yield f"REVOKE ALL ON SEQUENCE {_numbers(_TABLES)} FROM {to}"
    yield f"GRANT CONNECT ON DATABASE {_quoted(database)} TO {to}"
    yield f"GRANT USAGE ON SCHEMA {_quoted(schema_name)} TO {to}"
    yield f"GRANT SELECT ON {everything} TO {to}"
    added_to = [table for table in _TABLES if _may_add_to(role, table)]
    if added_to:
        changed = [table for table in added_to if table not in _LASTING]
        yield f"GRANT INSERT ON {_named(added_to)} TO {to}"
        yield f"GRANT UPDATE, DELETE ON {_named(changed)} TO {to}"
        yield f"GRANT USAGE ON SEQUENCE {_numbers(added_to)} TO {to}"


def _may_add_to(role: DatabaseRole, table: Table) -> bool:
    may_judge = role is DatabaseRole.JUDGE and table not in _BEYOND_JUDGES
    return may_judge or role is DatabaseRole.WRITER


def _named(tables: Iterable[Table]) -> str:
    return ", ".join(_quoted(table.name) for table in tables)


def _numbers(tables: Iterable[Table]) -> str:
    """What PostgreSQL calls the sequences of the numbers that it gives rows of `tables`."""
    numbered = ((table.name, table.autoincrement_column) for table in tables)
    return ", ".join(
        _quoted(f"{table}_{own.name}_seq") for table, own in numbered if own is not None
    )


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
