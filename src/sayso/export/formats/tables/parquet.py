"""Parquet: a columnar table a type of record, with nested fields as structs and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, get_type_hints

from sayso.export.codec import to_json
from sayso.export.formats.tables.by_type import by_type, file_name
from sayso.export.formats.tables.fields import Field, fields_of
from sayso.ledger import Ledger
from sayso.model import ExtraMissing, Report

_ROWS = 10_000
"""Records of a row group, all of which are in memory at once."""
_REPORTS = 500
"""Reports of a row group: they are longer."""


def write_parquet(ledger: Ledger, folder: Path) -> None:
    """Write every record of `ledger` to the table of its type, compressed with Zstandard.

    Raises ExtraMissing where pyarrow is not installed.
    """
    for kind, records in by_type(ledger):
        with (folder / file_name(kind, ".parquet")).open("wb") as stream:
            write_rows(kind, map(to_json, records), stream)


def write_rows(kind: type, rows: Iterable[Mapping[str, object]], stream: BinaryIO) -> None:
    """Write `rows`, the fields of what is of type `kind`, as one table.

    Raises ExtraMissing where pyarrow is not installed.
    """
    arrow = _arrow()
    schema = arrow.schema([(each.name, _type(arrow, each)) for each in fields_of(kind)])
    with arrow.parquet.ParquetWriter(stream, schema, compression="zstd") as file:
        for group in _groups(rows, _REPORTS if kind is Report else _ROWS):
            file.write_table(arrow.Table.from_pylist(group, schema=schema))


def read_rows(stream: BinaryIO) -> list[dict[str, Any]]:
    """The rows of a table that `write_rows` wrote.

    Raises ExtraMissing where pyarrow is not installed.
    """
    rows: list[dict[str, Any]] = _arrow().parquet.read_table(stream).to_pylist()
    return rows


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


def _groups(
    rows: Iterable[Mapping[str, object]], size: int
) -> Iterator[list[Mapping[str, object]]]:
    remaining = iter(rows)
    while group := list(islice(remaining, size)):
        yield group
