"""Every query that a page sends is answered by an index, however large the ledger becomes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.plans import WHOLE, Query, excused, fill, plans, queries
from sayso.ledger import Ledger
from tests.postgres import Server

_REPORTS = 110
"""Five and a half thousand statements: less than a page of some records does not need an index."""


@pytest.fixture(scope="module")
def where(postgres: Server) -> Iterator[str]:
    with postgres.new_ledger() as where:
        fill(where, _REPORTS)
        yield where


@pytest.fixture(scope="module")
def asked(where: str) -> list[Query]:
    return queries(where)


@pytest.mark.slow
def test_no_query_goes_through_a_whole_table(
    where: str, asked: list[Query], tmp_path: Path
) -> None:
    assert len(asked) > 150
    walked = []
    with (tmp_path / "plans.txt").open("w") as told:
        for query, steps in plans(where, asked, as_if_large=True):
            print(query.address, query.sql, *steps, sep="\n", end="\n\n", file=told)
            if any(step.whole for step in steps) and not excused(query):
                walked.append((query.address, query.sql, steps))
    assert not walked


@pytest.mark.slow
def test_what_is_excused_is_asked(asked: list[Query]) -> None:
    for words in WHOLE:
        assert any(words in query.sql for query in asked), words


@pytest.mark.slow
def test_a_table_without_its_index_is_gone_through(where: str, asked: list[Query]) -> None:
    lists = [query for query in asked if query.address == "/reports"]
    with Ledger(where) as ledger, ledger.writing() as connection:
        connection.exec_driver_sql("DROP INDEX ix_reports_newest")
    found = [step for _, steps in plans(where, lists, as_if_large=True) for step in steps]
    assert any(step.whole and step.table == "reports" for step in found)
