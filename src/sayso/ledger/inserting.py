"""Writing many rows of a table at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from sqlalchemy import Connection, Dialect, Table, insert

from sayso.ledger.columns import Row

_COMMANDS_KEPT = 256


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Write `rows`, which all have the same columns, to `table`.

    The database takes the values as they are: SQLAlchemy would go through every one of them first.
    """
    if listed := list(rows):
        command, places = _command(table, connection.dialect, tuple(listed[0]))
        given = list(map(itemgetter(*places), listed)) if places else listed
        connection.exec_driver_sql(command, given)


@lru_cache(maxsize=_COMMANDS_KEPT)
def _command(
    table: Table, dialect: Dialect, columns: tuple[str, ...]
) -> tuple[str, Sequence[str] | None]:
    """The command that writes rows of these columns; which column is in each place, if not named.

    Databases take values by their places or by their names.
    """
    compiled = insert(table).compile(dialect=dialect, column_keys=list(columns))
    return str(compiled), compiled.positiontup
