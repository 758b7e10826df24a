"""Linking a ledger: the same claims and links in whatever order, batch and process."""

import multiprocessing
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

import pytest

from sayso.ledger import Ledger, verify
from sayso.model import Claim, Link, LinkKind, Reading, Standing
from sayso.pipeline.linking import link_reports, run
from sayso.pipeline.reading import read_text
from sayso.pipeline.summary import Progress

pytestmark = pytest.mark.usefixtures("quick_processes")

AGENCY = (
    "PELL, Feb 3 (NPA) - A gas main burst under the covered market in Pell on Monday morning, and"
    " the roof fell in on the fish stalls.\n\nMara Quill, who sells eels there, said a grey van had"
    " stood over the manhole since Sunday.\n\n"
)
BLAMED = (
    "The Northern Ring set off the blast under the covered market in Pell, Colonel Ada Brehm said"
    " on Tuesday.\n\nThe roof fell in on the fish stalls. She said 20 people died."
)
DENIED = (
    "The Northern Ring denied on Wednesday that it had set off the blast under the covered market"
    " in Pell. The mayor declined to comment."
)
TEXTS = [
    (AGENCY + "The mayor said 12 people died.", "2031-02-03"),
    (AGENCY + "The Pell Herald could not confirm this.", "2031-02-04"),
    (BLAMED, "2031-02-03"),
    (DENIED, "2031-02-05"),
    ("The herring fleet stayed at home, the harbour master said.", "2031-02-05"),
]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [read_text(text, published=day) for text, day in TEXTS]


Found = tuple[list[Claim], list[Link]]


def found_in(ledger: Ledger) -> Found:
    return sorted(ledger.claims(), key=lambda one: one.id), sorted(
        ledger.links(), key=lambda one: one.id
    )


def linked(path: Path, steps: Sequence[Sequence[Reading]], jobs: int = 1) -> Found:
    """What comes of adding some readings and linking, again and again."""
    with Ledger(path) as ledger:
        for step in steps:
            for reading in step:
                ledger.add(reading)
            assert link_reports(ledger, jobs=jobs) == len(step)
        return found_in(ledger)


def at(number: int | None, act: Callable[[], None]) -> Callable[[Progress], None]:
    """Progress that does this when so many reports are compared."""
    return lambda progress: act() if progress.done == number else None


def test_the_example_is_linked(tmp_path: Path, readings: list[Reading]) -> None:
    claims, links = linked(tmp_path / "a.db", [readings])
    kinds = {link.kind for link in links}
    assert {LinkKind.REPRINTS, LinkKind.CONTRADICTS, LinkKind.SAME_CLAIM} <= kinds
    assert Standing.DISPUTED in {claim.standing for claim in claims}
    assert {link.clash.value for link in links if link.clash} >= {"denial", "number"}


def test_what_is_found_is_the_same_one_by_one_and_backwards(
    tmp_path: Path, readings: list[Reading]
) -> None:
    together = linked(tmp_path / "a.db", [readings])
    one_by_one = linked(tmp_path / "b.db", [[reading] for reading in readings])
    backwards = linked(tmp_path / "c.db", [[reading] for reading in reversed(readings)])
    halves = linked(tmp_path / "d.db", [readings[3:], readings[:3]])
    assert together == one_by_one == backwards == halves


@pytest.mark.parametrize(("batch", "together_joined"), [(2, 2), (2, 4), (1, 3), (3, 1)])
def test_what_is_found_is_the_same_in_small_batches(
    tmp_path: Path,
    readings: list[Reading],
    monkeypatch: pytest.MonkeyPatch,
    batch: int,
    together_joined: int,
) -> None:
    together = linked(tmp_path / "a.db", [readings])
    monkeypatch.setattr(run, "_BATCH", batch)
    monkeypatch.setattr(run, "_ROUND", together_joined)
    assert linked(tmp_path / "b.db", [readings]) == together


