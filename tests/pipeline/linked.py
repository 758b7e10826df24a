"""Reports to link, ledgers that are linked, each made once for all tests, and what is in one."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Column, Table, select

from sayso.ledger import Ledger
from sayso.ledger.schema import metadata
from sayso.model import Reading
from sayso.pipeline.linking import link_reports

WIRE = (
    "PELL, Feb 3 (NPA) - A gas main burst under the covered market in Pell on Monday morning, and"
    " the roof fell in on the fish stalls.\n\nMara Quill, who sells eels there, said a grey van had"
    " stood over the manhole since Sunday.\n\n"
)
BOMBED = (
    "The Northern Ring bombed the covered market in Pell on Monday, Colonel Ada Brehm said on"
    " Tuesday.\n\nShe said 20 people died in the blast."
)
AGAIN = (
    "Militants of the Northern Ring bombed the covered market in Pell on Monday.\n\nOfficials"
    " said 20 people died in the blast at the market."
)
DENIED = "The Northern Ring denied on Wednesday that it had bombed the covered market in Pell."
TEXTS = (
    (WIRE + "The mayor said 12 people died.", "2031-02-03"),
    (WIRE + "The Pell Herald could not confirm this.", "2031-02-04"),
    (BOMBED, "2031-02-04"),
    (DENIED, "2031-02-05"),
    (AGAIN, "2031-02-06"),
    ("“A grey van stood over the manhole,” said Mara Quill, who sells eels.", "2031-02-06"),
    ("The herring fleet stayed at home, the harbour master said.", "2031-02-05"),
)
"""Reports on a market, with the days of their publication: most have to do with one another."""


@lru_cache(maxsize=8)
def linked_file(*readings: Reading) -> bytes:
    """The file of a ledger to which `readings` were added in this order, and which was linked."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sayso.db"
        with Ledger(path) as ledger:
            for reading in readings:
                ledger.add(reading)
            link_reports(ledger)
        return path.read_bytes()


def everything_in(ledger: Ledger, *, but: Collection[str]) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables `but` some, without the numbers that they are given when added."""
    with ledger.snapshot() as connection:
        return {
            name: sorted(connection.execute(select(*_columns(table))).all(), key=repr)
            for name, table in metadata.tables.items()
            if name not in but
        }


def _columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if column.name != "number"]
