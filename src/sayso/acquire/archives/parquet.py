"""Parquet files: one report a row, read a few rows at a time and only the columns needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from sayso.acquire.archives.cells import media_type_of_text
from sayso.acquire.archives.source import Part, Source, refused
from sayso.acquire.columns import Columns, settle, told_by, uri_of
from sayso.acquire.given import BytesInput
from sayso.acquire.raw import check_size
from sayso.model import AcquiredFrom, ExtraMissing, InputError

# Texts may have 10 MB each.
_ROWS = 16


def parquet_parts(source: Source, columns: Columns) -> Iterator[Part]:
    """The rows of a Parquet file; the raw bytes of each are the UTF-8 of its text.

    Raises ExtraMissing when pyarrow is not installed, InputError when the file is not sound or
    has no column of texts.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra brings it
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError as error:
        raise ExtraMissing("reading Parquet files", extra="parquet") from error
    try:
        with ParquetFile(source.stream) as table:
            settled = settle(columns, table.schema_arrow.names)
            for number, record in enumerate(_records(table, settled)):
                yield _part(source, number, record, settled)
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        reason = f"it is no sound Parquet file ({' '.join(str(error).split())[:200]})"
        raise InputError(reason, stage="read") from error


def _records(table: Any, columns: Columns) -> Iterator[dict[str, object]]:  # noqa: ANN401 - untyped
    names = sorted({name for name in asdict(columns).values() if name is not None})
    for batch in table.iter_batches(batch_size=_ROWS, columns=names, use_threads=False):
        yield from batch.to_pylist()


def _part(source: Source, number: int, record: dict[str, object], columns: Columns) -> Part:
    uri = uri_of(columns, record)
    name = source.at(number, what="row", of=uri)
    text = record.get(columns.text or "")
    if not isinstance(text, str) or not text.strip():
        return refused(name, f"column {columns.text!r} holds no text", stage="extract")
    raw = text.encode()
    try:
        check_size(len(raw))
    except InputError as error:
        return refused(name, str(error), stage=error.stage)
    return BytesInput(
        raw=raw,
        name=name,
        media_type=media_type_of_text(raw),
        provenance=source.provenance(AcquiredFrom.TABLE, number, uri),
        told=told_by(columns, record),
    )
