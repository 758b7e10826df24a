"""The examples of docs/cluster.md run over the tables that a cluster writes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sayso.model import AcquiredFrom, Acquisition
from sayso.pipeline.cluster.folder import Folder
from sayso.pipeline.cluster.outcomes import HeldRead, Settled
from sayso.pipeline.cluster.tables import Tables
from sayso.pipeline.reading import Read
from tests.samples import gazette, herald

PAGE = Path(__file__).parents[3] / "docs" / "cluster.md"
DENIED, HAPPENED, COPIED = re.findall(
    r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
)
[POLARS] = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(autouse=True)
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number, reading in enumerate((herald(), gazette())):
        report = reading.report
        acquired = Acquisition(
            id=f"{number}",
            report=report.id,
            sha256=report.sha256,
            acquired_from=AcquiredFrom.FILE,
            uri=None,
            container=None,
            position=None,
            at="2031-05-01T10:00:00Z",
            by="by hand 1",
            size=100,
            kept=False,
        )
        settled = Settled(f"p-{number}", (HeldRead(Read(reading, acquired), None),))
        Tables(Folder("records")).write(settled)


def asked(query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as connection:
        return connection.sql(query).fetchall()


def test_who_denies() -> None:
    assert asked(DENIED) == [("officials", 1, "the strike")]


def test_what_happened() -> None:
    assert asked(HAPPENED) == [("REJECT", "2031-05-06", "named", 1)]


def test_one_file_of_many() -> None:
    with duckdb.connect() as connection:
        connection.sql(COPIED)
    both = len(herald().statements) + len(gazette().statements)
    assert asked("SELECT count(*) FROM 'statements.parquet'") == [(both,)]


def test_told_in_polars() -> None:
    names: dict[str, Any] = {}
    exec(POLARS, names)  # noqa: S102 - our own page
    others = [one for each in (herald(), gazette()) for one in each.statements if one.depth]
    found = names["told"].select("report", "act", "stance", "text").rows()
    assert sorted(found) == sorted(
        (one.report, one.act, one.stance, one.content[0].text) for one in others
    )
    assert names["told"]["published"].is_sorted()
