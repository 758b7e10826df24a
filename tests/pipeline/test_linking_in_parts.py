"""The steps of linking on a cluster, taken in one process: in any parts, in any order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.links.claims import Bonds
from sayso.model import Claim, Judgement, Link, LinkKind, Reading
from sayso.pipeline.cluster.linking import flow, meeting
from sayso.pipeline.cluster.linking.components import Components
from sayso.pipeline.cluster.linking.grouping import Step
from sayso.pipeline.cluster.linking.parts import Place, Sent, part_of
from sayso.pipeline.linking import link_reports
from sayso.pipeline.linking.bonds import bonds_of
from sayso.pipeline.linking.prepared import prepare
from tests.pipeline.linked import linked_file
from tests.pipeline.test_linking import Found, found_in
from tests.pipeline.test_linking_after_judging import merging_claims, splitting_a_claim


class Rows(list[tuple[int, list[Any]]]):
    """What Ray Data would have: things that go to a part."""

    def materialize(self) -> Rows:
        return self


class Machines:
    """What Ray Data would do, the things of each part in an order of chance."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - only to mix them

    def rows_of(self, sent: Sent) -> Rows:
        parts: dict[int, list[Any]] = {}
        for part, thing in sent:
            parts.setdefault(part, []).append(thing)
        rows = Rows(parts.items())
        self._chance.shuffle(rows)
        return rows

    def each(self, step: Step, rows: Rows) -> Rows:
        return Rows(made for _, things in rows for made in self.rows_of(step(iter(things))))

    def grouped(self, step: Step, *rows: Rows) -> Rows:
        everything = ((part, thing) for each in rows for part, own in each for thing in own)
        parts = self.rows_of(everything)
        for _, things in parts:
            self._chance.shuffle(things)
        return self.each(step, parts)

    def things_in(self, rows: Rows) -> Iterator[Any]:
        return (thing for _, things in rows for thing in things)


def linked_in_parts(readings: Iterable[Reading], parts: int, seed: int, bonds: Bonds) -> Found:
    machines = Machines(seed)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("rows_of", "each", "grouped", "things_in"):
            patch.setattr(flow, name, getattr(machines, name))
        told = ((part_of(one.report.id, parts), prepare(one)) for one in readings)
        reports = {told.id: told.report for one in readings for told in one.statements}
        merged = [
            (Place(reports[one.statement], one.statement), Place(reports[b.statement], b.statement))
            for one, b in bonds.merged
        ]
        _, records = flow.linking_of(machines.rows_of(told), parts, bonds, merged)
        found = list(machines.things_in(records))
    claims = [one for one in found if isinstance(one, Claim)]
    links = [one for one in found if isinstance(one, Link)]
    return sorted(claims, key=lambda one: one.id), sorted(links, key=lambda one: one.id)


@pytest.fixture(scope="module")
def in_one_process(readings: Sequence[Reading], tmp_path_factory: pytest.TempPathFactory) -> Found:
    path = tmp_path_factory.mktemp("ledger") / "a.db"
    path.write_bytes(linked_file(*readings))
    with Ledger(path, mode="read") as ledger:
        return found_in(ledger)


def test_there_is_something_of_every_kind(in_one_process: Found) -> None:
    _, links = in_one_process
    assert {link.kind for link in links} >= {
        LinkKind.REPRINTS,
        LinkKind.SAME_CLAIM,
        LinkKind.SAME_EVENT,
        LinkKind.CONTRADICTS,
    }


@settings(max_examples=20, deadline=None)
@given(parts=st.integers(1, 9), seed=st.integers(), data=st.data())
def test_what_is_found_is_the_same_in_any_parts_and_any_order(
    readings: Sequence[Reading], in_one_process: Found, parts: int, seed: int, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(readings))
    assert linked_in_parts(order, parts, seed, Bonds()) == in_one_process


def test_pairs_that_come_again_change_nothing(
    readings: Sequence[Reading], in_one_process: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting, "_REMEMBERED", 1)
    assert linked_in_parts(readings, 3, 0, Bonds()) == in_one_process


@pytest.mark.parametrize("decide", [merging_claims, splitting_a_claim])
@pytest.mark.parametrize("parts", [1, 5])
def test_what_people_decided_holds(
    readings: Sequence[Reading],
    tmp_path: Path,
    decide: Callable[[Ledger], list[Judgement]],
    parts: int,
) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(linked_file(*readings))
    with Ledger(path) as ledger:
        before = found_in(ledger)
        for judgement in decide(ledger):
            ledger.add_judgement(judgement)
        link_reports(ledger)
        judged = found_in(ledger)
        assert judged[0] != before[0]
        assert linked_in_parts(readings, parts, 0, bonds_of(ledger)) == judged


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12))))
def test_components_are_what_pairs_join(pairs: list[tuple[int, int]]) -> None:
    components = Components()
    for one, other in pairs:
        components.join(Place("r", f"{one:02}"), Place("r", f"{other:02}"))
    near = {frozenset((one,)) for pair in pairs for one in pair}
    for pair in pairs:
        met = {each for each in near if each & set(pair)}
        near = near - met | {frozenset().union(*met)}
    found = {int(place.item): int(least.item) for place, least in components}
    assert found == {one: min(each) for each in near for one in each}
