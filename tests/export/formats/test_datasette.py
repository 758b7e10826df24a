"""What Datasette is told of a ledger."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from sayso.export.formats.datasette import write_datasette
from sayso.ledger import Ledger
from sayso.ledger.schema import metadata

VERSION = "ledger_version"


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, Any]:
    stream = io.BytesIO()
    with Ledger(tmp_path / "crisis.db") as ledger:
        write_datasette(ledger, stream)
    told = json.loads(stream.getvalue())
    found: dict[str, Any] = told["databases"]["crisis"]["tables"]
    return found


def test_every_table_is_told_of_or_hidden(tables: dict[str, Any]) -> None:
    assert tables.keys() == {VERSION, *metadata.tables}


def test_every_column_is_told_of_and_no_other(tables: dict[str, Any]) -> None:
    shared = set.intersection(*(set(one["columns"]) for one in tables.values() if "columns" in one))
    for name, told in tables.items():
        if "columns" in told:
            there = set(metadata.tables[name].columns.keys())
            assert there <= told["columns"].keys(), name
            assert told["columns"].keys() - shared <= there, name


def test_labels_and_facets_are_columns(tables: dict[str, Any]) -> None:
    for name, told in tables.items():
        chosen = {*told.get("facets", ()), *filter(None, [told.get("label_column")])}
        assert name == VERSION or chosen <= set(metadata.tables[name].columns.keys()), name
