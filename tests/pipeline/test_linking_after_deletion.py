"""After a report is deleted, a ledger links as one that never had it."""

from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger, verify
from sayso.model import LinkKind, Reading
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import read_file
from tests.custody_samples import DELETED
from tests.pipeline.linked import TEXTS, everything_in, linked_file

CUSTODY = ("acquisitions", "deletions")


@pytest.fixture(scope="module")
def examples() -> list[Reading]:
    folder = Path(__file__).parents[2] / "examples" / "reports"
    return [read_file(path) for path in sorted(folder.glob("*.txt"))]


def linked_without(path: Path, readings: Sequence[Reading], gone: Collection[int]) -> Any:
    """What a ledger holds that had all readings, was linked, and lost those that are `gone`."""
    path.write_bytes(linked_file(*readings))
    with Ledger(path) as ledger:
        for number in gone:
            ledger.delete(readings[number].report.id, **DELETED)
        assert list(verify(ledger)) == []
        link_reports(ledger)
        assert list(verify(ledger)) == []
        return everything_in(ledger, but=CUSTODY)


def linked_alone(path: Path, readings: Sequence[Reading]) -> Any:
    path.write_bytes(linked_file(*readings))
    with Ledger(path, mode="read") as ledger:
        return everything_in(ledger, but=CUSTODY)


def check(readings: Sequence[Reading], gone: Collection[int]) -> None:
    left = [reading for number, reading in enumerate(readings) if number not in gone]
    with TemporaryDirectory() as folder:
        found = linked_without(Path(folder) / "a.db", readings, gone)
        assert found == linked_alone(Path(folder) / "b.db", left)


def test_the_reports_have_to_do_with_one_another(
    tmp_path: Path, readings: Sequence[Reading]
) -> None:
    links = linked_alone(tmp_path / "a.db", readings)["links"]
    kinds = {LinkKind(row[1]) for row in links}
    assert kinds >= {LinkKind.REPRINTS, LinkKind.SAME_CLAIM, LinkKind.CONTRADICTS}
    assert LinkKind.SAME_EVENT in kinds


@pytest.mark.parametrize("gone", range(len(TEXTS)))
def test_a_ledger_that_lost_a_report_links_as_one_that_never_had_it(
    readings: Sequence[Reading], gone: int
) -> None:
    check(readings, [gone])


NUMBERS = range(len(TEXTS))


@pytest.mark.slow
@settings(max_examples=10, deadline=None, phases=[Phase.generate])
@given(order=st.permutations(NUMBERS), gone=st.lists(st.sampled_from(NUMBERS), unique=True))
def test_and_one_that_lost_several_in_any_order(
    readings: Sequence[Reading], order: list[int], gone: list[int]
) -> None:
    check([readings[number] for number in order], gone)


@pytest.mark.slow
@pytest.mark.parametrize("gone", range(9))
def test_so_it_is_with_the_examples(examples: list[Reading], gone: int) -> None:
    check(examples, [gone, (gone + 4) % len(examples)])


def test_only_what_had_to_do_with_it_is_linked_anew(
    tmp_path: Path, readings: Sequence[Reading]
) -> None:
    path = tmp_path / "sayso.db"
    path.write_bytes(linked_file(*readings))
    with Ledger(path) as ledger:
        ledger.delete(readings[3].report.id, **DELETED)
        near = set(ledger.link_index.unlinked())
        assert near == set(ledger.link_index.unjoined())
        assert readings[2].report.id in near
        assert readings[6].report.id not in near
        assert link_reports(ledger) == len(near)
        assert ledger.link_index.unlinked() == ()


def test_a_report_that_comes_back_links_as_before(
    tmp_path: Path, readings: Sequence[Reading]
) -> None:
    before = linked_alone(tmp_path / "a.db", readings)
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.delete(readings[2].report.id, **DELETED)
        link_reports(ledger)
        ledger.add(readings[2])
        link_reports(ledger)
        assert everything_in(ledger, but=CUSTODY) == before
