"""What one actor makes of a partition, and the tables that it writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from sayso.acquire import BytesInput, FileInput, Input, Provenance
from sayso.acquire.given import Skipped
from sayso.model import AcquiredFrom, Acquisition, ClusterError, LedgerError, Reject
from sayso.pipeline.cluster.folder import Folder
from sayso.pipeline.cluster.outcomes import HeldRead, Outcome, Settled, tally_of
from sayso.pipeline.cluster.partitions import Partition
from sayso.pipeline.cluster.reader import PartitionReader, Task, read_task
from sayso.pipeline.cluster.rows import all_packed, packed, unpacked
from sayso.pipeline.cluster.survey import without_bytes
from sayso.pipeline.cluster.tables import Tables
from sayso.pipeline.earlier import Candidate
from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.processes.worker import Work
from sayso.pipeline.reading import Read, refusal
from sayso.pipeline.settings import Settings
from sayso.pipeline.summary import Tally
from tests.pipeline.fakes import first_line_read
from tests.samples import herald

pytestmark = pytest.mark.usefixtures("quick_processes")

ADVICE = "it may be damaged, or no report (--time-limit gives more time)"
SAID = b"The mayor said so.\nAnd more."
NO_PAGE = b"<p></p> <!-- words only in a comment -->"


def part(name: str, raw: bytes, media_type: str = "text/plain") -> BytesInput:
    how = Provenance(acquired_from=AcquiredFrom.TABLE, uri=f"https://{name}.example/")
    return BytesInput(raw=raw, name=name, media_type=media_type, provenance=how)


@pytest.fixture
def reader() -> Iterator[PartitionReader]:
    read = partial(first_line_read, settings=Settings(jobs=1))
    limits = Limits(seconds=1, memory=1_000_000_000)
    work = Work(
        answer=partial(read_task, read=read, keeps_raw=True),
        seconds=one_second,
        memory=limits.memory,
    )
    reader = PartitionReader(work, lambda settled: settled)
    yield reader
    reader._pool.end()


def one_second(_: Task) -> float:
    return 1.0


def led(given: Input) -> Candidate:
    """`given` as it comes to a partition in which another part has the same bytes."""
    return without_bytes(Candidate.of(given))


def brief(outcome: Outcome) -> tuple[str, str]:
    match outcome:
        case HeldRead(read, raw):
            assert raw is not None
            return "read", read.reading.statements[0].content[0].text
        case Acquisition():
            return "known", outcome.uri or ""
        case Reject():
            return outcome.input, outcome.reason
        case Skipped():
            return outcome.name, outcome.kind


def test_each_part_comes_to_its_end(reader: PartitionReader) -> None:
    given: list[Any] = [
        part("a", SAID),
        Skipped(name="b", kind="image/png"),
        refusal("c", "read", "it is damaged"),
        part("d", b"segfault"),
        part("e", b"swell"),
        part("f", b"The minister said no."),
    ]
    settled = reader.settled(Partition("p-1", tuple((each, ()) for each in given)))
    assert settled.partition == "p-1"
    assert [brief(each) for each in settled.outcomes] == [
        ("read", "The mayor said so."),
        ("b", "image/png"),
        ("c", "it is damaged"),
        ("d", "the process that read it was ended by signal SIGSEGV: it may be too large"),
        (
            "e",
            f"it took more than 1,000 MB of memory: {ADVICE}",
        ),
        ("read", "The minister said no."),
    ]


def test_of_the_same_bytes_the_first_that_can_be_read_is(
    reader: PartitionReader, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_bytes(NO_PAGE)
    page = FileInput(tmp_path / "page.html")
    others = [
        led(part("again", NO_PAGE, "text/html")),
        led(part("as text", NO_PAGE)),
        led(part("text again", NO_PAGE)),
        led(page),
    ]
    settled = reader.settled(Partition("p-1", ((page, tuple(others)),)))
    refused, again, *rest = settled.outcomes
    assert isinstance(refused, Reject)
    assert again == refusal("again", refused.stage, refused.reason)
    assert [brief(each) for each in rest] == [
        ("read", NO_PAGE.decode()),
        ("known", "https://text again.example/"),
        ("known", page.path.as_uri()),
    ]
    assert all(each.kept for each in rest if isinstance(each, Acquisition))


def test_a_leader_that_is_gone_is_a_reject_of_the_one_that_follows(
    reader: PartitionReader, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_bytes(NO_PAGE)
    page = FileInput(tmp_path / "page.html")
    other = led(part("as text", NO_PAGE))
    page.path.unlink()
    settled = reader.settled(Partition("p-1", ((page, (other,)),)))
    assert [brief(each) for each in settled.outcomes] == [
        (page.name, "it cannot be read: No such file or directory"),
        ("as text", "it cannot be read: No such file or directory"),
    ]


def test_a_report_goes_packed_through_processes_that_do_not_look_into_it() -> None:
    held = settled("p-1").outcomes[0]
    assert unpacked(packed(unpacked(packed(held)))) == held
    unsound = HeldRead(b"no pickle", b"raw")
    through = unpacked(packed(unpacked(packed(unsound))))
    assert through.raw == b"raw"
    with pytest.raises(UnpicklingError):
        assert through.read


def test_an_error_of_sayso_goes_to_who_asked() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise LedgerError("the disk is full")

    first, last = all_packed(failing())
    assert unpacked(first) == 1
    with pytest.raises(LedgerError, match="the disk is full"):
        unpacked(last)


@pytest.fixture(params=["disk", "store"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Folder]:
    yield Folder(str(tmp_path / "out") if request.param == "disk" else "memory://out")
    if request.param == "store":
        MemoryFileSystem().rm("/", recursive=True)


def settled(partition: str) -> Settled:
    """A partition with one of everything."""
    reading = herald()
    acquired = Acquisition(
        id="x",
        report=reading.report.id,
        sha256=reading.report.sha256,
        acquired_from=AcquiredFrom.ARCHIVE,
        uri=None,
        container="s3://bucket/crawl.warc.gz",
        position=12,
        at="2031-05-01T10:00:00Z",
        by="by hand 1",
        size=100,
        kept=False,
    )
    outcomes: list[Outcome] = [
        HeldRead(Read(reading, acquired), None),
        replace(acquired, id="y", position=13),
        refusal("c", "read", "it is damaged"),
        Skipped(name="b", kind="image/png"),
    ]
    return Settled(partition, tuple(outcomes))


def test_what_was_written_is_read_back(folder: Folder) -> None:
    tables = Tables(folder)
    assert tables.whole() == frozenset()
    tables.write(settled("p-1"))
    assert tables.read("p-1") == settled("p-1")
    assert tables.whole() == {"p-1"}


def test_a_partition_is_whole_when_all_of_it_is_written(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = Tables(folder)
    write, written = Folder.write, list[str]()

    def refuse_the_last(self: Folder, path: str, raw: bytes) -> None:
        if path.startswith("partitions/"):
            raise ClusterError("the disk is full")
        written.append(path)
        write(self, path, raw)

    monkeypatch.setattr(Folder, "write", refuse_the_last)
    with pytest.raises(ClusterError, match="the disk is full"):
        tables.write(settled("p-1"))
    assert len(written) == 9
    assert tables.whole() == frozenset()


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(ClusterError, match="out cannot be used: "):
        Folder(str(tmp_path / "out")).write("a/b", b"")
    with pytest.raises(ClusterError, match="nosuchstore"):
        Folder("nosuchstore://out").names("a")


def test_a_partition_is_counted() -> None:
    one, both = tally_of(settled("p-1")), Tally()
    assert (one.reports, one.known, len(one.rejects), one.skipped["image/png"]) == (1, 1, 1, 1)
    both.merge(one)
    both.merge(tally_of(settled("p-2")))
    twice = Tally()
    for partition in ("p-1", "p-2"):
        twice.merge(tally_of(settled(partition)))
    assert both == twice
    assert (both.reports, both.words, both.done) == (2, 2 * one.words, 6)
    summary = both.summary(left=0, seconds=1)
    assert summary.most_quoted == tuple((who, 2 * times) for who, times in one.quoted.most_common())
    assert packed(both)
