"""Statements by their words, with what they are beside: by whom, where, when, on which claims.

Of the statements that hold the words, those recorded last are looked at, at most `LOOKED_AT`: what
is counted is counted over these, and comes as fast from a ledger of any size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    func,
    literal,
    select,
    union_all,
)

from sayso.ledger import fetch
from sayso.ledger.beside import BESIDE, Beside
from sayso.ledger.joins import OrderedJoin
from sayso.ledger.marking import pieces
from sayso.ledger.opened import OpenLedger
from sayso.ledger.order import Order, place_in
from sayso.ledger.queries import DatedQuery
from sayso.ledger.rows import statement_of
from sayso.ledger.schema import (
    actors,
    parties,
    reports,
    statements,
)
from sayso.ledger.search import latest_holding
from sayso.ledger.selection import between
from sayso.model import Act, Certainty, Stance, Standing, Statement

LOOKED_AT = 1_000
"""So many statements are looked at, at most."""
_VALUES = 12
"""So many values of each facet are told, the most frequent ones."""
_YEAR = len("2024")
_OWN = ("id", "report", "span_start", "span_end", "depth", "act", "stance")
FACETS = ("source", "act", "stance", "actor", "place", "year", "standing")
"""By what the statements are counted, in the order in which people are told."""
_PARTIES = ("source", "actor")
"""The facets whose values are parties."""
_SEEN, _MET = "seen", "met"
"""What stands for a facet where the statements looked at and found are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitQuery(DatedQuery):
    """Which statements are looked for: those that meet every condition given.

    `text`: words of the content, as in `StatementQuery`; without any, all statements are looked at.
    `source`: the id of the party whose word it is; `actor`: that of one who takes part in what it
    tells. `place`: the name of a place in its words. `standing`: how a claim stands that it is a
    member of. `report`, `since` and `until` are those of `StatementQuery`.

    Raises LedgerError when a date makes no sense.
    """

    text: str = ""
    source: str | None = None
    act: Act | None = None
    stance: Stance | None = None
    certainty: Certainty | None = None
    actor: str | None = None
    place: str | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A statement that was looked for.

    `pieces` are its content in turns: words that were not looked for, words that were, and so on.
    `speaker` is the name of its source, null for the author's word and where nobody is named.
    """

    statement: Statement
    pieces: tuple[str, ...]
    speaker: str | None
    title: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value that some of the statements have, its name for people, and how many they are."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """A page of the statements that were looked for, the latest report first.

    `count` are all that were found; where `is_bounded` there may be more than were looked at.
    `is_more` tells that others follow the last of this page. `facets` are, by the name of a
    condition, its most frequent values among those found.
    """

    hits: tuple[Hit, ...]
    is_more: bool
    count: int
    is_bounded: bool
    facets: Mapping[str, tuple[FacetValue, ...]]


def look_for(ledger: OpenLedger, query: HitQuery, size: int, *, after: str | None = None) -> Hits:
    """The first `size` statements that `query` looks for, or those after the statement `after`.

    Raises RecordNotFound if `after` is none of those found.
    """
    seen = _seen(query.text)
    found = _found(seen, query)
    with ledger.snapshot() as connection:
        counted = _counts(connection, seen, found)
        page = _page(connection, found, size, after)
        hits = tuple(_hits(connection, query.text, page[:size]))
    return Hits(
        hits=hits,
        is_more=len(page) > size,
        count=counted[_MET][0].count,
        is_bounded=counted[_SEEN][0].count == LOOKED_AT,
        facets={name: counted[name] for name in FACETS if name in counted},
    )


def _seen(text: str) -> CTE:
    """The numbers of the statements that hold `text`, the last recorded of them."""
    if text.strip():
        return latest_holding(text, LOOKED_AT).cte("seen")
    number = statements.c.number
    return select(number).order_by(number.desc()).limit(LOOKED_AT).cte("seen")


def _found(seen: CTE, query: HitQuery) -> CTE:
    """Those of them that meet the other conditions, with what they are counted by."""
    said = OrderedJoin(seen, statements, statements.c.number == seen.c.number)
    there = OrderedJoin(said, reports, reports.c.id == statements.c.report)
    by = there.outerjoin(actors, actors.c.id == statements.c.source_actor)
    own = (statements.c[name] for name in ("number", *_OWN))
    return (
        select(*own, reports.c.published, actors.c.party.label("source"))
        .select_from(by)
        .where(*_conditions(query))
        .cte("found")
    )


def _conditions(query: HitQuery) -> Iterator[ColumnElement[bool]]:
    for name in ("act", "stance", "certainty"):
        if (word := getattr(query, name)) is not None:
            yield statements.c[name] == word.value
    if query.report:
        yield statements.c.report.startswith(query.report, autoescape=True)
    yield from between(query, reports.c.published, reports.c.published)
    if query.source is not None:
        yield actors.c.party == query.source
    for name in ("actor", "place", "standing"):
        if (wanted := getattr(query, name)) is not None:
            yield BESIDE[name](statements.c).has(wanted)


def _counts(connection: Connection, seen: CTE, found: CTE) -> dict[str, tuple[FacetValue, ...]]:
    """The values of each facet among those found; and how many were looked at and found."""
    facets = {name: Beside(found.c[name]) for name in ("source", "act", "stance")}
    facets["year"] = Beside(func.substr(found.c.published, 1, _YEAR))
    facets |= {name: beside(found.c) for name, beside in BESIDE.items()}
    parts = (
        *(_values(found, name, beside) for name, beside in facets.items()),
        *(
            select(literal(name), literal(""), func.count()).select_from(counted)
            for name, counted in ((_SEEN, seen), (_MET, found))
        ),
    )
    counted: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for facet, value, times in connection.execute(union_all(*parts)):
        counted[facet].append((value, times))
    parties = (value for name in _PARTIES for value, _ in counted[name])
    names = _names(connection, parties)
    return {
        facet: tuple(FacetValue(value=v, name=names.get(v, v), count=times) for v, times in values)
        for facet, values in counted.items()
    }


def _values(found: CTE, facet: str, of: Beside) -> Select[Any]:
    """The most frequent values of a facet, each with the number of statements that have it."""
    times = func.count(found.c.number.distinct()).label("times")
    most = (
        select(literal(facet).label("facet"), of.value.label("value"), times)
        .select_from(of.joined(found))
        .where(of.value.is_not(None))
        .group_by(of.value)
        .order_by(times.desc(), of.value)
        .limit(_VALUES)
    )
    return select(most.subquery())


def _names(connection: Connection, wanted: Iterable[str]) -> dict[str, str]:
    query = select(parties.c.id, parties.c.name).where(parties.c.id.in_(sorted(set(wanted))))
    return {row.id: row.name for row in connection.execute(query)}


def _page(connection: Connection, found: CTE, size: int, after: str | None) -> Sequence[int]:
    """The numbers of the statements found, one more than `size`, the latest report first."""
    columns = (found.c.published, found.c.report, found.c.span_start, found.c.depth, found.c.id)
    order = Order(columns, falling=2)
    asked = select(found.c.number)
    if after is not None:
        itself = asked.where(found.c.id == after)
        asked = asked.where(*order.after(place_in(connection, itself, order)))
    latest = (column.desc().nulls_last() for column in columns[:2])
    return connection.scalars(asked.order_by(*latest, *columns[2:]).limit(size + 1)).all()


def _hits(connection: Connection, text: str, numbers: Sequence[int]) -> Iterator[Hit]:
    """The statements with these numbers, in their order, with the words of `text` marked."""
    beside = (actors.c.name, reports.c.title, reports.c.publisher, reports.c.published)
    there = OrderedJoin(statements, reports, reports.c.id == statements.c.report)
    by = there.outerjoin(actors, actors.c.id == statements.c.source_actor)
    query = (
        select(statements, *(column.label(f"beside_{column.name}") for column in beside))
        .select_from(by)
        .where(statements.c.number.in_(numbers))
    )
    rows = {row["number"]: row for row in fetch.rows(connection, query)}
    for row in (rows[number] for number in numbers):
        yield Hit(
            statement=statement_of(row),
            pieces=pieces(row["content_text"], text),
            speaker=row["beside_name"],
            title=row["beside_title"],
            publisher=row["beside_publisher"],
            published=row["beside_published"],
        )
