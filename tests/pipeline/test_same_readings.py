"""A report reads the same alone and among others, in any order, in one process or in two."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.acquire import find_inputs
from sayso.ledger import Ledger
from sayso.model import Reading
from sayso.pipeline.reading import read_file
from sayso.pipeline.run import read_inputs
from sayso.pipeline.settings import Settings

TEXTS = [
    "Mara Quill said the bridge was closed. “Nobody told us,” she added.",
    "The newspaper reports that officials said 15 men were arrested.\n\nThe mayor denied it.",
    "Mara Quill said the bridge was closed. Tomas Rell denied that she had said so.\n\n" * 12,
    "“The pier is shut,” Tomas Rell said.\n\n“The pier is shut,” said Mara Quill.",
    "No one was hurt.",
    "The port of Cairo, Egypt, was closed on 3 May 2014 and last week, the mayor said.",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text)
    return folder


@pytest.fixture
def alone(folder: Path) -> list[Reading]:
    """Each report, read by itself."""
    return [read_file(path) for path in sorted(folder.iterdir())]


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_report_reads_the_same_alone_and_among_others(
    folder: Path, alone: list[Reading], jobs: int
) -> None:
    found = find_inputs([str(folder)])
    backwards = replace(found, inputs=found.inputs[::-1])
    with Ledger(folder.parent / "sayso.db") as book:
        summary = read_inputs(backwards, book, Settings(jobs=jobs))
        assert summary.rejects == ()
        among_others = [book.reading(each.report.id) for each in alone]
    assert any(one.cue for each in alone for one in each.statements)
    assert any(each.places for each in alone)
    assert any(each.times for each in alone)
    assert among_others == alone
