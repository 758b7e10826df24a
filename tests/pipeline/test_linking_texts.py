"""Texts compared in a process of their own: as here, whatever becomes of the process."""

from __future__ import annotations

import multiprocessing
from contextlib import closing

import pytest

from sayso.model import LinkKind, Report
from sayso.pipeline.linking.texts import Pair, Texts
from sayso.pipeline.reading import read_text

COPIED = "The ferry left the harbour at noon with forty people on board, the port captain said. "
TEXTS = (
    COPIED + "It had been repaired twice that spring.",
    COPIED + "Nobody had been told of the storm.",
    "The council met on Tuesday and put off the vote on the new bridge until the autumn.",
)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [read_text(text).report for text in TEXTS]


@pytest.fixture(scope="module")
def pairs(reports: list[Report]) -> list[Pair]:
    """One pair that has words in common, and two that have none."""
    first, second, other = reports
    return [(first, other), (first, second), (second, other)]


def found_for(pairs: list[Pair], *, apart: bool, killed: bool = False) -> list[object]:
    with closing(Texts(apart=apart)) as texts, texts.comparing(pairs) as found:
        for process in multiprocessing.active_children() if killed else ():
            process.kill()
        return list(found)


def test_what_two_texts_share_is_found(pairs: list[Pair]) -> None:
    (found,) = found_for(pairs, apart=False)
    assert getattr(found, "kind", None) is LinkKind.REPRINTS


@pytest.mark.slow
@pytest.mark.parametrize("killed", [False, True])
def test_another_process_finds_the_same(pairs: list[Pair], *, killed: bool) -> None:
    assert found_for(pairs, apart=True, killed=killed) == found_for(pairs, apart=False)


@pytest.mark.slow
def test_the_process_stays_from_one_lot_to_the_next(pairs: list[Pair]) -> None:
    with closing(Texts(apart=True)) as texts:
        lots = [pairs, [], pairs]
        found = []
        for lot in lots:
            with texts.comparing(lot) as drawn:
                found.append(list(drawn))
    assert [len(lot) for lot in found] == [1, 0, 1]
