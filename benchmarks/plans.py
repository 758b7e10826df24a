"""How PostgreSQL finds what the reading room's pages ask for: by which indexes.

    python -m benchmarks.plans [--reports 1000] > docs/postgresql-plans.md

A server of its own gets a made-up ledger; each page and each part of the API is opened, every query
that it sends is noted and explained.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

import psycopg
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from benchmarks.web import addresses
from benchmarks.web_ledger import make
from sayso.ledger import Ledger, PartyQuery
from sayso.ledger.schema import metadata
from sayso.model import Judgement, JudgementKind
from sayso.pipeline.judging import Given, decide
from sayso.web import People, Settings, create_app
from tests.postgres import binaries, served

_REPORTS = 1_000
_OF_A_PAGE = 6
"""So many addresses of each page are opened."""
_JUDGED_EACH = 100
"""One of so many statements is judged."""
_AS_IF_LARGE = (
    *("enable_seqscan = off", "enable_hashjoin = off", "enable_mergejoin = off"),
    *("cpu_tuple_cost = 1", "cpu_index_tuple_cost = 1", "random_page_cost = 0.1"),
)
"""Has the planner take what touches the fewest rows: small tables it would rather read whole."""
_WALKS = frozenset(("Index Scan", "Index Only Scan"))
_BY_INDEX = frozenset((*_WALKS, "Bitmap Index Scan"))

WHOLE: Mapping[str, str] = {
    "count(DISTINCT statements.source_actor)": (
        "the numbers on the board count everything; they are kept until the ledger changes"
    ),
    "NOT IN (SELECT linked.report": "finds what is not linked yet, which no index can hold",
    "FROM judgements AS undo": (
        "where few judgements are, it gathers them once, in place of asking for each statement by"
        " `ix_judgements_target_at`"
    ),
}
"""Queries that go through whole tables, known by a part of their words, and why they may."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a page asked for."""

    page: str
    address: str
    sql: str
    values: Any


@dataclass(frozen=True, slots=True)
class Step:
    """How a plan finds rows of a table: by an index, by its condition; null where there is none.

    `first` where only the first rows are wanted.
    """

    table: str
    index: str | None
    condition: str | None
    first: bool

    @property
    def whole(self) -> bool:
        """Whether this goes through the whole table or index, and so takes longer as it grows."""
        return self.condition is None and not (self.first and self.index)


def fill(where: str, reports: int) -> None:
    """Make up a ledger of so many reports, with judgements."""
    make(where, reports)
    with Ledger(where) as ledger:
        for statement in islice(ledger.statements(), 0, None, _JUDGED_EACH):
            ledger.add_judgement(_accepted(ledger, statement.id))
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def queries(where: str) -> list[Query]:
    """All queries that the pages send, once each."""
    with Ledger(where, mode="read") as ledger:
        asked = dict(addresses(ledger))
        known = {
            "report": next(ledger.reports()).id,
            "record": next(ledger.statements()).id,
            "claim": next(ledger.claims()).id,
            "party": ledger.parties.list(PartyQuery(limit=1))[0].id,
            "place": next(ledger.places()).name,
        }
    settings = Settings(
        ledger=where, people=People(()), hosts=frozenset({"testserver"}), read_only=True
    )
    found: dict[str, Query] = {}
    with TestClient(create_app(settings)) as client:
        paths = client.get("/api/openapi.json").json()["paths"]
        listed = [path.format(**known) for path, does in paths.items() if "get" in does]
        asked |= {path: [path] for path in listed}
        asked["raw bytes"] = [f"/reports/{known['report']}/raw"]
        for page, given in asked.items():
            for address in given[:: max(1, len(given) // _OF_A_PAGE)]:
                with _noted() as sent:
                    client.get(address)
                for sql, values in sent:
                    found.setdefault(sql, Query(page, address, sql, values))
    return list(found.values())


def plans(
    where: str, asked: Sequence[Query], *, as_if_large: bool
) -> Iterator[tuple[Query, list[Step]]]:
    """How the server finds the rows of each."""
    with psycopg.connect(where, autocommit=True) as connection:
        for setting in _AS_IF_LARGE if as_if_large else ():
            connection.execute(f"SET {setting}".encode())
        for query in asked:
            explain = f"EXPLAIN (FORMAT JSON) {query.sql}".encode()
            row = connection.execute(explain, query.values).fetchone()
            assert row is not None
            yield query, list(_steps(row[0][0]["Plan"], first=False))


def excused(query: Query) -> bool:
    """Whether `query` may go through a whole table."""
    return any(words in query.sql for words in WHOLE)


def document(where: str) -> str:
    """What the docs tell of the plans of a ledger."""
    by_page: defaultdict[str, set[str]] = defaultdict(set)
    for query, steps in plans(where, queries(where), as_if_large=True):
        by_page[query.page].update(
            f"`{step.index}`" for step in steps if step.index and not step.whole
        )
    rows = [f"| {page} | {', '.join(sorted(used))} |" for page, used in by_page.items()]
    reasons = [f"- `{words}`: {reason}." for words, reason in WHOLE.items()]
    return "\n".join([_HEAD, *rows, _EXCEPTIONS, *reasons])


_HEAD = """# By which indexes PostgreSQL finds what the pages ask for

`python -m benchmarks.plans` makes this table. It fills a ledger, opens each page of the reading
room and each part of its API, and has the server explain every query that was sent. A query stands
with the first page that sends it. `tests/web/test_postgres_plans.py` fails when a query goes
through a whole table, or a whole index, that is not told below.

| page | indexes |
|---|---|"""
_EXCEPTIONS = """
These go through whole tables. They are known by their words:
"""


def _accepted(ledger: Ledger, statement: str) -> Judgement:
    kind = JudgementKind.ACCEPT
    return decide(ledger, Given(target=statement, kind=kind, value=None, by="benchmark"))


@contextmanager
def _noted() -> Iterator[list[tuple[str, Any]]]:
    """The queries of records that are sent while the block runs, with their values."""
    sent: list[tuple[str, Any]] = []

    def note(*given: Any) -> None:  # noqa: ANN401 - as SQLAlchemy calls it
        _, _, sql, values, *_ = given
        if sql.lstrip().startswith(("SELECT", "WITH")) and "pg_catalog" not in sql:
            sent.append((sql, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _steps(node: Mapping[str, Any], *, first: bool) -> Iterator[Step]:
    kind = node["Node Type"]
    table = node.get("Relation Name") or _table_of(node.get("Index Name", ""))
    if kind in _BY_INDEX:
        yield Step(table, node["Index Name"], node.get("Index Cond"), first=first)
    elif kind == "Seq Scan" and table in metadata.tables:
        yield Step(table, None, None, first=first)
    for below in node.get("Plans", ()):
        yield from _steps(below, first=(first or kind == "Limit") and kind not in _TAKING_ALL)


_TAKING_ALL = frozenset(("Sort", "Aggregate", "Hash", "Materialize", "Unique"))
"""What takes all rows before it gives the first."""


def _table_of(index: str) -> str:
    return next((name for name in metadata.tables if index.startswith(f"ix_{name}_")), "")


def main() -> None:
    """Print the table of the docs."""
    parser = argparse.ArgumentParser(description="Explain the queries of the reading room.")
    parser.add_argument("--reports", type=int, default=_REPORTS)
    reports = parser.parse_args().reports
    programs = binaries()
    if programs is None:
        raise SystemExit("no PostgreSQL is installed")
    with served(programs) as server, server.new_ledger() as where:
        fill(where, reports)
        print(document(where))


if __name__ == "__main__":
    main()
