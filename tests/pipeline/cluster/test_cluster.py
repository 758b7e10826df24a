"""What a cluster reads is what one process reads, whatever happens on the way."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest
from pyarrow.parquet import read_table

from sayso.acquire import find_inputs
from sayso.export import write_jsonl
from sayso.export.formats import FORMATS, save
from sayso.ledger import Ledger
from sayso.model import ClusterError, ReaderError
from sayso.pipeline.cluster.run import Cluster, read_on_cluster
from sayso.pipeline.run import read_inputs
from sayso.pipeline.settings import Settings
from sayso.pipeline.summary import Progress, Summary
from tests.pipeline.fakes import first_line_read, load_nothing, reading_fails

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("cluster"),
    # Ray warns of its own settings.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:ray"),
]

TABLES = ["reports", "statements", "events", "relations", "actors", "places", "times", "rejects"]


@pytest.fixture(scope="module", autouse=True)
def fast_reader(nursery: BaseContext) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sayso.pipeline.processes.worker._SPAWN", nursery)
        for run in ("sayso.pipeline.run", "sayso.pipeline.cluster.run"):
            patch.setattr(f"{run}.read_input", first_line_read)
            patch.setattr(f"{run}.load_engine", load_nothing)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files, tables and accidents; the same bytes in several places, of several kinds."""
    return fill(tmp_path / "reports")


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, for tests that leave it as it is."""
    return fill(tmp_path_factory.mktemp("cluster") / "reports")


@pytest.fixture(scope="module")
def alone(untouched: Path) -> Summary:
    """What one process says of that folder, its ledger beside it."""
    return local(untouched)


@pytest.fixture(scope="module")
def tables(untouched: Path) -> Path:
    """What a cluster makes of that folder without a ledger."""
    spread(untouched, None, out=untouched.parent / "tables")
    return untouched.parent / "tables"


def fill(folder: Path) -> Path:
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"Report {number} says so.\nAnd more.\n")
    (folder / "3-again.txt").write_text("Report 3 says so.\nAnd more.\n")
    for name in ("a.html", "b.html", "c.txt", "d.txt"):
        (folder / name).write_text("<p></p> <!-- words only in a comment -->")
    for name in ("empty.txt", "empty-too.txt", "empty.html"):
        (folder / name).touch()
    (folder / "kills.txt").write_text("segfault")
    rows = [json.dumps({"text": f"Row {row % 90} says so."}) for row in range(100)]
    (folder / "first.jsonl").write_text("\n".join([*rows, "no JSON", '{"text": ""}']))
    (folder / "second.jsonl").write_text("\n".join(rows[50:]) + '\n{"text": "The last."}')
    return folder


def local(folder: Path, ledger: str = "local.db") -> Summary:
    with Ledger(folder.parent / ledger) as book:
        return read_inputs(find_inputs([str(folder)]), book, Settings(jobs=2))


def spread(
    folder: Path,
    ledger: str | None = "spread.db",
    *,
    out: Path | None = None,
    jobs: int | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Summary:
    found = find_inputs([str(folder)])
    where = Cluster(out=None if out is None else str(out), jobs=jobs)
    if ledger is None:
        return read_on_cluster(found, None, Settings(), where, progress=progress)
    with Ledger(folder.parent / ledger) as book:
        return read_on_cluster(found, book, Settings(), where, progress=progress)


def held(ledger: Path) -> tuple[str, set[tuple[str, bool]], list[str]]:
    """The export of a ledger, what was acquired, and which raw bytes are kept."""
    stream = io.StringIO()
    with Ledger(ledger, mode="read") as book:
        write_jsonl(book.records(), stream)
        acquired = {(each.id, each.kept) for each in book.acquisitions()}
        return stream.getvalue(), acquired, [*book.raw.hashes()]


def outcomes(summary: Summary) -> tuple[int, int, int, int]:
    return summary.reports, summary.known, len(summary.rejects), summary.left


def rows(folder: Path, table: str) -> list[str]:
    """The rows of a table, in one file or in partitions, in an order of their own."""
    whole = folder / f"{table}.parquet"
    files = [whole] if whole.exists() else sorted((folder / table).glob("*.parquet"))
    return sorted(repr(row) for file in files for row in read_table(file).to_pylist())


def test_a_ledger_is_the_same_as_from_one_machine(untouched: Path, alone: Summary) -> None:
    together = spread(untouched)
    assert outcomes(together) == outcomes(alone)
    assert outcomes(alone) == (9 + 1 + 90 + 1, 1 + 1 + 10 + 50, 2 + 3 + 1 + 2, 0)
    assert together.rejects == alone.rejects
    assert held(untouched.parent / "spread.db") == held(untouched.parent / "local.db")


@pytest.mark.usefixtures("alone")
def test_the_tables_are_those_of_the_export(untouched: Path, tables: Path, tmp_path: Path) -> None:
    with Ledger(untouched.parent / "local.db", mode="read") as book:
        save(book, FORMATS["parquet"], tmp_path / "export")
        acquired = sorted(each.id for each in book.acquisitions())
    for table in TABLES:
        assert rows(tables, table) == rows(tmp_path / "export", table), table
    found = read_table(tables / "acquisitions").column("id").to_pylist()
    assert sorted(found) == acquired


def test_tables_are_gone_on_with_and_fill_a_ledger(
    untouched: Path, alone: Summary, tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = shutil.copytree(tables, tmp_path / "out")
    lost = max((out / "statements").iterdir(), key=lambda path: read_table(path).num_rows)
    lost.write_bytes(b"cut off")
    (out / "partitions" / f"{lost.stem}.json").unlink()
    again = spread(untouched, None, out=out, jobs=1)
    assert 0 < again.reports < alone.reports
    for table in TABLES:
        assert rows(out, table) == rows(tables, table), table

    monkeypatch.setattr("sayso.pipeline.cluster.run.read_input", reading_fails)
    spread(untouched, "filled.db", out=out, jobs=1)
    filled, local = (held(untouched.parent / name) for name in ("filled.db", "local.db"))
    assert filled[0] == local[0]
    assert {name for name, _ in filled[1]} == {name for name, _ in local[1]}


def test_tables_of_other_inputs_are_not_mixed_with_these(untouched: Path, tables: Path) -> None:
    changed = untouched / "0.txt"
    before = changed.read_text()
    changed.write_text("Something else is said.")
    try:
        with pytest.raises(ClusterError, match="partitions of other inputs"):
            spread(untouched, None, out=tables, jobs=1)
    finally:
        changed.write_text(before)


def test_a_missing_pipeline_ends_the_run(folder: Path) -> None:
    (folder / "5.txt").write_text("no pipeline")
    with pytest.raises(ReaderError, match="is gone"):
        spread(folder, jobs=1)


def test_a_run_that_is_stopped_goes_on_and_reads_nothing_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(now: Progress) -> None:
        if now.words:
            raise KeyboardInterrupt

    stopped = spread(folder, progress=interrupt)
    assert stopped.left > 0
    local(folder)
    assert spread(folder).left == 0
    assert held(folder.parent / "spread.db") == held(folder.parent / "local.db")

    for path in (*folder.glob("*.html"), *folder.glob("empty*.txt"), folder / "kills.txt"):
        path.unlink()
    monkeypatch.setattr("sayso.pipeline.cluster.run.read_input", reading_fails)
    assert outcomes(spread(folder, jobs=1)) == (0, 9 + 1 + 2 + 100 + 51, 2, 0)


def test_nothing_found_is_nothing_done(tmp_path: Path) -> None:
    summary = spread(tmp_path / "nowhere")
    assert outcomes(summary) == (0, 0, 1, 0)
