import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.export import from_json, to_json
from sayso.model import Reading, Record, RecordError, Reject
from tests.claim_samples import joined, joint_records
from tests.claim_strategies import claims, judgements, links
from tests.samples import gazette, herald, refused
from tests.strategies import readings, rejects

# The record contract: the fields of each type, in order.
FIELDS = {
    "report": "type id sha256 media_type uri retrieved title publisher authors language"
    " published published_from text reader updated canonical_url credits dateline stated"
    " source_map",
    "statement": "type id report span source cue content act stance polarity certainty hedges"
    " quote parent depth said_at score quantities",
    "event": "type id report statement trigger code mode context actors recipients instruments"
    " place time status quantities score",
    "relation": "type id report statement kind from to spans status time score",
    "actor": "type id name kind country roles mentions",
    "claim": "type id gist gist_at about members origins fewest_origins most_origins standing",
    "link": "type id kind from to score reason evidence clash",
    "judgement": "type id target by at kind value note claim",
    "place": "type id report span name geonameid latitude longitude country precision",
    "time": "type id report span value precision",
    "reject": "type id input stage reason",
}
QUOTED = herald().statements[4]
REFUSAL, STRIKE, HARM, DEPARTURE = herald().events
CITED, LED = herald().relations
[SEL], [MONDAY] = herald().places, herald().times
(DISPUTE, HURT), (CONTRADICTED, CITATION), (RATED, MARKED, ACCEPTED) = joined()


def records(reading: Reading) -> list[Record]:
    return [
        reading.report,
        *reading.statements,
        *reading.events,
        *reading.relations,
        *reading.actors,
        *reading.places,
        *reading.times,
    ]


EVERY_KIND = [*records(herald()), *joint_records(), refused()]


@pytest.mark.parametrize("record", EVERY_KIND, ids=lambda record: record.id)
def test_fields_stand_in_the_contracts_order(record: Record) -> None:
    data = to_json(record)
    assert list(data) == FIELDS[str(data["type"])].split()


def test_a_statement_in_json() -> None:
    assert to_json(QUOTED) == {
        "type": "statement",
        "id": QUOTED.id,
        "report": herald().report.id,
        "span": {
            "start": 54,
            "end": 99,
            "text": "“No one was hurt,” the\nmayor, Óskar Dal, said",
        },
        "source": {
            "spans": [{"start": 73, "end": 93, "text": "the\nmayor, Óskar Dal"}],
            "kind": "named",
            "actor": herald().actors[2].id,
        },
        "cue": {"spans": [{"start": 95, "end": 99, "text": "said"}]},
        "content": [{"start": 54, "end": 72, "text": "“No one was hurt,”"}],
        "act": "say",
        "stance": "affirms",
        "polarity": "negative",
        "certainty": "certain",
        "hedges": [],
        "quote": "direct",
        "parent": herald().statements[3].id,
        "depth": 1,
        "said_at": {
            "span": {"start": 100, "end": 109, "text": "on Monday"},
            "value": "2031-05-05",
        },
        "score": 0.9,
        "quantities": [
            {
                "span": {"start": 55, "end": 61, "text": "No one"},
                "of": "injured",
                "low": 0,
                "high": 0,
            }
        ],
    }


def test_an_event_in_json() -> None:
    paper, officials, _ = herald().actors
    assert to_json(REFUSAL) == {
        "type": "event",
        "id": REFUSAL.id,
        "report": herald().report.id,
        "statement": herald().statements[1].id,
        "trigger": {"start": 35, "end": 41, "text": "denied"},
        "code": "REJECT",
        "mode": None,
        "context": "military",
        "actors": [
            {"span": {"start": 25, "end": 34, "text": "officials"}, "actor": officials.id},
        ],
        "recipients": [
            {"span": {"start": 0, "end": 10, "text": "The Herald"}, "actor": paper.id},
            {"span": {"start": 46, "end": 52, "text": "strike"}, "actor": None},
        ],
        "instruments": [],
        "place": None,
        "time": None,
        "status": "reported",
        "quantities": [],
        "score": 0.9,
    }


def test_the_setting_of_an_event_in_json() -> None:
    harm, departure = to_json(HARM), to_json(DEPARTURE)
    assert harm["time"] == {
        "span": {"start": 103, "end": 109, "text": "Monday"},
        "value": "2031-05-05",
        "precision": "day",
    }
    assert harm["quantities"] == [
        {"span": {"start": 55, "end": 61, "text": "No one"}, "of": "injured", "low": 0, "high": 0}
    ]
    assert departure["place"] == {
        "span": {"start": 129, "end": 132, "text": "Sel"},
        "name": "Sel",
        "geonameid": 100_200,
        "latitude": 61.25,
        "longitude": 9.5,
        "country": "NOR",
        "precision": "town",
    }
    assert departure["instruments"] == [{"start": 111, "end": 116, "text": "Ships"}]


