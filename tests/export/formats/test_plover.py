import io
import json
from typing import Any

import pytest

from sayso.export.formats.plover import write_plover
from sayso.export.signs import QUAD
from sayso.ledger import Ledger
from sayso.model import Event, EventType
from tests.export.formats.quay import quay
from tests.samples import herald


@pytest.fixture
def records(sample: Ledger) -> dict[str, dict[str, Any]]:
    stream = io.BytesIO()
    write_plover(sample, stream)
    return {one["id"]: one for one in map(json.loads, stream.getvalue().splitlines())}


def test_every_event_is_a_record(records: dict[str, dict[str, Any]]) -> None:
    told: list[Event] = [*quay().events, *herald().events]
    assert records.keys() == {one.id for one in told}
    for one in told:
        assert records[one.id]["event"] == [one.code]


def test_a_record_has_the_fields_of_the_manual(records: dict[str, dict[str, Any]]) -> None:
    shot = records[quay().events[0].id]
    expected = {
        "date": "2031-05-05",
        "enddate": "2031-05-05",
        "event": ["ASSAULT"],
        "mode": ["firearms"],
        "context": [],
        "quad_code": 4,
        "event_text": ["shot"],
        "size": {"dead": [{"low": 3, "high": None, "text": "at least three"}]},
        "said_by": "the Dock Union",
        "denied_by": "Ana Roth",
    }
    assert {name: shot[name] for name in expected} == expected
    assert shot["actor"] == [
        {
            "code": "NOR",
            "sector": "COP",
            "actor_text": "Police",
            "identifier_id": quay().actors[0].id,
            "identifier_text": "Police",
        }
    ]
    assert shot["event_loc"] == {
        "geonameid": 100_200,
        "name": "Sel",
        "latitude": 61.25,
        "longitude": 9.5,
        "country code": "NO",
        "cc3": "NOR",
        "precision": "town",
    }


@pytest.mark.parametrize(
    ("event", "date", "enddate", "context"),
    [
        (quay().events[1], None, None, ["negation"]),
        (quay().events[2], "2031-06-01", "2031-06-30", ["hypothetical"]),
        (herald().events[0], None, None, ["military"]),
    ],
)
def test_auxiliary_modes_stand_among_the_contexts(
    records: dict[str, dict[str, Any]],
    event: Event,
    date: str | None,
    enddate: str | None,
    context: list[str],
) -> None:
    told = records[event.id]
    assert (told["date"], told["enddate"], told["context"]) == (date, enddate, context)


def test_the_words_stand_where_the_record_says(records: dict[str, dict[str, Any]]) -> None:
    text = quay().report.text
    for one in quay().events:
        told = records[one.id]
        where = told["text_info"]
        assert text[where["start"] : where["end"]] == told["text"]


def test_every_type_is_of_a_quad_category() -> None:
    assert QUAD.keys() == set(EventType)
    assert sorted(set(QUAD.values())) == [1, 2, 3, 4]
