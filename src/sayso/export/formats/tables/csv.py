"""CSV: a table a type of record, in a folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sayso.export.codec import to_json
from sayso.export.formats.sheet import Cell, write_sheet
from sayso.export.formats.tables.by_type import by_type, file_name
from sayso.export.formats.tables.fields import Column, columns_of
from sayso.ledger import Ledger
from sayso.model import Record


def write_csv(ledger: Ledger, folder: Path) -> None:
    """Write every record of `ledger` to the table of its type, lists in them as JSON."""
    for kind, records in by_type(ledger):
        columns = columns_of(kind)
        with (folder / file_name(kind, ".csv")).open("wb") as stream:
            write_sheet(stream, [each.name for each in columns], _rows(records, columns))


def _rows(records: Iterable[Record], columns: Sequence[Column]) -> Iterator[Iterator[Cell]]:
    for record in records:
        found = to_json(record)
        yield (_cell(column.value(found)) for column in columns)


def _cell(value: object) -> Cell:
    if isinstance(value, list | bool):
        return json.dumps(value, ensure_ascii=False)
    assert value is None or isinstance(value, Cell)
    return value
