"""Metadata for Datasette: what the tables and columns of a ledger hold, in people's words.

datasette sayso.db --metadata sayso.metadata.json
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from importlib.resources import files
from typing import BinaryIO

from sayso.ledger import FileAddress, Ledger
from sayso.model import LedgerError

_EVERY = "*"
"""What stands for the table where a column means the same in all."""

_ROWS = 50


def write_datasette(ledger: Ledger, stream: BinaryIO) -> None:
    """Write the metadata of `ledger`, which Datasette knows by the name of its file.

    Raises LedgerError for a ledger that is in no file.
    """
    if not isinstance(ledger.address, FileAddress):
        raise LedgerError(
            f"Datasette opens files: copy ledger {ledger.address} to one first, by `sayso copy`"
        )
    told = {
        "title": "A ledger of who says what",
        "description": "Who says what, and who denies it, as sayso read it in news reports."
        " Nothing here is marked true.",
        "databases": {ledger.address.path.stem: {"tables": dict(_tables())}},
    }
    stream.write(json.dumps(told, ensure_ascii=False, indent=2).encode())
    stream.write(b"\n")


def _tables() -> Iterator[tuple[str, dict[str, object]]]:
    """What is told of each table; those of the machinery are not listed."""
    columns = _rows("columns.tsv")
    shared = {row["column"]: row["description"] for row in columns if row["table"] == _EVERY}
    for row in _rows("tables.tsv"):
        if not row["title"]:
            yield row["table"], {"hidden": True}
            continue
        own = {one["column"]: one["description"] for one in columns if one["table"] == row["table"]}
        yield row["table"], _told(row, shared | own)


def _told(row: dict[str, str], columns: dict[str, str]) -> dict[str, object]:
    label = {"label_column": row["label"]} if row["label"] else {}
    facets = {"facets": row["facets"].split(",")} if row["facets"] else {}
    own = {"title": row["title"], "description": row["description"], "size": _ROWS}
    return {**own, **label, **facets, "columns": columns}


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("sayso.export.formats.datasette") / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), dialect="excel-tab"))
