"""Lists a page at a time, and reports as a list tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from sayso.ledger import (
    ActorQuery,
    AnyQuery,
    ClaimQuery,
    EventQuery,
    JudgementQuery,
    Ledger,
    LinkQuery,
    PlaceQuery,
    RejectQuery,
    RelationQuery,
    ReportQuery,
    StatementQuery,
    TimeQuery,
    languages,
    page_of,
    publishers,
    report_entries,
)
from sayso.ledger.selection import select_reports
from sayso.model import Act, Reading, RecordNotFound
from tests.claim_samples import write_joined
from tests.postgres import Somewhere, Where, on_sqlite
from tests.samples import authors_word, gazette, herald, reading_of, refused, report

QUERIES: tuple[AnyQuery, ...] = (
    *(ReportQuery(newest=newest) for newest in (False, True)),
    *(StatementQuery(), StatementQuery(act=Act.SAY), StatementQuery(text="strike")),
    *(EventQuery(), RelationQuery(), ActorQuery(), PlaceQuery(), TimeQuery()),
    *(ClaimQuery(), LinkQuery(), JudgementQuery(), RejectQuery()),
)
DATES = ("2031-05-06", "2031-05", None, "2031-05-06", "2030", None)


def dated(number: int, published: str | None) -> Reading:
    of = report(f"Report number {number}.", published=published, title=f"The été {number}th")
    return reading_of(of, authors_word(of, of.text))


@pytest.fixture(scope="module")
def ledger(somewhere: Somewhere) -> Iterator[Ledger]:
    with somewhere() as place, Ledger(place) as made:
        for reading in (herald(), gazette()):
            made.add(reading)
        for number, published in enumerate(DATES):
            made.add(dated(number, published))
        write_joined(made)
        made.add_reject(refused())
        yield made


def pages(ledger: Ledger, query: AnyQuery, size: int) -> Iterator[tuple[str, ...]]:
    after = None
    while True:
        found = page_of(ledger, query, size, after=after)
        yield tuple(one.id for one in found.records)
        if not found.is_more:
            return
        after = found.records[-1].id


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query}"[:40])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(size=st.integers(1, 30))
def test_the_pages_are_the_list(ledger: Ledger, query: AnyQuery, size: int) -> None:
    whole = page_of(ledger, query, 1_000)
    assert not whole.is_more
    assert whole.records
    found = list(pages(ledger, query, size))
    assert [*chain.from_iterable(found)] == [one.id for one in whole.records]
    assert {len(one) for one in found[:-1]} <= {size}


@pytest.mark.parametrize(
    ("query", "of"),
    [
        (StatementQuery(), "statements"),
        (EventQuery(), "events"),
        (ActorQuery(), "actors"),
        (ClaimQuery(), "claims"),
        (LinkQuery(), "links"),
        (JudgementQuery(), "judgements"),
    ],
    ids=str,
)
def test_the_order_is_that_of_the_lists_of_the_ledger(
    ledger: Ledger, query: AnyQuery, of: str
) -> None:
    assert [*page_of(ledger, query, 1_000).records] == [*getattr(ledger, of)()]


def test_the_newest_reports_are_the_earliest_backwards_but_for_those_without_a_date(
    ledger: Ledger,
) -> None:
    earliest = [one for one in ledger.reports() if one.published]
    newest = page_of(ledger, ReportQuery(newest=True), 100).records
    assert [*newest[: len(earliest)]] == earliest[::-1]
    assert all(one.published is None for one in newest[len(earliest) :])  # type: ignore[union-attr]


def test_a_page_cannot_go_on_from_what_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(RecordNotFound, match="begin it again"):
        page_of(ledger, StatementQuery(), 3, after="s-0000000000000000")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        (ReportQuery(title="DOUB"), ["Doubts"]),
        (ReportQuery(title="éTé 5"), ["The été 5th"]),
        (ReportQuery(title="100%"), []),
        (ReportQuery(publisher="Harbour Post"), ["Strike denied"]),
        (ReportQuery(language="xx"), []),
        (ReportQuery(until="2030"), ["The été 4th"]),
        (ReportQuery(report=herald().report.id[:10]), ["Strike denied"]),
    ],
    ids=str,
)
def test_reports_are_listed_by_what_is_asked(
    ledger: Ledger, query: ReportQuery, titles: list[str]
) -> None:
    assert [one.title for one in report_entries(ledger, query, 100).entries] == titles


def test_a_list_counts_what_others_say_and_deny(ledger: Ledger) -> None:
    [entry] = report_entries(ledger, ReportQuery(title="Strike denied"), 5).entries
    credited = [one for one in herald().statements if one.depth]
    assert (entry.statements, entry.denials) == (len(credited), 1)


def test_a_report_without_a_title_is_told_by_its_beginning(where: Where) -> None:
    untitled = dated(1, None)
    untitled = replace(untitled, report=replace(untitled.report, title=None))
    with Ledger(where) as ledger:
        ledger.add(untitled)
        [entry] = report_entries(ledger, ReportQuery(), 5).entries
    assert entry.title == "Report number 1."


def test_publishers_and_languages_are_told(ledger: Ledger) -> None:
    assert publishers(ledger) == ("Harbour Post",)
    assert languages(ledger) == ("en",)


@on_sqlite
@pytest.mark.parametrize("newest", [False, True])
def test_the_list_of_reports_touches_no_text(ledger: Ledger, *, newest: bool) -> None:
    columns = [select_reports(ReportQuery()).selected_columns[name] for name in ("id", "title")]
    query = select_reports(ReportQuery(newest=newest, limit=3), *columns)
    told = query.compile(dialect=dialect(), compile_kwargs={"literal_binds": True})
    with ledger.snapshot() as connection:
        plan = [step[3] for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}")]
    assert plan == [
        "SCAN reports USING COVERING INDEX ix_reports_published_id_title_publisher_language"
    ]


def test_the_version_changes_with_the_ledger_and_only_then(where: Where) -> None:
    with Ledger(where) as ledger:
        first = ledger.version
        assert ledger.counts().reports == 0
        assert ledger.version == first
        ledger.add(herald())
        second = ledger.version
        with Ledger(where) as other:
            other.add(gazette())
        assert len({first, second, ledger.version}) == 3
