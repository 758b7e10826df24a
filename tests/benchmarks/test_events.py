"""What counts as an event found, and which of its fields as right."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.events import CHECKS, Hit, Outcome
from examples.annotation_files import read_page
from examples.events import EventReport
from examples.events import read_events as gold_events
from sayso.model import Counted, Event, EventType, Quantity, Status, TimePrecision
from sayso.statements import Account
from tests.samples import event, happened_at, happened_on, party, place, quote, time
from tests.statements.rows import account

TEXT = "The harbour police said on Tuesday that they bombed a boat in Oslo with two guns."
GOLD = """
[[event]]
at = "1"
trigger = "bombed"
code = "ASSAULT"
mode = "explosives"
actors = ["they"]
recipients = ["boat"]
instruments = ["guns"]
place = "Oslo"
time = ["Tuesday", "2024-03-05"]
by = "police"
[[event.quantity]]
words = "two"
of = "killed"
low = 2
high = 2
"""


def marked(folder: Path, gold: str = GOLD) -> EventReport:
    path = folder / "some.toml"
    path.write_text(gold, encoding="utf-8")
    return gold_events(path, read_page(TEXT, f"1 | {TEXT}\n"))


def read(told: Account, **changes: Any) -> Event:
    """An event that is right in every field but in `changes`."""
    report = told.report
    trigger = quote(report, "bombed")
    statement = told.statement_at(told.run_of(trigger.start, trigger.end).start)
    assert statement
    number = Quantity(span=quote(report, "two"), of=Counted.KILLED, low=2, high=2)
    day = time(report, "Tuesday", value="2024-03-05", precision=TimePrecision.DAY)
    right = event(
        report,
        statement,
        "bombed",
        EventType.ASSAULT,
        mode="explosives",
        actors=(party(report, "they"),),
        recipients=(party(report, "a boat in Oslo"),),
        instruments=(quote(report, "two guns"),),
        place=happened_at(place(report, "Oslo")),
        time=happened_on(day),
        quantities=(number,),
    )
    return replace(right, **changes)


def wrong(told: Account, gold: EventReport, changes: Mapping[str, Any]) -> set[str]:
    """The fields that are wrong in the one event that was found."""
    [hit] = Outcome(gold, told, [read(told, **changes)]).hits()
    checks = {**CHECKS, "place": Hit.has_place}
    return {name for name, is_right in checks.items() if not is_right(hit)}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({"mode": None}, {"mode"}),
        ({"context": "crime"}, {"context"}),
        ({"actors": ()}, {"actors"}),
        ({"instruments": ()}, {"instruments"}),
        ({"status": Status.ONGOING}, {"status"}),
        ({"time": None}, {"time"}),
        ({"place": None}, {"place"}),
        ({"quantities": ()}, {"quantities"}),
    ],
)
def test_each_field_is_measured_by_itself(
    tmp_path: Path, changes: dict[str, Any], expected: set[str]
) -> None:
    assert wrong(account(TEXT), marked(tmp_path), changes) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["they"], set()),
        (["The harbour police"], set()),
        (["a boat"], {"actors"}),
        (["they", "The harbour police"], {"actors"}),
    ],
)
def test_a_party_is_known_by_its_head_or_as_the_same_actor(
    tmp_path: Path, words: list[str], expected: set[str]
) -> None:
    told = account(TEXT)
    parties = tuple(party(told.report, each) for each in words)
    assert wrong(told, marked(tmp_path), {"actors": parties}) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [("police", set()), ("guns", {"whose word"}), ("author", {"whose word"})],
)
def test_an_event_is_on_the_word_of_its_statement_s_source(
    tmp_path: Path, by: str, expected: set[str]
) -> None:
    gold = marked(tmp_path, GOLD.replace('by = "police"', f'by = "{by}"'))
    assert wrong(account(TEXT), gold, {}) == expected


@pytest.mark.parametrize(
    ("code", "trigger", "hits"),
    [
        (EventType.ASSAULT, "that they bombed", 1),
        (EventType.ASSAULT, "said", 0),
        (EventType.COERCE, "bombed", 0),
    ],
)
def test_an_event_is_found_by_its_type_and_trigger(
    tmp_path: Path, code: EventType, trigger: str, hits: int
) -> None:
    told = account(TEXT)
    one = read(told, code=code, trigger=quote(told.report, trigger))
    assert len(list(Outcome(marked(tmp_path), told, [one, one]).hits())) == hits
