"""What a cluster links is what one process links, whatever happens on the way."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pyarrow.parquet import read_table

from sayso.export.formats import FORMATS, save
from sayso.ledger import Ledger, verify
from sayso.model import ClusterError, Judgement, LedgerError, Reading
from sayso.pipeline.cluster.folder import Folder
from sayso.pipeline.cluster.linking import flow, link_folder_on_cluster, link_on_cluster, run
from sayso.pipeline.cluster.linking.parts import Sent
from sayso.pipeline.cluster.outcomes import HeldRead, Settled
from sayso.pipeline.cluster.run import Cluster
from sayso.pipeline.cluster.tables import Tables
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import Read, read_file
from sayso.pipeline.summary import Progress
from tests.custody_samples import DELETED, acquisition
from tests.pipeline.linked import TEXTS, everything_in
from tests.pipeline.test_linking_after_judging import (
    DECIDED,
    merging_claims,
    rejecting,
    splitting_a_claim,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("cluster"),
    # Ray warns of its own settings.
    pytest.mark.filterwarnings("ignore::DeprecationWarning:ray"),
]

STEPS = ("met", "compared", "joined")
HERE = Cluster()


@pytest.fixture
def ledger(tmp_path: Path, readings: Sequence[Reading]) -> Iterator[Ledger]:
    with Ledger(tmp_path / "sayso.db") as book:
        for reading in readings:
            book.add(reading)
        yield book


def contents(ledger: Ledger) -> dict[str, Any]:
    """All rows of all tables; of what is kept of assertions not the text, which sets mix up."""
    found = everything_in(ledger, but=DECIDED)
    return {**found, "assertions": [row[:4] for row in found["assertions"]]}


def test_a_ledger_is_the_same_as_from_one_process(ledger: Ledger) -> None:
    assert link_on_cluster(ledger, HERE) == len(TEXTS)
    assert ledger.link_index.unlinked() == ()
    assert list(verify(ledger)) == []
    together = contents(ledger)
    ledger.link_index.clear()
    link_reports(ledger)
    assert contents(ledger) == together


def test_so_it_is_with_the_examples(tmp_path: Path) -> None:
    folder = Path(__file__).parents[3] / "examples" / "reports"
    with Ledger(tmp_path / "examples.db") as book:
        for path in folder.glob("*.txt"):
            book.add(read_file(path))
        link_reports(book)
        alone = contents(book)
        book.link_index.clear()
        link_on_cluster(book, HERE)
        assert contents(book) == alone


@pytest.mark.parametrize("decide", [merging_claims, splitting_a_claim, rejecting])
def test_what_people_decided_holds(
    ledger: Ledger, decide: Callable[[Ledger], list[Judgement]]
) -> None:
    link_reports(ledger)
    before = contents(ledger)
    for one in decide(ledger):
        ledger.add_judgement(one)
    link_reports(ledger)
    judged = contents(ledger)
    assert judged != before
    ledger.link_index.clear()
    link_on_cluster(ledger, HERE)
    assert contents(ledger) == judged


def test_reports_that_come_later_are_linked_with_the_others(
    tmp_path: Path, ledger: Ledger, readings: Sequence[Reading]
) -> None:
    link_reports(ledger)
    with Ledger(tmp_path / "later.db") as later:
        for reading in readings[:4]:
            later.add(reading)
        link_on_cluster(later, HERE)
        for reading in readings[4:]:
            later.add(reading)
        assert link_reports(later) == len(readings) - 4
        assert contents(later) == contents(ledger)


def test_a_small_rest_is_linked_to_the_others(
    tmp_path: Path, ledger: Ledger, readings: Sequence[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    link_reports(ledger)
    with Ledger(tmp_path / "later.db") as later:
        for reading in readings[:-2]:
            later.add(reading)
        link_on_cluster(later, HERE)
        for reading in readings[-2:]:
            later.add(reading)
        monkeypatch.delattr(run, "_link")
        assert link_on_cluster(later, HERE) == 2
        assert contents(later) == contents(ledger)


def test_what_is_linked_is_not_linked_again(ledger: Ledger) -> None:
    link_reports(ledger)
    assert link_on_cluster(ledger, Cluster(address="no.such.cluster:1")) == 0


def test_an_empty_ledger_has_nothing_to_link(tmp_path: Path) -> None:
    with Ledger(tmp_path / "empty.db") as book:
        assert link_on_cluster(book, HERE) == 0


def dies_once(things: Iterable[Any], *, step: Callable[..., Sent], mark: Path, **how: Any) -> Sent:
    """A step that kills the process that takes it first, when something of it is done."""
    for sent in step(things, **how):
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield sent


def test_a_process_that_dies_loses_nothing(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link_reports(ledger)
    alone = contents(ledger)
    ledger.link_index.clear()
    for name in STEPS:
        step = partial(dies_once, step=getattr(flow, name), mark=tmp_path / name)
        monkeypatch.setattr(flow, name, step)
    link_on_cluster(ledger, HERE)
    assert all((tmp_path / name).exists() for name in STEPS)
    assert contents(ledger) == alone


def test_a_stop_leaves_the_ledger_as_it_was(ledger: Ledger) -> None:
    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    before = contents(ledger)
    assert link_on_cluster(ledger, HERE, progress=stop) == 0
    assert contents(ledger) == before


def test_a_ledger_that_lost_a_report_meanwhile_is_refused(
    ledger: Ledger, readings: Sequence[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    linking_of = flow.linking_of

    def losing(*given: Any) -> Any:
        found = linking_of(*given)
        with Ledger(ledger.address) as other:
            other.delete(readings[0].report.id, **DELETED)
        return found

    monkeypatch.setattr(run, "linking_of", losing)
    with pytest.raises(LedgerError, match="while it was linked; link it again"):
        link_on_cluster(ledger, HERE)
    assert len(ledger.link_index.unlinked()) == len(readings) - 1


def rows(folder: Path, table: str) -> list[str]:
    """The rows of a table, in one file or in several, in an order of their own."""
    files = [*folder.glob(f"{table}.parquet"), *folder.glob(f"{table}/*.parquet")]
    return sorted(repr(row) for file in files for row in read_table(file).to_pylist())


def put(out: Path, partition: str, readings: Iterable[Reading]) -> None:
    read = (Read(reading, acquisition(reading.report)) for reading in readings)
    settled = Settled(partition, tuple(HeldRead(one, None) for one in read))
    Tables(Folder(str(out))).write(settled)


def test_tables_in_a_folder_are_linked_as_a_ledger_is(
    ledger: Ledger, readings: Sequence[Reading], tmp_path: Path
) -> None:
    link_reports(ledger)
    save(ledger, FORMATS["parquet"], tmp_path / "export")
    out, cluster = tmp_path / "out", Cluster(out=str(tmp_path / "out"))
    put(out, "p-1", readings[:4])
    assert link_folder_on_cluster(cluster) == 4
    put(out, "p-2", readings[4:])
    assert link_folder_on_cluster(cluster) == len(readings)
    for table in ("claims", "links"):
        assert rows(out, table) == rows(tmp_path / "export", table)
    assert link_folder_on_cluster(cluster) == 0


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="holds no reports"):
        link_folder_on_cluster(Cluster(out=str(tmp_path)))
