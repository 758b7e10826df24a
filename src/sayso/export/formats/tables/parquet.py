"""Parquet: a columnar table a type of record, with nested fields as structs and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, get_type_hints

from sayso.export.codec import to_json
from sayso.export.formats.tables.by_type import by_type, file_name
from sayso.export.formats.tables.fields import Field, fields_of
from sayso.ledger import Ledger
from sayso.model import ExtraMissing, Record, Report

_ROWS = 10_000
"""Records of a row group, all of which are in memory at once."""
_REPORTS = 500
"""Reports of a row group: they are longer."""


def write_parquet(ledger: Ledger, folder: Path) -> None:
    """Write every record of `ledger` to the table of its type, compressed with Zstandard.

    Raises ExtraMissing where pyarrow is not installed.
    """
    arrow = _arrow()
    for kind, records in by_type(ledger):
        schema = arrow.schema([(each.name, _type(arrow, each)) for each in fields_of(kind)])
        path = folder / file_name(kind, ".parquet")
        with arrow.parquet.ParquetWriter(path, schema, compression="zstd") as file:
            for group in _groups(records, _REPORTS if kind is Report else _ROWS):
                file.write_table(arrow.Table.from_pylist(group, schema=schema))


def _arrow() -> Any:  # noqa: ANN401 - a module that may not be there
    try:
        # It takes long to load, and only this format needs it.
        import pyarrow.parquet  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ExtraMissing("Parquet", extra="parquet") from error
    return pyarrow


def _type(arrow: Any, field: Field) -> Any:  # noqa: ANN401 - types of Arrow
    one = _one(arrow, field)
    return arrow.list_(one) if field.many else one


def _one(arrow: Any, field: Field) -> Any:  # noqa: ANN401 - types of Arrow
    if field.nested:
        inner = [(each.name, _type(arrow, each)) for each in fields_of(field.kind)]
        return arrow.struct(inner)
    if issubclass(field.kind, str):
        return arrow.string()
    if issubclass(field.kind, tuple):  # numbers by place, as in the JSON
        whole = float not in get_type_hints(field.kind).values()
        return arrow.list_(arrow.int64() if whole else arrow.float64())
    return {bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64()}[field.kind]


def _groups(records: Iterable[Record], size: int) -> Iterator[list[dict[str, object]]]:
    remaining = iter(records)
    while group := [to_json(record) for record in islice(remaining, size)]:
        yield group
