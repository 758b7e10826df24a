import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.export import to_json
from sayso.export.codec import RECORD_TYPES
from sayso.export.formats.tables import parquet
from sayso.export.formats.tables.parquet import write_parquet
from sayso.ledger import Ledger
from sayso.model import ExtraMissing


def rows(folder: Path) -> list[dict[str, object]]:
    return [
        {"type": name, **row}
        for name in RECORD_TYPES.values()
        for row in pq.read_table(folder / f"{name}s.parquet").to_pylist()
    ]


@pytest.mark.parametrize("size", [1, 2, 10_000])
def test_every_record_is_read_back_as_it_was(
    sample: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(parquet, "_ROWS", size)
    monkeypatch.setattr(parquet, "_REPORTS", size)
    write_parquet(sample, tmp_path)
    assert rows(tmp_path) == [to_json(record) for record in sample.records()]


def test_nested_fields_are_structs_and_lists(empty: Ledger, tmp_path: Path) -> None:
    write_parquet(empty, tmp_path)
    schema = pq.read_schema(tmp_path / "events.parquet")
    span = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
    assert schema.field("trigger").type == span
    assert schema.field("actors").type == pa.list_(
        pa.field("element", pa.struct([("span", span), ("actor", pa.string())]))
    )
    assert schema.field("score").type == pa.float64()
    assert schema.field("place").type.field("latitude").type == pa.float64()


def test_without_pyarrow_it_tells_what_to_install(
    empty: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'sayso\[parquet\]'"):
        write_parquet(empty, tmp_path)
