"""Events and relations found in the ledger by what is known of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from sayso.ledger import EventQuery, Ledger, RelationQuery
from sayso.ledger.selection import select_events, select_relations
from sayso.model import (
    ActorKind,
    EventType,
    LedgerError,
    Reading,
    RelationKind,
    Status,
    TimePrecision,
)
from tests.postgres import Somewhere, Where, on_sqlite
from tests.samples import (
    SEL,
    actor,
    authors_word,
    event,
    happened_at,
    happened_on,
    herald,
    others_word,
    party,
    place,
    quote,
    reading_of,
    relation,
    report,
    time,
)

EARLY = report(
    "Dockers of the Harbour\nUnion marched in Sel on Friday. They met Oslo's envoy in spring."
    " Guards fired at them last week, Ida says.",
    published="2031-04-08",
)
LATE = report("The Union will strike.", published="2031-07-01")


def early() -> Reading:
    union = actor(EARLY, "the Harbour\nUnion", "They", "them", name="Harbour Union")
    envoy = actor(EARLY, "Oslo's envoy", kind=ActorKind.GOVERNMENT)
    ida = actor(EARLY, "Ida")
    sel = place(EARLY, "Sel", **SEL)
    friday, spring, week = (
        time(EARLY, words, value=value, precision=precision)
        for words, value, precision in (
            ("Friday", "2031-04-04", TimePrecision.DAY),
            ("spring", "2031-21", TimePrecision.SEASON),
            ("last week", "2031-03-31/2031-04-06", TimePrecision.WEEK),
        )
    )
    first, second, third = (
        authors_word(EARLY, words)
        for words in (
            "Dockers of the Harbour\nUnion marched in Sel on Friday.",
            "They met Oslo's envoy in spring.",
            "Guards fired at them last week, Ida says.",
        )
    )
    said = others_word(EARLY, third, ida, ("Ida", "says", "Guards fired at them last week"))
    marched = event(
        EARLY,
        first,
        "marched",
        EventType.PROTEST,
        mode="demo",
        context="human_rights",
        actors=(party(EARLY, "Dockers", union),),
        place=happened_at(sel),
        time=happened_on(friday),
        score=0.9,
    )
    met = event(
        EARLY,
        second,
        "met",
        EventType.CONSULT,
        actors=(party(EARLY, "They", union), party(EARLY, "Oslo's envoy", envoy)),
        time=happened_on(spring),
    )
    fired = event(
        EARLY,
        said,
        "fired",
        EventType.ASSAULT,
        mode="firearms",
        actors=(party(EARLY, "Guards"),),
        recipients=(party(EARLY, "them", union),),
        time=happened_on(week),
    )
    return reading_of(
        EARLY,
        *(first, second, third, said),
        events=(fired, met, marched),
        relations=(
            relation(said, (ida, RelationKind.OPPOSES, union), quote(EARLY, "fired"), score=0.9),
            relation(first, (union, RelationKind.SUPPORTS, envoy), quote(EARLY, "Dockers")),
        ),
        actors=(union, envoy, ida),
        places=(sel,),
        times=(friday, spring, week),
    )


def late() -> Reading:
    union, state = actor(LATE, "The Union"), actor(LATE, "strike", name="Norway")
    whole = authors_word(LATE, LATE.text)
    strike = event(
        LATE,
        whole,
        "strike",
        EventType.PROTEST,
        mode="strike",
        actors=(party(LATE, "The Union", union),),
        status=Status.FUTURE,
    )
    led = relation(
        whole,
        (state, RelationKind.OPPOSES, union),
        quote(LATE, "Union"),
        status=Status.HISTORICAL,
    )
    return reading_of(LATE, whole, events=(strike,), relations=(led,), actors=(union, state))


@pytest.fixture(scope="module")
def ledger(somewhere: Somewhere) -> Iterator[Ledger]:
    with somewhere() as place, Ledger(place) as ledger:
        ledger.add(late())
        ledger.add(early())
        yield ledger


ALL_EVENTS = ["marched", "met", "fired", "strike"]
ALL_RELATIONS = ["Dockers", "fired", "Union"]

# Conditions → the triggers of the events that meet them, in order.
EVENTS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ALL_EVENTS),
    ({"code": EventType.PROTEST}, ["marched", "strike"]),
    ({"code": [EventType.CONSULT, EventType.ASSAULT]}, ["met", "fired"]),
    ({"mode": "firearms"}, ["fired"]),
    ({"mode": ["demo", "strike"]}, ["marched", "strike"]),
    ({"context": "human_rights"}, ["marched"]),
    ({"context": "human"}, []),
    ({"status": Status.FUTURE}, ["strike"]),
    ({"status": [Status.REPORTED, Status.NEGATED]}, ["marched", "met", "fired"]),
    ({"actor": "dockers"}, ["marched"]),  # by the words there
    ({"actor": "harbour union"}, ["marched", "met"]),  # by the actor's name
    ({"actor": "the harbour  union"}, ["marched", "met"]),  # by a mention elsewhere
    ({"actor": "union"}, ["marched", "met", "strike"]),
    ({"actor": "guards"}, ["fired"]),  # whoever that is
    ({"actor": "envoy"}, ["met"]),
    ({"actor": "%"}, []),
    ({"actor": ""}, ALL_EVENTS),
    ({"recipient": "union"}, ["fired"]),
    ({"recipient": "guards"}, []),
    ({"actor": "guards", "recipient": "union"}, ["fired"]),
    ({"place": "SE"}, ["marched"]),
    ({"place": "oslo"}, []),
    ({"country": "nor"}, ["marched"]),
    ({"country": "SWE"}, []),
    ({"source": "ida"}, ["fired"]),
    ({"source": "union"}, []),
    ({"text": "guards fired"}, ["fired"]),
    ({"text": "harbour"}, ["marched"]),
    ({"min_score": 0.6}, ["marched"]),
    ({"since": "2031-04-05"}, ["met", "fired"]),  # a season is known by its year
    ({"since": "2031-04-07"}, ["met"]),
    ({"since": "2031-04"}, ["marched", "met", "fired"]),
    ({"since": "2032"}, []),
    ({"until": "2031-04-03"}, ["met", "fired"]),
    ({"until": "2031-03"}, ["met", "fired"]),
    ({"until": "2031-03-30"}, ["met"]),
    ({"until": "2030"}, []),
    ({"since": "2031-04-04", "until": "2031-04-04"}, ["marched", "met", "fired"]),
    ({"report": LATE.id[:8]}, ["strike"]),
    ({"code": EventType.PROTEST, "status": Status.REPORTED}, ["marched"]),
    ({"limit": 2}, ["marched", "met"]),
    ({"limit": 0}, []),
]

# Conditions → the first words of the relations that meet them, in order.
RELATIONS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ALL_RELATIONS),
    ({"kind": RelationKind.OPPOSES}, ["fired", "Union"]),
    ({"kind": [RelationKind.SUPPORTS, RelationKind.LEADS]}, ["Dockers"]),
    ({"actor": "ida"}, ["fired"]),  # from
    ({"actor": "envoy"}, ["Dockers"]),  # to
    ({"actor": "harbour union"}, ["Dockers", "fired"]),
    ({"actor": "_"}, []),
    ({"status": Status.HISTORICAL}, ["Union"]),
    ({"status": [Status.REPORTED, Status.HISTORICAL]}, ALL_RELATIONS),
    ({"source": "Ida"}, ["fired"]),
    ({"text": "strike"}, ["Union"]),
    ({"min_score": 0.6}, ["fired"]),
    ({"report": EARLY.id}, ["Dockers", "fired"]),
    ({"limit": 1}, ["Dockers"]),
]


@pytest.mark.parametrize(("conditions", "expected"), EVENTS, ids=[str(q) for q, _ in EVENTS])
def test_the_events_that_meet_the_conditions(
    ledger: Ledger, conditions: dict[str, Any], expected: list[str]
) -> None:
    found = [each.trigger.text for each in ledger.events(EventQuery(**conditions))]
    assert found == expected


@pytest.mark.parametrize(("conditions", "expected"), RELATIONS, ids=[str(q) for q, _ in RELATIONS])
def test_the_relations_that_meet_the_conditions(
    ledger: Ledger, conditions: dict[str, Any], expected: list[str]
) -> None:
    found = [each.spans[0].text for each in ledger.relations(RelationQuery(**conditions))]
    assert found == expected


def test_events_and_relations_come_back_whole(ledger: Ledger) -> None:
    assert list(ledger.events()) == [*early().events[::-1], *late().events]
    assert list(ledger.relations()) == [*early().relations[::-1], *late().relations]


def test_more_events_than_are_held_at_once_keep_those_who_take_part(where: Where) -> None:
    words = [f"w{number:04}" for number in range(1200)]
    of = report(" ".join(words))
    whole = authors_word(of, of.text)
    made = tuple(
        event(of, whole, word, EventType.AID, recipients=(party(of, word),)) for word in words
    )
    with Ledger(where) as ledger:
        ledger.add(reading_of(of, whole, events=made))
        assert tuple(ledger.events()) == made
        assert ledger.counts().events == len(words)


def test_one_word_may_tell_of_two_types(where: Where) -> None:
    reading = herald()
    [_, strike, *_] = reading.events
    said = next(one for one in reading.statements if one.id == strike.statement)
    second = event(reading.report, said, "strike", EventType.THREATEN)
    with Ledger(where) as ledger:
        ledger.add(replace(reading, events=(*reading.events, second)))
        assert sum(one.trigger == strike.trigger for one in ledger.events()) == 2


@on_sqlite
@pytest.mark.parametrize(
    ("selected", "step"),
    [
        (
            select_events(EventQuery(limit=3)),
            "events USING INDEX ix_events_report_trigger_start (report=?)",
        ),
        (
            select_events(EventQuery(limit=3, code=EventType.AID)),
            "events USING INDEX ix_events_code_report_trigger_start (code=? AND report=?)",
        ),
        (
            select_events(EventQuery(limit=3, since="2031", actor="union", source="ida")),
            "events USING INDEX ix_events_report_trigger_start (report=?)",
        ),
        (
            select_relations(RelationQuery(limit=3, actor="union")),
            "relations USING INDEX ix_relations_report_span_start (report=?)",
        ),
    ],
)
def test_the_first_are_found_without_sorting_all(ledger: Ledger, selected: Any, step: str) -> None:
    told = selected.compile(dialect=dialect(), compile_kwargs={"literal_binds": True})
    with ledger.snapshot() as connection:
        plan = [each[3] for each in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}")]
    assert plan[0].endswith("reports USING COVERING INDEX ix_reports_published_id")
    assert step in plan[1]
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize(
    ("query", "conditions", "message"),
    [
        (EventQuery, {"since": "yesterday"}, "'yesterday' is no date"),
        (EventQuery, {"until": "2031-4"}, "'2031-4' is no date"),
        (EventQuery, {"limit": -1}, "the limit is -1"),
        (RelationQuery, {"limit": -1}, "the limit is -1"),
    ],
)
def test_conditions_without_sense_are_refused(
    query: type[EventQuery | RelationQuery], conditions: dict[str, Any], message: str
) -> None:
    with pytest.raises(LedgerError, match=message):
        query(**conditions)


HARD = st.text(
    st.sampled_from("ab\"*^:-+(){}\\'%_ \n") | st.characters(codec="utf-8", exclude_characters="\0")
)


@given(HARD)
def test_nothing_typed_is_an_error(ledger: Ledger, typed: str) -> None:
    words: dict[str, Any] = dict.fromkeys(("actor", "source", "text", "report"), typed)
    list(ledger.events(EventQuery(**words, mode=typed, context=typed, recipient=typed)))
    list(ledger.events(EventQuery(place=typed, country=typed)))
    list(ledger.relations(RelationQuery(**words)))
