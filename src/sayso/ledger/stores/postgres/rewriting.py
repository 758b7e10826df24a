"""Writing the tables of a ledger on PostgreSQL anew, so that deleted words leave their pages."""

from __future__ import annotations

from collections.abc import Container, Iterable

from sqlalchemy import Connection, Engine, text

from sayso.model import LedgerError

_TABLES = text("""
    SELECT oid::regclass::text AS name, pg_has_role(relowner, 'USAGE') AS is_owner
    FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
    ORDER BY relname
""")
_WAIT = text("SELECT set_config('lock_timeout', :wait, false)")


def rewrite(engine: Engine, passed_over: Container[str], *, timeout: float) -> None:
    """Write the tables and their indexes anew; waits `timeout` seconds for those who read one.

    VACUUM alone leaves words on the pages, in the gaps, and in the word index. Raises LedgerError
    for who does not own the tables: the server would only pass over them.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        tables = connection.execute(_TABLES).all()
        if not all(table.is_owner for table in tables):
            raise LedgerError("only the owner of its tables can do that")
        connection.detach()  # nobody is to have it next, who would wait as long
        connection.execute(_WAIT, {"wait": f"{max(1, round(timeout * 1000))}ms"})
        _vacuum(connection, (one.name for one in tables if one.name not in passed_over))


def _vacuum(connection: Connection, tables: Iterable[str]) -> None:
    for name in tables:
        connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {name}")
