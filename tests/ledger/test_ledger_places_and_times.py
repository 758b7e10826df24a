from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from sayso.ledger import Ledger, PlaceQuery, TimeQuery
from sayso.ledger.selection import select_places, select_times
from sayso.model import LedgerError, PlacePrecision, Reading, TimePrecision
from tests.postgres import Somewhere, on_sqlite
from tests.samples import SEL, place, reading_of, report, time

EARLY = report(
    "Fog closed New\nHaven on Monday. From Oster to Sel it lay until early May.",
    published="2031-04-08",
)
LATE = report("Recently Sel saw two days of rain on Monday.", published="2031-05-06")
UNDATED = report("In 1931 the Strand of Sel was built.")

COUNTY = {"country": "NOR", "latitude": 60.0, "longitude": 10.0}
"""Of no id in the gazetteer."""


def early() -> Reading:
    return reading_of(
        EARLY,
        places=(
            place(EARLY, "Sel", **SEL),
            place(EARLY, "Oster", **COUNTY, name="Østre", precision=PlacePrecision.DISTRICT),
            place(EARLY, "New\nHaven", name="New Haven"),
        ),
        times=(
            time(EARLY, "early May", value="2031-05", precision=TimePrecision.MONTH),
            time(EARLY, "Monday", value="2031-04-07", precision=TimePrecision.DAY),
        ),
    )


def late() -> Reading:
    return reading_of(
        LATE,
        places=(place(LATE, "Sel", **SEL),),
        times=(
            time(LATE, "Recently"),
            time(LATE, "two days", value="P2D", precision=TimePrecision.DURATION),
            time(LATE, "Monday", value="2031-05-05", precision=TimePrecision.DAY),
        ),
    )


def undated() -> Reading:
    strand = {**SEL, "country": "DNK", "precision": PlacePrecision.POINT}
    return reading_of(
        UNDATED,
        places=(place(UNDATED, "Strand of Sel", **strand), place(UNDATED, "Sel", **SEL)),
        times=(time(UNDATED, "1931", value="1931", precision=TimePrecision.YEAR),),
    )


@pytest.fixture(scope="module")
def ledger(somewhere: Somewhere) -> Any:
    with somewhere() as place, Ledger(place) as ledger:
        for reading in (late(), undated(), early()):
            ledger.add(reading)
        yield ledger


ALL_PLACES = ["New\nHaven", "Oster", "Sel", "Sel", "Strand of Sel", "Sel"]
ALL_TIMES = ["Monday", "early May", "Recently", "two days", "Monday", "1931"]

# Conditions → the words of the places that meet them, in order.
PLACES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ALL_PLACES),
    ({"name": "sel"}, ["Sel", "Sel", "Strand of Sel", "Sel"]),
    ({"name": "strand"}, ["Strand of Sel"]),
    ({"name": "ØSTRE"}, ["Oster"]),  # the gazetteer's name
    ({"name": "oster"}, ["Oster"]),  # the report's
    ({"name": "new  haven"}, ["New\nHaven"]),  # over a line end
    ({"name": "%"}, []),
    ({"name": ""}, ALL_PLACES),
    ({"country": "NOR"}, ["Oster", "Sel", "Sel", "Sel"]),
    ({"country": "dnk"}, ["Strand of Sel"]),
    ({"country": "NO"}, []),
    ({"precision": PlacePrecision.POINT}, ["Strand of Sel"]),
    (
        {"precision": [PlacePrecision.POINT, PlacePrecision.DISTRICT]},
        ["Oster", "Strand of Sel"],
    ),
    ({"resolved": False}, ["New\nHaven"]),
    ({"resolved": True}, ALL_PLACES[1:]),
    ({"report": LATE.id[:8]}, ["Sel"]),
    ({"since": "2031-05"}, ["Sel"]),
    ({"until": "2031-05-05"}, ["New\nHaven", "Oster", "Sel"]),
    ({"country": "NOR", "name": "sel", "until": "2031-04"}, ["Sel"]),
    ({"limit": 2}, ["New\nHaven", "Oster"]),
    ({"limit": 0}, []),
]

