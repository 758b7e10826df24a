import csv
import json
from collections.abc import Iterable
from pathlib import Path

from sayso.export import to_json
from sayso.export.codec import RECORD_TYPES
from sayso.export.formats.tables.csv import write_csv
from sayso.ledger import Ledger
from tests.export.formats.quay import TITLE


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def flat(value: object, *path: str) -> Iterable[tuple[str, object]]:
    """The values of a JSON object by the names that lead to them."""
    if not isinstance(value, dict):
        yield "_".join(path), value
        return
    for name, inner in value.items():
        yield from flat(inner, *path, name)


def cell(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else f"{value}"


def test_every_record_stands_in_the_table_of_its_type(sample: Ledger, tmp_path: Path) -> None:
    write_csv(sample, tmp_path)
    found = {
        row["id"]: row for name in RECORD_TYPES.values() for row in table(tmp_path / f"{name}s.csv")
    }
    records = list(sample.records())
    assert len(found) == len(records)
    for record in records:
        row = found[record.id]
        told = dict(flat(to_json(record)))
        kind = told.pop("type")
        for name, value in told.items():
            if value is not None and value != TITLE:
                assert row[name] == cell(value), f"{kind} {record.id}: {name}"
        assert {name for name, text in row.items() if text} <= told.keys()


def test_what_a_spreadsheet_would_run_it_shows(sample: Ledger, tmp_path: Path) -> None:
    write_csv(sample, tmp_path)
    titles = {row["title"] for row in table(tmp_path / "reports.csv")}
    assert f"'{TITLE}" in titles


def test_a_table_without_rows_has_its_columns(empty: Ledger, tmp_path: Path) -> None:
    write_csv(empty, tmp_path)
    raw = (tmp_path / "rejects.csv").read_bytes()
    assert raw == b"\xef\xbb\xbfid,input,stage,reason\r\n"
