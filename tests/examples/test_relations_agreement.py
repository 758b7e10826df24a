"""The agreement of the two passes over the relations, and its tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from examples.relations import RELATIONS, RelationPassage, read_relations, relation_texts
from examples.relations import relation_passages as passages_of
from examples.relations_agreement import Comparison, agreement_table, ends, kind_table, rows

TEXTS = {"p1": "Ann leads the Lodge, said Bo; Cy, of the Lodge, led it until 2018."}
ANN = 'from = "Ann"\nto = "Lodge#1"\nwords = "leads"\n'
CY = 'kind = "leads"\nfrom = "Cy"\nto = "it"\nwords = "led"\n'


def passages(folder: Path, *tables: str) -> list[RelationPassage]:
    path = folder / "some.toml"
    written = "".join(f"[[passage.relation]]\n{table}" for table in tables)
    path.write_text(f'[[passage]]\nid = "p1"\n{written}', encoding="utf-8")
    return read_relations(path, TEXTS)


def test_the_second_pass_marks_every_passage_in_order() -> None:
    assert [(p.id, p.text) for p in passages_of("second")] == list(relation_texts().items())


@pytest.mark.parametrize("table", [agreement_table, kind_table])
def test_the_tables_of_the_agreement_are_up_to_date(table: Callable[[], str]) -> None:
    assert table() in (RELATIONS.parent / "AGREEMENT.md").read_text(encoding="utf-8")


def test_a_pair_has_one_kind_and_the_same_ends(tmp_path: Path) -> None:
    one = passages(tmp_path, f'kind = "leads"\n{ANN}', CY)
    other = passages(tmp_path, f'kind = "controls"\n{ANN}', f'{CY}status = "historical"\n')
    comparison = Comparison(one, other)
    assert [a.from_.text for a, _ in comparison.pairs()] == ["Cy"]
    assert (comparison.f1(), comparison.f1(ends)) == (0.5, 1.0)
    assert rows(comparison)["status (κ)"].startswith("0.0%")
    assert comparison.the_same() == 0


def test_relations_are_paired_one_to_one(tmp_path: Path) -> None:
    one = passages(tmp_path, CY, f'{CY}by = "Bo"\n')
    other = passages(tmp_path, CY)
    assert len(Comparison(one, other).pairs()) == len(Comparison(other, one).pairs()) == 1