# Conditions → the words of the times that meet them, in order.
TIMES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ALL_TIMES),
    ({"text": "MON"}, ["Monday", "Monday"]),
    ({"text": "_"}, []),
    ({"text": ""}, ALL_TIMES),
    ({"value": "2031-05"}, ["early May", "Monday"]),
    ({"value": "2031-05-05"}, ["Monday"]),
    ({"value": "P"}, ["two days"]),
    ({"value": "%"}, []),
    ({"precision": TimePrecision.DAY}, ["Monday", "Monday"]),
    (
        {"precision": [TimePrecision.MONTH, TimePrecision.YEAR]},
        ["early May", "1931"],
    ),
    ({"resolved": False}, ["Recently"]),
    ({"resolved": True}, [words for words in ALL_TIMES if words != "Recently"]),
    ({"report": EARLY.id}, ["Monday", "early May"]),
    ({"since": "2031-05-06"}, ["Recently", "two days", "Monday"]),
    ({"until": "2031-04"}, ["Monday", "early May"]),
    ({"text": "monday", "since": "2031-05"}, ["Monday"]),
    ({"limit": 1}, ["Monday"]),
]


@pytest.mark.parametrize(("conditions", "expected"), PLACES, ids=[str(q) for q, _ in PLACES])
def test_the_places_that_meet_the_conditions(
    ledger: Ledger, conditions: dict[str, Any], expected: list[str]
) -> None:
    found = [each.span.text for each in ledger.places(PlaceQuery(**conditions))]
    assert found == expected


@pytest.mark.parametrize(("conditions", "expected"), TIMES, ids=[str(q) for q, _ in TIMES])
def test_the_times_that_meet_the_conditions(
    ledger: Ledger, conditions: dict[str, Any], expected: list[str]
) -> None:
    found = [each.span.text for each in ledger.times(TimeQuery(**conditions))]
    assert found == expected


def test_places_and_times_come_back_whole(ledger: Ledger) -> None:
    places = [*early().places[::-1], *late().places, *undated().places]
    assert list(ledger.places()) == places
    assert ledger.reading(EARLY.id).times == early().times[::-1]


@on_sqlite
@pytest.mark.parametrize(
    ("selected", "table"),
    [
        (select_places(PlaceQuery(limit=3)), "places"),
        (select_places(PlaceQuery(limit=3, country="NOR")), "places"),
        (select_times(TimeQuery(limit=3)), "times"),
        (select_times(TimeQuery(limit=3, value="2031")), "times"),
    ],
)
def test_the_first_are_found_without_sorting_all(ledger: Ledger, selected: Any, table: str) -> None:
    told = selected.compile(dialect=dialect(), compile_kwargs={"literal_binds": True})
    with ledger.snapshot() as connection:
        plan = [step[3] for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}")]
    assert plan[0].endswith("reports USING COVERING INDEX ix_reports_published_id")
    assert f"{table} USING INDEX ix_{table}_report_span_start (report=?)" in plan[1]
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize("query", [PlaceQuery, TimeQuery])
@pytest.mark.parametrize(
    ("conditions", "message"),
    [({"since": "yesterday"}, "'yesterday' is no date"), ({"limit": -1}, "the limit is -1")],
)
def test_conditions_without_sense_are_refused(
    query: type[PlaceQuery | TimeQuery], conditions: dict[str, Any], message: str
) -> None:
    with pytest.raises(LedgerError, match=message):
        query(**conditions)


HARD = st.text(
    st.sampled_from("ab\"*^:-+(){}\\'%_ \n") | st.characters(codec="utf-8", exclude_characters="\0")
)


@given(HARD)
def test_nothing_typed_is_an_error(ledger: Ledger, typed: str) -> None:
    list(ledger.places(PlaceQuery(name=typed, country=typed, report=typed)))
    list(ledger.times(TimeQuery(text=typed, value=typed, report=typed)))
