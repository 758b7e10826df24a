"""Whether a ledger on PostgreSQL has all parts of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, ForeignKeyConstraint, Table, UniqueConstraint, text

from sayso.ledger.findings import LEDGER, Problem
from sayso.ledger.schema import metadata
from sayso.ledger.stores.postgres.making import commands
from sayso.ledger.stores.postgres.tables import raw_bytes
from sayso.ledger.versions import VERSION_TABLE

_Part = tuple[str, str]
"""What sort of part it is, and what it is called."""

# A trigger only where it is on, before each statement that changes, deletes or empties (58), and
# has the function refuse.
_FOUND = text("""
    SELECT 'table', relname FROM pg_class
        WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
    UNION ALL SELECT 'view', relname FROM pg_class
        WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace
    UNION ALL SELECT 'column', relname || '.' || attname
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND attnum > 0
    UNION ALL SELECT 'index', relname
        FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
        WHERE relnamespace = current_schema()::regnamespace AND indisvalid
    UNION ALL SELECT 'foreign key', conname FROM pg_constraint
        WHERE connamespace = current_schema()::regnamespace AND contype = 'f' AND convalidated
    UNION ALL SELECT 'trigger', tgname
        FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE relnamespace = current_schema()::regnamespace AND tgname = relname || '_stay'
            AND tgenabled IN ('O', 'A') AND tgtype = 58 AND tgfoid = to_regproc('sayso_refuse')
    UNION ALL SELECT 'function', proname FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace
            AND (prosrc = '' OR prosrc LIKE '%RAISE EXCEPTION%')
""")
_MADE = re.compile(
    r"CREATE (VIEW|FUNCTION|INDEX|TRIGGER) (\w+)|ALTER TABLE (\w+)\s+ADD COLUMN (\w+)"
)


def missing_parts(connection: Connection) -> Iterator[Problem]:
    """The tables, columns, indexes, functions and triggers that are gone or changed."""
    found = {(kind, name) for kind, name in connection.execute(_FOUND)}
    for kind, name in sorted({*_due(connection)} - found):
        yield Problem(LEDGER, "table", f"the {kind} {name} is gone or changed")


def _due(connection: Connection) -> Iterator[_Part]:
    yield "table", VERSION_TABLE
    for table in (*metadata.sorted_tables, raw_bytes):
        yield from _parts_of(connection, table)
    for made in filter(None, map(_MADE.search, commands())):
        kind, name, table_name, column = made.groups()
        yield ("column", f"{table_name}.{column}") if column else (kind.lower(), name)


def _parts_of(connection: Connection, table: Table) -> Iterator[_Part]:
    yield "table", table.name
    yield from (("column", f"{table.name}.{column.name}") for column in table.columns)
    naming = connection.dialect.identifier_preparer
    yield from (("index", naming.format_index(index)) for index in table.indexes)
    yield "index", naming.format_constraint(table.primary_key) or ""
    for constraint in table.constraints:
        name = naming.format_constraint(constraint) or ""
        if isinstance(constraint, UniqueConstraint):
            yield "index", name
        elif isinstance(constraint, ForeignKeyConstraint):
            yield "foreign key", name