def test_a_relation_in_json() -> None:
    paper, officials, _ = herald().actors
    assert to_json(CITED) == {
        "type": "relation",
        "id": CITED.id,
        "report": herald().report.id,
        "statement": herald().statements[0].id,
        "kind": "linked_to",
        "from": paper.id,
        "to": officials.id,
        "spans": [{"start": 11, "end": 19, "text": "reported"}],
        "status": "reported",
        "time": None,
        "score": 0.25,
    }


def test_a_place_in_json() -> None:
    assert to_json(SEL) == {
        "type": "place",
        "id": SEL.id,
        "report": herald().report.id,
        "span": {"start": 129, "end": 132, "text": "Sel"},
        "name": "Sel",
        "geonameid": 100_200,
        "latitude": 61.25,
        "longitude": 9.5,
        "country": "NOR",
        "precision": "town",
    }


def test_a_time_in_json() -> None:
    assert to_json(MONDAY) == {
        "type": "time",
        "id": MONDAY.id,
        "report": herald().report.id,
        "span": {"start": 103, "end": 109, "text": "Monday"},
        "value": "2031-05-05",
        "precision": "day",
    }


def test_a_claim_in_json() -> None:
    _, reported, denied, *_ = herald().statements
    strike = {"start": 42, "end": 52, "text": "the strike"}
    story = {"start": 21, "end": 39, "text": "the herald's story"}
    assert to_json(DISPUTE) == {
        "type": "claim",
        "id": DISPUTE.id,
        "gist": "the strike",
        "gist_at": {"report": herald().report.id, **strike},
        "about": "event",
        "members": [
            {"statement": reported.id, "stance": "affirms", "spans": [strike]},
            {"statement": denied.id, "stance": "denies", "spans": [strike]},
            {"statement": gazette().statements[1].id, "stance": "uncertain", "spans": [story]},
        ],
        "origins": [
            {
                "id": DISPUTE.origins[0].id,
                "statements": [reported.id],
                "why": "nobody else is credited",
            }
        ],
        "fewest_origins": 1,
        "most_origins": 1,
        "standing": "disputed",
    }


def test_a_link_in_json() -> None:
    assert to_json(CONTRADICTED) == {
        "type": "link",
        "id": CONTRADICTED.id,
        "kind": "contradicts",
        "from": herald().statements[2].id,
        "to": herald().statements[1].id,
        "score": 0.75,
        "reason": "the words are alike",
        "evidence": [
            {"report": herald().report.id, "start": 42, "end": 52, "text": "the strike"},
        ],
        "clash": "denial",
    }


def test_a_judgement_in_json() -> None:
    assert to_json(MARKED) == {
        "type": "judgement",
        "id": MARKED.id,
        "target": herald().statements[5].id,
        "by": "Ída",
        "at": "2031-06-01T09:30:00Z",
        "kind": "rate",
        "value": "silent",
        "note": None,
        "claim": HURT.id,
    }


def test_json_holds_plain_values_only() -> None:
    for record in EVERY_KIND:
        assert plain(to_json(record))


def plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(type(name) is str and plain(each) for name, each in value.items())
    if isinstance(value, list):
        return all(plain(each) for each in value)
    return type(value) in {str, int, float, type(None)}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_every_record_comes_back_from_json(reading: Reading) -> None:
    for record in records(reading):
        assert from_json(json.loads(json.dumps(to_json(record)))) == record


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(readings(), st.data())
def test_every_claim_link_and_judgement_comes_back_from_json(
    reading: Reading, data: st.DataObject
) -> None:
    made: list[Record] = [
        data.draw(claims([reading])),
        data.draw(links([reading])),
        data.draw(judgements([reading.report.id])),
    ]
    for record in made:
        assert from_json(json.loads(json.dumps(to_json(record)))) == record


@given(rejects())
def test_every_reject_comes_back_from_json(reject: Reject) -> None:
    assert from_json(to_json(reject)) == reject


def without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda data: data.pop(name)


