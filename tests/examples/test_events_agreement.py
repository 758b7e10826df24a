"""The agreement of two passes over the events: what is a pair, and what is measured on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from examples.annotation_files import read_page
from examples.events import EVENTS, EventReport, event_reports, read_events
from examples.events_agreement import (
    Comparison,
    agreement_table,
    rows,
    same_words,
    type_table,
)

PAGE = read_page(
    "Ann said men bombed and looted Oost on Monday.",
    "1 | Ann said men bombed and looted Oost on Monday.\n",
)
BOMBED = 'trigger = "bombed"\ncode = "ASSAULT"\n'
LOOTED = 'trigger = "looted"\ncode = "ASSAULT"\n'


def reports(folder: Path, *events: str) -> list[EventReport]:
    path = folder / "some.toml"
    path.write_text("".join(f'[[event]]\nat = "1"\n{event}' for event in events))
    return [read_events(path, PAGE)]


@pytest.mark.parametrize("table", [agreement_table, type_table])
def test_the_tables_of_the_agreement_are_up_to_date(table: Callable[[], str]) -> None:
    assert table() in (EVENTS.parent / "AGREEMENT.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("other", "f1", "whatever_the_type"),
    [
        (BOMBED, 1.0, 1.0),
        ('trigger = "men bombed"\ncode = "ASSAULT"\n', 1.0, 1.0),
        ('trigger = "bombed"\ncode = "PROTEST"\n', 0.0, 1.0),
        (LOOTED, 0.0, 0.0),
    ],
)
def test_a_pair_has_one_type_and_overlapping_triggers(
    tmp_path: Path, other: str, f1: float, whatever_the_type: float
) -> None:
    comparison = Comparison(reports(tmp_path, BOMBED), reports(tmp_path, other))
    assert (comparison.f1(), comparison.f1(same_words)) == (f1, whatever_the_type)


def test_events_are_paired_one_to_one(tmp_path: Path) -> None:
    wide = 'trigger = "bombed and looted"\ncode = "ASSAULT"\n'
    one, other = reports(tmp_path, BOMBED, LOOTED), reports(tmp_path, wide)
    assert len(Comparison(one, other).pairs()) == len(Comparison(other, one).pairs()) == 1


@pytest.mark.parametrize(
    ("row", "field", "change", "told"),
    [
        ("trigger, exact", "", "", "100.0%"),
        ("on whose word, exact", 'by = "Ann"\n', "", "50.0%"),
        ("status (κ)", 'status = "negated"\n', "", "50.0% (0.00)"),
        ("mode (κ)", 'mode = "explosives"\n', 'mode = "destroy"\n', "50.0% (0.33)"),
        ("actors, F1", 'actors = ["men"]\n', 'actors = ["Ann", "men"]\n', "0.667"),
        ("recipients, F1", "", "", "–"),
        ("place, F1", 'place = "Oost"\n', 'place = "Oost"\n', "1.000"),
        (
            "time, words and value, F1",
            'time = ["Monday", "2023-05-08"]\n',
            'time = ["Monday", "2023-05-15"]\n',
            "0.000",
        ),
    ],
)
def test_every_field_is_measured_on_the_pairs(
    tmp_path: Path, row: str, field: str, change: str, told: str
) -> None:
    one = reports(tmp_path, BOMBED + field, LOOTED)
    other = reports(tmp_path, BOMBED + change, LOOTED)
    assert rows(Comparison(one, other))[row] == told


def test_a_pass_agrees_with_itself() -> None:
    first = event_reports("first")
    lines = rows(Comparison(first, first))
    told = {name: line for name, line in lines.items() if "of the" not in name and name != "pairs"}
    assert set(told.values()) == {"1.000", "100.0%", "100.0% (1.00)"}
    assert lines["pairs"] == lines["events of the one"]
