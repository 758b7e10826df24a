"""Texts compared in a process of their own: as here, whatever becomes of the process."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.model import LinkKind
from sayso.pipeline.linking.texts import Near, Texts
from sayso.pipeline.reading import read_text

COPIED = "The ferry left the harbour at noon with forty people on board, the port captain said. "
TEXTS = (
    COPIED + "It had been repaired twice that spring.",
    COPIED + "Nobody had been told of the storm.",
    "The council met on Tuesday and put off the vote on the new bridge until the autumn.",
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder: Path = tmp_path_factory.mktemp("texts")
    with Ledger(folder / "sayso.db") as book:
        for text in TEXTS:
            book.add(read_text(text))
        yield book


@pytest.fixture(scope="module")
def near(ledger: Ledger) -> list[Near]:
    """One report has words in common with another, and none with a third."""
    by_text = {report.text: report.id for report in ledger.reports()}
    first, second, other = (by_text[text] for text in TEXTS)
    return [Near(first, (other, second)), Near(second, (other,))]


def found_for(
    ledger: Ledger, near: list[Near], *, apart: bool, killed: bool = False
) -> list[object]:
    with closing(Texts(ledger, apart=apart)) as texts, texts.comparing(near) as found:
        for process in multiprocessing.active_children() if killed else ():
            process.kill()
        return list(found)


def test_what_two_texts_share_is_found(ledger: Ledger, near: list[Near]) -> None:
    (found,) = found_for(ledger, near, apart=False)
    assert getattr(found, "kind", None) is LinkKind.REPRINTS


@pytest.mark.slow
@pytest.mark.parametrize("killed", [False, True])
def test_another_process_finds_the_same(ledger: Ledger, near: list[Near], *, killed: bool) -> None:
    here = found_for(ledger, near, apart=False)
    assert found_for(ledger, near, apart=True, killed=killed) == here


@pytest.mark.slow
def test_the_process_stays_from_one_lot_to_the_next(ledger: Ledger, near: list[Near]) -> None:
    with closing(Texts(ledger, apart=True)) as texts:
        lots = [near, [], near]
        found = []
        for lot in lots:
            with texts.comparing(lot) as drawn:
                found.append(list(drawn))
    assert [len(lot) for lot in found] == [1, 0, 1]
