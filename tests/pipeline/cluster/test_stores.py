"""A cluster that reads from a store, and writes to one, over the network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.acquire import find_inputs
from sayso.ledger import Ledger
from sayso.pipeline.cluster.folder import Folder
from sayso.pipeline.cluster.linking import link_folder_on_cluster
from sayso.pipeline.cluster.run import Cluster, read_on_cluster
from sayso.pipeline.run import read_inputs
from sayso.pipeline.settings import Settings
from sayso.pipeline.summary import Summary
from tests.acquire.archives.made import members, numbered
from tests.pipeline.cluster.test_cluster import TABLES, rows
from tests.pipeline.fakes import first_line_read, load_nothing, reading_fails
from tests.webhdfs import serving

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("cluster"),
    # Ray warns of its own settings.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:ray"),
]


@pytest.fixture(autouse=True)
def fast_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    for run in ("sayso.pipeline.run", "sayso.pipeline.cluster.run"):
        monkeypatch.setattr(f"{run}.read_input", first_line_read)
        monkeypatch.setattr(f"{run}.load_engine", load_nothing)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[str]:
    """The address of a store with an archive, a table and a file in it, all below `tmp_path`."""
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    lines = (json.dumps({"text": f"Row {number} says so."}) for number in range(20))
    (crawl / "rows.jsonl").write_text("\n".join(lines))
    (crawl / "pages.warc.gz").write_bytes(members(numbered(3)))
    (crawl / "alone.txt").write_text("One file says so.\nAnd more.\n")
    with serving(tmp_path) as address:
        yield address


def spread(store: str, ledger: Ledger | None = None) -> Summary:
    where = Cluster(out=f"{store}/records")
    return read_on_cluster(find_inputs([f"{store}/crawl"]), ledger, Settings(), where)


def test_what_a_cluster_puts_into_a_store_is_what_it_puts_on_a_disk(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(tmp_path / "local.db") as book:
        read_inputs(find_inputs([str(tmp_path / "crawl")]), book, Settings(jobs=1))
        told = {reading.report.id: reading for reading in map(book.reading, book.report_ids())}
    assert (spread(store).reports, len(told)) == (24, 24)
    assert all(rows(tmp_path / "records", table) for table in TABLES[:2])

    monkeypatch.setattr("sayso.pipeline.cluster.run.read_input", reading_fails)
    assert spread(store).known == len(told)
    with Ledger(tmp_path / "filled.db") as book:
        assert spread(store, book).reports == len(told)
        assert {one: book.reading(one).statements for one in book.report_ids()} == {
            one: reading.statements for one, reading in told.items()
        }
        containers = {one.container for one in book.acquisitions()}
    assert containers == {None, f"{store}/crawl/rows.jsonl", f"{store}/crawl/pages.warc.gz"}
    assert link_folder_on_cluster(Cluster(out=f"{store}/records")) == len(told)
    assert Folder(f"{store}/records").names("claims")


def test_a_file_that_a_store_has_not_taken_in_yet_is_not_there(store: str, tmp_path: Path) -> None:
    Folder(f"{store}/records").write("partitions/p-1.json", b"[]")
    (tmp_path / "records" / "partitions" / "p-2.json").touch()
    assert Folder(f"{store}/records").names("partitions") == ["p-1.json"]
