"""What is asked across reports: parties, ties, days and places, a page at a time."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Select
from sqlalchemy.dialects.sqlite import dialect

from sayso.ledger import (
    Ledger,
    LookFor,
    NetworkQuery,
    Page,
    PartyQuery,
    SpotQuery,
    Told,
    verify,
)
from sayso.ledger.across import days, parties
from sayso.model import (
    Act,
    ActorKind,
    EventType,
    Reading,
    RecordNotFound,
    Stance,
    Status,
)
from sayso.model.parties import party_id
from tests.across_samples import several
from tests.ledger.test_ledger_schema import of_schema
from tests.postgres import Somewhere, Where, on_sqlite
from tests.samples import SEL, gazette, herald
from tests.strategies import readings

IDA = party_id(ActorKind.PERSON, "IDA")
FRONT = party_id(ActorKind.ARMED_GROUP, "front")
UNION = party_id(ActorKind.ORGANISATION, "the union")
OLE = party_id(ActorKind.PERSON, "Ole")
DAYS = {one.report.id: number for number, one in enumerate(several())}


@pytest.fixture(scope="module")
def ledger(somewhere: Somewhere) -> Iterator[Ledger]:
    with somewhere() as place, Ledger(place) as ledger:
        for reading in reversed(several()):
            ledger.add(reading)
        yield ledger


def numbers(told: Sequence[Told]) -> list[int]:
    """Of which of the reports these are."""
    return [DAYS[one.report.id] for one in told]


def test_actors_of_one_name_and_kind_are_one_party(ledger: Ledger) -> None:
    ida, front, *_ = ledger.parties.list(PartyQuery())
    assert (ida.id, ida.name, ida.kind, ida.countries) == (IDA, "Ida", ActorKind.PERSON, ("NOR",))
    assert (ida.actors, ida.said, ida.denied, ida.acted, ida.befell) == (4, 4, 0, 0, 0)
    assert ledger.parties.one(UNION).accused == 3
    assert ledger.parties.one(OLE).denied == 1
    assert front.id in (FRONT, UNION)
    assert ledger.parties.one(FRONT).name == "The Front"


LISTED: list[tuple[dict[str, Any], set[str]]] = [
    ({"name": "FRONT"}, {"The Front"}),
    ({"name": "the  front"}, {"The Front"}),
    ({"name": "un"}, {"the Union"}),
    ({"name": "%"}, set()),
    ({"kind": (ActorKind.ARMED_GROUP,)}, {"The Front", "The Guard"}),
    ({"country": "nor"}, {"Ida"}),
    ({"country": "NOR", "kind": (ActorKind.MEDIA,)}, set()),
    ({"limit": 1}, {"Ida"}),
]


@pytest.mark.parametrize(("asked", "found"), LISTED)
def test_parties_are_found_by_what_is_known_of_them(
    ledger: Ledger, asked: dict[str, Any], found: set[str]
) -> None:
    assert {one.name for one in ledger.parties.list(PartyQuery(**asked))} == found


def test_a_list_of_parties_goes_on_after_the_last(ledger: Ledger) -> None:
    whole = ledger.parties.list(PartyQuery())
    assert len(whole) == 6
    for at, one in enumerate(whole, start=1):
        assert ledger.parties.list(PartyQuery(after=one.id)) == whole[at:]


def test_nobody_has_an_unknown_id(ledger: Ledger) -> None:
    for ask in (ledger.parties.one, lambda name: ledger.parties.list(PartyQuery(after=name))):
        with pytest.raises(RecordNotFound, match="n-0"):
            ask("n-0")


ASKED: list[tuple[Callable[[Ledger, Page], tuple[Told, ...]], list[int]]] = [
    (lambda ledger, page: ledger.parties.statements(IDA, page), [0, 1, 2, 3]),
    (lambda ledger, page: ledger.parties.statements(OLE, page, act=(Act.DENY,)), [4]),
    (lambda ledger, page: ledger.parties.statements(OLE, page, stance=Stance.DENIES), [4]),
    (lambda ledger, page: ledger.parties.statements(IDA, page, stance=Stance.DENIES), []),
    (lambda ledger, page: ledger.parties.events(FRONT, "actor", page), [0, 1, 2]),
    (lambda ledger, page: ledger.parties.events(FRONT, "recipient", page), []),
    (lambda ledger, page: ledger.parties.events(UNION, "recipient", page), [0, 1, 3]),
    (
        lambda ledger, page: ledger.parties.events(UNION, "recipient", page, EventType.ACCUSE),
        [0, 1, 3],
    ),
    (lambda ledger, page: ledger.parties.events(OLE, "recipient", page, EventType.AID), []),
    (lambda ledger, page: ledger.parties.relations(FRONT, page), [0, 1, 2]),
    (lambda ledger, page: ledger.parties.relations(UNION, page), [0, 1, 3]),
    (lambda ledger, page: ledger.parties.statements_on(UNION, page), [0, 1, 3]),
    (lambda ledger, page: ledger.parties.statements_on(IDA, page), []),
    (lambda ledger, page: ledger.days.said(LookFor(), page), [0, 1, 2, 4]),
    (lambda ledger, page: ledger.days.said(LookFor(words="talks"), page), [4]),
    (lambda ledger, page: ledger.days.said(LookFor(words='"in sel"'), page), [0, 1, 2]),
    (lambda ledger, page: ledger.days.said(LookFor(actor="id"), page), [0, 1, 2]),
    (lambda ledger, page: ledger.days.said(LookFor(actor=OLE), page), [4]),
    (lambda ledger, page: ledger.days.said(LookFor(actor="nobody"), page), []),
    (lambda ledger, page: ledger.days.said(LookFor(place="sel"), page), [0, 1, 2]),
    (lambda ledger, page: ledger.days.said(LookFor(place="Se"), page), []),
    (lambda ledger, page: ledger.days.said(LookFor(since="2031-05-03"), page), [1, 2, 4]),
    (lambda ledger, page: ledger.days.said(LookFor(until="2031-05-02"), page), [0]),
    (lambda ledger, page: ledger.days.happened(LookFor(), page), [1, 0, 2, 3]),
    (lambda ledger, page: ledger.days.happened(LookFor(words="ole accused"), page), [2]),
    (lambda ledger, page: ledger.days.happened(LookFor(actor="guard"), page), [3]),
    (lambda ledger, page: ledger.days.happened(LookFor(place="SEL"), page), [1, 0, 2, 3]),
    (lambda ledger, page: ledger.days.happened(LookFor(since="2031-05"), page), [0, 2, 3]),
    (lambda ledger, page: ledger.days.happened(LookFor(until="2031-05-01"), page), [1, 0]),
    (lambda ledger, page: ledger.spots.events_at("Sel", SpotQuery(), page), [0, 1, 2, 3]),
    (
        lambda ledger, page: ledger.spots.events_at("Sel", SpotQuery(since="2031-05-02"), page),
        [2, 3],
    ),
    (lambda ledger, page: ledger.spots.events_at("Oslo", SpotQuery(), page), []),
]


def sorted_in_day(found: list[int]) -> list[int]:
    """The reports 1 and 2 are of one day: their ids, which follow from their words, order them."""
    ids = {number: report for report, number in DAYS.items()}
    at = [place for place, one in enumerate(found) if one in (1, 2)]
    if len(at) == 2 and at[1] == at[0] + 1:
        found = [*found]
        found[at[0]], found[at[1]] = sorted((found[at[0]], found[at[1]]), key=lambda one: ids[one])
    return found


@pytest.mark.parametrize(("ask", "found"), ASKED)
@pytest.mark.parametrize(
    "sizes",
    [(2_000, 100_000), (0, 100_000), (0, 0)],
    ids=["few have the words", "some have them", "most have them"],
)
def test_records_are_found_and_paged(
    ledger: Ledger,
    ask: Callable[[Ledger, Page], tuple[Told, ...]],
    found: list[int],
    sizes: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sayso.ledger.across.narrowing._FEW", sizes[0])
    monkeypatch.setattr("sayso.ledger.across.narrowing._MANY", sizes[1])
    whole = ask(ledger, Page())
    assert numbers(whole) == sorted_in_day(found)
    paged: list[Told] = []
    while page := ask(ledger, Page(limit=2, after=paged[-1].record.id if paged else None)):
        paged += page
    assert tuple(paged) == whole


def test_a_page_after_nothing_is_told(ledger: Ledger) -> None:
    with pytest.raises(RecordNotFound, match="begin at the first page"):
        ledger.days.said(LookFor(), Page(after="s-0"))
    with pytest.raises(RecordNotFound, match="begin at the first page"):
        ledger.days.happened(LookFor(), Page(after="e-0"))


def test_a_row_tells_through_whom_it_came(where: Where) -> None:
    with Ledger(where) as ledger:
        ledger.add(herald())
        told = ledger.days.said(LookFor(), Page())
    assert [one.voices for one in told] == [
        ("The Herald",),
        ("The Herald", "officials"),
        ("Óskar Dal",),
    ]
    assert {one.report.title for one in told} == {"Strike denied"}
    assert told[0].report.beginning == herald().report.text[:80]


def test_places_are_told_with_their_events(ledger: Ledger) -> None:
    [sel] = ledger.spots.most_told(SpotQuery())
    assert (sel.name, sel.country, sel.events) == ("Sel", "NOR", 4)
    assert (sel.latitude, sel.longitude) == (SEL["latitude"], SEL["longitude"])
    assert ledger.spots.most_told(SpotQuery(until="2031-04"))[0].events == 1
    assert ledger.spots.most_told(SpotQuery(country="swe")) == ()
    assert ledger.spots.most_told(SpotQuery(limit=0)) == ()


NETWORKS: list[tuple[dict[str, Any], set[tuple[str, str, str, int]]]] = [
    (
        {},
        {
            ("Ida", "The Front", "speaks_of", 3),
            ("Ida", "The Guard", "speaks_of", 1),
            ("Ida", "the Union", "speaks_of", 3),
            ("Ida", "Ole", "speaks_of", 1),
            ("The Front", "the Union", "ACCUSE", 2),
            ("The Front", "the Union", "opposes", 2),
            ("The Front", "Ole", "ACCUSE", 1),
            ("The Front", "Ole", "opposes", 1),
            ("The Guard", "the Union", "ACCUSE", 1),
            ("The Guard", "the Union", "opposes", 1),
        },
    ),
    (
        {"party": FRONT, "parties": 2},
        {("The Front", "the Union", "ACCUSE", 2), ("The Front", "the Union", "opposes", 2)},
    ),
    ({"statuses": (Status.NEGATED,), "since": "2031-05-05"}, set()),
    (
        {"until": "2031-04"},
        {("The Front", "the Union", "ACCUSE", 1)},
    ),
]


@pytest.mark.parametrize(("asked", "found"), NETWORKS)
def test_who_speaks_of_and_acts_on_whom(
    ledger: Ledger, asked: dict[str, Any], found: set[tuple[str, str, str, int]]
) -> None:
    network = ledger.ties.network(NetworkQuery(**asked))
    names = {party: name for party, (name, _) in network.parties.items()}
    told = {(names[tie.from_], names[tie.to], tie.kind, tie.times) for tie in network.ties}
    assert told == found


def test_a_long_time_has_the_parties_of_the_whole_ledger(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.ledger.across.ties._LOOKED_AT", 0)
    network = ledger.ties.network(NetworkQuery(parties=2, since="2031"))
    strongest = ledger.parties.list(PartyQuery(limit=2))
    assert list(network.parties) == [one.id for one in strongest]


def test_ties_are_dated_and_lead_to_their_words(ledger: Ledger) -> None:
    network = ledger.ties.network(NetworkQuery())
    [accuses] = [
        tie
        for tie in network.ties
        if (tie.from_, tie.kind) == (FRONT, "ACCUSE") and tie.to == UNION
    ]
    assert (accuses.first, accuses.last) == ("2031-04-01", "2031-05-01")
    words = ledger.ties.between(FRONT, UNION, NetworkQuery(limit=10))
    assert numbers(words) == [1, 0]
    assert numbers(ledger.ties.between(FRONT, UNION, NetworkQuery(since="2031-05"))) == [0, 1]


def test_what_is_counted_is_verified(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(herald())
        assert list(verify(ledger)) == []
    for damage, message in (
        ("UPDATE parties SET said = said + 1 WHERE name = 'officials'", "the party is not what"),
        ("DELETE FROM parties WHERE name = 'officials'", "the party is not what"),
        ("UPDATE ties SET day = '2000' WHERE kind = 'leads'", "a tie is gone"),
        ("DELETE FROM ties WHERE kind = 'leads'", "a tie is gone"),
    ):
        copy = tmp_path / "damaged.db"
        copy.write_bytes(path.read_bytes())
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute(damage).rowcount == 1
            connection.commit()
        with Ledger(copy) as ledger:
            assert [one.message[: len(message)] for one in verify(ledger)] == [message]


def counted(ledger: Ledger) -> tuple[list[Any], list[Any]]:
    """All rows of parties and ties, but for the keys of ties."""
    with ledger.snapshot() as connection:
        return tuple(
            sorted(map(repr, connection.exec_driver_sql(query)))
            for query in (
                "SELECT * FROM parties",
                'SELECT report, statement, record, "from", "to", kind, status, day FROM ties',
            )
        )  # type: ignore[return-value]


@settings(max_examples=20, deadline=None)
@given(read=st.lists(readings(), max_size=3, unique_by=lambda one: one.report.id), data=st.data())
def test_the_order_of_reports_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, read: list[Reading], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    other = data.draw(st.permutations(read))
    with Ledger(folder / "one.db") as one, Ledger(folder / "other.db") as another:
        for reading in read:
            one.add(reading)
        for reading in (*other, gazette()):
            another.add(reading)
        if gazette().report.id not in one.report_ids():
            another.delete(gazette().report.id, by="me", at="2031-05-06T00:00:00Z", reason="a test")
        assert counted(one) == counted(another)


def test_a_ledger_brought_up_to_date_is_counted_as_a_new_one(tmp_path: Path) -> None:
    with Ledger(of_schema(6, tmp_path / "old.db")) as old, Ledger(tmp_path / "new.db") as new:
        new.add(herald())
        assert counted(old) == counted(new)
        assert all(counted(old))


def plan(ledger: Ledger, query: Select[Any]) -> list[str]:
    """How SQLite goes through the tables for `query`."""
    sql = str(query.compile(dialect=dialect(), compile_kwargs={"literal_binds": True}))
    with ledger.snapshot() as connection:
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]


@on_sqlite
def test_pages_go_through_an_index_in_their_order(ledger: Ledger) -> None:
    look = LookFor(words="talks", actor="ida")
    with ledger.snapshot() as connection:
        said = days._said(connection, look, Page(limit=5))
        happened = days._happened(connection, look, Page(limit=5))
        listed = parties._asked_for(connection, PartyQuery(limit=5))
    first, *on = plan(ledger, said)
    assert first.startswith("SEARCH reports USING COVERING INDEX ix_reports_published_id")
    assert any(each.startswith("SEARCH statements USING INDEX ix_statements_report") for each in on)
    assert plan(ledger, happened)[0].startswith("SEARCH events USING INDEX ix_events_time_first")
    assert plan(ledger, listed) == ["SCAN parties USING INDEX ix_parties_weight_id"]
