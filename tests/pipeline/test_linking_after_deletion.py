"""After a report is deleted, a ledger links as one that never had it."""

from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Table, select

from sayso.ledger import Ledger, verify
from sayso.ledger.schema import metadata
from sayso.model import LinkKind, Reading
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import read_file, read_text
from tests.custody_samples import DELETED

CUSTODY = ("acquisitions", "deletions")
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


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [read_text(text, published=day) for text, day in TEXTS]


@pytest.fixture(scope="module")
def examples() -> list[Reading]:
    folder = Path(__file__).parents[2] / "examples" / "reports"
    return [read_file(path) for path in sorted(folder.glob("*.txt"))]


def everything_in(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but those that tell of deletions, by what stands in them."""
    tables = (table for name, table in metadata.tables.items() if name not in CUSTODY)
    with ledger.snapshot() as connection:
        return {
            table.name: sorted(connection.execute(select(*_columns(table))).all(), key=repr)
            for table in tables
        }


def _columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if column.name != "number"]


def linked_without(path: Path, readings: Sequence[Reading], gone: Collection[int]) -> Any:
    """What a ledger holds that had all readings, was linked, and lost those that are `gone`."""
    with Ledger(path) as ledger:
        for reading in readings:
            ledger.add(reading)
        link_reports(ledger)
        for number in gone:
            ledger.delete(readings[number].report.id, **DELETED)
        assert list(verify(ledger)) == []
        link_reports(ledger)
        assert list(verify(ledger)) == []
        return everything_in(ledger)


def linked_alone(path: Path, readings: Sequence[Reading]) -> Any:
    with Ledger(path) as ledger:
        for reading in readings:
            ledger.add(reading)
        link_reports(ledger)
        return everything_in(ledger)


def check(readings: Sequence[Reading], gone: Collection[int]) -> None:
    left = [reading for number, reading in enumerate(readings) if number not in gone]
    with TemporaryDirectory() as folder:
        found = linked_without(Path(folder) / "a.db", readings, gone)
        assert found == linked_alone(Path(folder) / "b.db", left)


def test_the_reports_have_to_do_with_one_another(tmp_path: Path, readings: list[Reading]) -> None:
    links = linked_alone(tmp_path / "a.db", readings)["links"]
    kinds = {LinkKind(row[1]) for row in links}
    assert kinds >= {LinkKind.REPRINTS, LinkKind.SAME_CLAIM, LinkKind.CONTRADICTS}
    assert LinkKind.SAME_EVENT in kinds


@pytest.mark.parametrize("gone", range(len(TEXTS)))
def test_a_ledger_that_lost_a_report_links_as_one_that_never_had_it(
    readings: list[Reading], gone: int
) -> None:
    check(readings, [gone])


NUMBERS = range(len(TEXTS))


@pytest.mark.slow
@settings(max_examples=10, deadline=None, phases=[Phase.generate])
@given(order=st.permutations(NUMBERS), gone=st.lists(st.sampled_from(NUMBERS), unique=True))
def test_and_one_that_lost_several_in_any_order(
    readings: list[Reading], order: list[int], gone: list[int]
) -> None:
    check([readings[number] for number in order], gone)


@pytest.mark.slow
@pytest.mark.parametrize("gone", range(9))
def test_so_it_is_with_the_examples(examples: list[Reading], gone: int) -> None:
    check(examples, [gone, (gone + 4) % len(examples)])


def test_only_what_had_to_do_with_it_is_linked_anew(
    tmp_path: Path, readings: list[Reading]
) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        for reading in readings:
            ledger.add(reading)
        link_reports(ledger)
        ledger.delete(readings[3].report.id, **DELETED)
        near = set(ledger.link_index.unlinked())
        assert near == set(ledger.link_index.bereft())
        assert readings[2].report.id in near
        assert readings[6].report.id not in near
        assert link_reports(ledger) == len(near)
        assert ledger.link_index.unlinked() == ()


def test_a_report_that_comes_back_links_as_before(tmp_path: Path, readings: list[Reading]) -> None:
    before = linked_alone(tmp_path / "a.db", readings)
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.delete(readings[2].report.id, **DELETED)
        link_reports(ledger)
        ledger.add(readings[2])
        link_reports(ledger)
        assert everything_in(ledger) == before