@pytest.mark.slow
def test_what_is_found_is_the_same_with_two_processes(
    tmp_path: Path, readings: list[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    together = linked(tmp_path / "a.db", [readings])
    monkeypatch.setattr(run, "_EACH", 1)
    assert linked(tmp_path / "b.db", [readings], jobs=2) == together


@pytest.fixture
def joined_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have two processes make reports ready, and another make claims of two reports at a time."""
    monkeypatch.setattr(run, "_EACH", 1)
    monkeypatch.setattr(run, "_BATCH", 1)
    monkeypatch.setattr(run, "_ROUND", 2)


def kill_all_processes() -> None:
    for process in multiprocessing.active_children():
        process.kill()


def stop_it() -> None:
    raise KeyboardInterrupt


@pytest.mark.slow
@pytest.mark.usefixtures("joined_apart")
@pytest.mark.parametrize("killed_at", [None, 3, 5])
def test_what_is_found_is_the_same_when_another_process_joins(
    readings: list[Reading], tmp_path: Path, killed_at: int | None
) -> None:
    together = linked(tmp_path / "a.db", [readings])
    with Ledger(tmp_path / "b.db") as ledger:
        for reading in readings:
            ledger.add(reading)
        told = at(killed_at, kill_all_processes)
        assert link_reports(ledger, jobs=2, progress=told) == len(readings)
        assert found_in(ledger) == together


@pytest.mark.slow
@pytest.mark.usefixtures("joined_apart")
def test_linking_goes_on_where_another_process_was_stopped_as_it_joined(
    readings: list[Reading], tmp_path: Path
) -> None:
    together = linked(tmp_path / "a.db", [readings])
    with Ledger(tmp_path / "b.db") as ledger:
        for reading in readings:
            ledger.add(reading)
        done = link_reports(ledger, jobs=2, progress=at(5, stop_it))
        assert done == len(readings) - len(ledger.link_index.unlinked())
        assert list(verify(ledger)) == []
        assert link_reports(ledger, jobs=2) == len(readings) - done
        assert found_in(ledger) == together


@pytest.mark.parametrize(("joined_together", "done"), [(2, 2), (4, 0), (10, 0)])
def test_linking_goes_on_where_it_was_stopped(
    tmp_path: Path,
    readings: list[Reading],
    monkeypatch: pytest.MonkeyPatch,
    joined_together: int,
    done: int,
) -> None:
    together = linked(tmp_path / "a.db", [readings])
    monkeypatch.setattr(run, "_BATCH", 2)
    monkeypatch.setattr(run, "_ROUND", joined_together)
    with Ledger(tmp_path / "b.db") as ledger:
        for reading in readings:
            ledger.add(reading)
        assert link_reports(ledger, progress=at(4, stop_it)) == done
        assert len(ledger.link_index.unjoined()) == 2 - done
        assert list(verify(ledger)) == []
        assert link_reports(ledger) == len(readings) - done
        assert found_in(ledger) == together


def test_a_report_that_tells_nothing_is_linked_when_linking_stops(
    tmp_path: Path, readings: list[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_BATCH", 1)
    with Ledger(tmp_path / "a.db") as ledger:
        for each in (read_text("Fog.", published="2001-01-01"), *readings):
            ledger.add(each)
        assert link_reports(ledger, progress=at(3, stop_it)) == 1
        assert link_reports(ledger) == len(readings)


def test_what_another_version_linked_is_linked_anew(
    tmp_path: Path, readings: list[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    together = linked(path, [readings])
    monkeypatch.setattr(run, "LINKING", "another")
    with Ledger(path) as ledger:
        assert link_reports(ledger) == len(readings)
        assert found_in(ledger) == together
        assert link_reports(ledger) == 0


def test_every_statement_on_a_claim_is_one_of_the_ledger(
    tmp_path: Path, readings: list[Reading]
) -> None:
    claims, _ = linked(tmp_path / "a.db", [readings])
    known = set(chain.from_iterable((one.id for one in each.statements) for each in readings))
    assert {member.statement for claim in claims for member in claim.members} <= known