def holding(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda data: data.update({name: value})


WRONG: dict[str, tuple[Record, Callable[[dict[str, Any]], object], str]] = {
    "no type": (QUOTED, without("type"), "type is None: it must be one of report, statement"),
    "unknown type": (QUOTED, holding("type", "rumour"), "type is 'rumour'"),
    "type that is a list": (QUOTED, holding("type", []), "type is []"),
    "no id": (QUOTED, without("id"), "statement None: id"),
    "field missing": (QUOTED, without("stance"), "stance: Field required"),
    "null field missing": (QUOTED, without("parent"), "parent: Field required"),
    "field with a default missing": (herald().report, without("reader"), "reader is missing"),
    "unknown field": (QUOTED, holding("mood", "grim"), "mood: "),
    "unknown field inside": (
        QUOTED,
        lambda data: data["source"].update(mood="grim"),
        "source.mood: ",
    ),
    "field inside missing": (QUOTED, lambda data: data["span"].pop("end"), "span.end: Field"),
    "word outside the vocabulary": (QUOTED, holding("act", "shout"), "act: Input should be"),
    "number as string": (QUOTED, holding("depth", "1"), "depth: Input should be a valid integer"),
    "truth as number": (
        QUOTED,
        lambda data: data.update(depth=True),
        "depth: Input should be a valid integer",
    ),
    "fraction": (QUOTED, holding("depth", 1.5), "depth: Input should be a valid integer"),
    "null where a value must be": (QUOTED, holding("content", None), "content: "),
    "string for a list": (herald().report, holding("authors", "A. Writer"), "authors: "),
    "no number": (QUOTED, holding("score", float("nan")), "is not JSON"),
    "no JSON value": (QUOTED, holding("score", {1, 2}), "is not JSON"),
    "coordinate as string": (SEL, holding("latitude", "61.25"), "latitude: Input should be a"),
    "coordinate missing": (SEL, without("longitude"), "longitude: Field required"),
    "unknown precision of a place": (SEL, holding("precision", "hamlet"), "precision: Input"),
    "time without a value": (MONDAY, without("value"), "value: Field required"),
    "unknown precision of a time": (MONDAY, holding("precision", None), "precision: Input"),
    "event without a trigger": (STRIKE, without("trigger"), "trigger: Field required"),
    "unknown code of an event": (STRIKE, holding("code", "assault"), "code: Input should be"),
    "event without a status": (STRIKE, holding("status", None), "status: Input should be"),
    "participant without words": (
        REFUSAL,
        lambda data: data["actors"][0].pop("span"),
        "actors.0.span: Field required",
    ),
    "quantity that is no number": (
        HARM,
        lambda data: data["quantities"][0].update(low="none"),
        "quantities.0.low: Input should be a valid integer",
    ),
    "place of an event without a name": (
        DEPARTURE,
        lambda data: data["place"].pop("name"),
        "place.name: Field required",
    ),
    "relation from nobody": (CITED, without("from"), "from: Field required"),
    "relation by the name in code": (
        CITED,
        lambda data: data.update(from_=data.pop("from")),
        "from: Field required",
    ),
    "relation by both names": (CITED, holding("from_", "a-0"), "from_: Unexpected keyword"),
    "a statement that is from somebody": (QUOTED, holding("from", "a-0"), "from: Unexpected"),
    "claim without members": (DISPUTE, without("members"), "members: Field required"),
    "unknown standing": (DISPUTE, holding("standing", "true"), "standing: Input should be"),
    "gist from nowhere": (
        DISPUTE,
        lambda data: data["gist_at"].pop("report"),
        "gist_at.report: Field required",
    ),
    "member without a stance": (
        DISPUTE,
        lambda data: data["members"][1].pop("stance"),
        "members.1.stance: Field required",
    ),
    "link from nobody": (CITATION, without("from"), "from: Field required"),
    "link without a clash": (CITATION, without("clash"), "clash is missing"),
    "evidence of no report": (
        CITATION,
        lambda data: data["evidence"][0].update(report=None),
        "evidence.0.report: Input should be a valid string",
    ),
    "judgement by nobody": (RATED, without("by"), "by: Field required"),
    "judgement without a claim": (RATED, without("claim"), "claim is missing"),
    "half a character pair": (refused(), holding("reason", "\ud800"), "reject"),
}


@pytest.mark.parametrize("what", WRONG)
def test_json_that_is_no_record_is_refused(what: str) -> None:
    record, spoil, message = WRONG[what]
    data = to_json(record)
    spoil(data)
    with pytest.raises(RecordError) as raised:
        from_json(data)
    assert message in str(raised.value)
    if what != "no id" and "type" not in what:
        assert record.id in str(raised.value)
