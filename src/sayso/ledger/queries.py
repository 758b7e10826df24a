"""Which records are asked for, and the SQL that finds them in the order that people read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, CompoundSelect, Select, Table, func, literal, or_, select

from sayso.ledger.joins import OrderedJoin
from sayso.ledger.schema import (
    READING_ORDER,
    TEXT_ORDER,
    actors,
    mentions,
    places,
    reports,
    statements,
    times,
)
from sayso.ledger.search import holds_words
from sayso.model import (
    Act,
    ActorKind,
    Certainty,
    LedgerError,
    PlacePrecision,
    SourceKind,
    Stance,
    TimePrecision,
)

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

BY_DATE = (reports.c.published.asc().nulls_last(), reports.c.id)
"""The order of reports for people: as they were published, those without a date last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Query:
    """Which reports are looked through, and how many records are taken."""

    report: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        for date in (self.since, self.until):
            if date is not None and not _DATE.fullmatch(date):
                raise LedgerError(f"{date!r} is no date: give 2024, 2024-03 or 2024-03-05")
        if self.limit is not None and self.limit < 0:
            raise LedgerError(f"the limit is {self.limit}: give 0 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery(_Query):
    """Which statements are asked for: those that meet every condition given.

    `source`: part of the source's words, of its actor's name or of any mention of that actor,
    in any case. `act`: one act or several. `text`: words of the content, all of them, in any
    case; "a phrase" in double quotes, `begin*` for every word that begins so. `report`: the
    first characters of report ids, or a whole id. `since`, `until`: the first and last date of
    publication, as 2024, 2024-03 or 2024-03-05; reports without a date are left out.
    `by_author`: the author's own word only, or only what others are credited with. `limit`: the
    greatest number of statements.

    Raises LedgerError when a date or the limit makes no sense.
    """

    source: str | None = None
    act: Act | Sequence[Act] = ()
    stance: Stance | None = None
    certainty: Certainty | None = None
    text: str | None = None
    depth: int | None = None
    min_score: float | None = None
    by_author: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceQuery(_Query):
    """Which places are asked for: those that meet every condition given.

    `name`: part of the place's name or of the report's words for it, in any case. `country`: an
    ISO 3166-1 alpha-3 code. `precision`: one or several. `resolved`: only places with
    coordinates, or only those without. `report`, `since`, `until` and `limit` are those of
    `StatementQuery`.

    Raises LedgerError when a date or the limit makes no sense.
    """

    name: str | None = None
    country: str | None = None
    precision: PlacePrecision | Sequence[PlacePrecision] = ()
    resolved: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeQuery(_Query):
    """Which times are asked for: those that meet every condition given.

    `text`: part of the report's words, in any case. `value`: the EDTF value or how it begins, so
    2024-03 finds every day of that March, and every stretch that begins in it. `precision`: one
    or several. `resolved`: only times with a value, or only those without. `report`, `since`,
    `until` and `limit` are those of `StatementQuery`.

    Raises LedgerError when a date or the limit makes no sense.
    """

    text: str | None = None
    value: str | None = None
    precision: TimePrecision | Sequence[TimePrecision] = ()
    resolved: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorQuery(_Query):
    """Which actors are asked for: those that meet every condition given.

    `name`: part of the actor's name or of any mention, in any case. `kind`: one or several.
    `country`: an ISO 3166-1 alpha-3 code. `role`: PLOVER sector codes, of which the actor has one.
    `resolved`: only actors with a country or a role, or only those with neither. `report`,
    `since`, `until` and `limit` are those of `StatementQuery`.

    Raises LedgerError when a date or the limit makes no sense.
    """

    name: str | None = None
    kind: ActorKind | Sequence[ActorKind] = ()
    country: str | None = None
    role: str | Sequence[str] = ()
    resolved: bool | None = None


Selected = Select[tuple[object, ...]]


def select_statements(query: StatementQuery) -> Selected:
    """The rows that `query` asks for, by report (`BY_DATE`), place in it, depth and id."""
    return _selected(statements, query, _statement_conditions(query), READING_ORDER)


def select_places(query: PlaceQuery) -> Selected:
    """The rows that `query` asks for, by report (`BY_DATE`), place in it and id."""
    return _selected(places, query, _place_conditions(query), TEXT_ORDER)


def select_times(query: TimeQuery) -> Selected:
    """The rows that `query` asks for, by report (`BY_DATE`), place in it and id."""
    return _selected(times, query, _time_conditions(query), TEXT_ORDER)


def select_actors(query: ActorQuery) -> Selected:
    """The rows that `query` asks for, by report (`BY_DATE`), first mention and id."""
    by_report = OrderedJoin(reports, actors, actors.c.report == reports.c.id)
    first = (mentions.c.actor == actors.c.id) & (mentions.c.position == 0)
    return (
        select(actors)
        .select_from(OrderedJoin(by_report, mentions, first))
        .where(*_actor_conditions(query), *_report_conditions(query))
        .order_by(*BY_DATE, mentions.c.start, actors.c.id)
        .limit(query.limit)
    )


def _selected(
    table: Table,
    query: _Query,
    conditions: Iterable[ColumnElement[bool]],
    order: tuple[str, ...],
) -> Selected:
    # Records are taken report by report until there are enough, not all sorted by date.
    by_report = OrderedJoin(reports, table, table.c.report == reports.c.id)
    return (
        select(table)
        .select_from(by_report)
        .where(*conditions, *_report_conditions(query))
        .order_by(*BY_DATE, *(table.c[name] for name in (*order, "id")))
        .limit(query.limit)
    )


def _statement_conditions(query: StatementQuery) -> Iterator[ColumnElement[bool]]:
    if query.source:
        yield _names_source(query.source)
    if query.act:
        yield _one_of(statements.c.act, query.act)
    if query.stance is not None:
        yield statements.c.stance == query.stance.value
    if query.certainty is not None:
        yield statements.c.certainty == query.certainty.value
    if query.text and query.text.strip():
        yield holds_words(query.text)
    if query.depth is not None:
        yield statements.c.depth == query.depth
    if query.min_score is not None:
        yield statements.c.score >= query.min_score
    if query.by_author is not None:
        by_author = statements.c.source_kind == SourceKind.AUTHOR.value
        yield by_author if query.by_author else ~by_author


def _place_conditions(query: PlaceQuery) -> Iterator[ColumnElement[bool]]:
    if query.name:
        yield or_(_part(places.c.name, query.name), _part(places.c.span_text, query.name))
    if query.country:
        yield places.c.country == query.country.upper()
    if query.precision:
        yield _one_of(places.c.precision, query.precision)
    if query.resolved is not None:
        yield places.c.latitude.is_not(None) == query.resolved


def _actor_conditions(query: ActorQuery) -> Iterator[ColumnElement[bool]]:
    if query.name:
        yield actors.c.id.in_(_so_called(query.name))
    if query.kind:
        yield _one_of(actors.c.kind, query.kind)
    if query.country:
        yield actors.c.country == query.country.upper()
    if query.role:
        roles = [query.role] if isinstance(query.role, str) else query.role
        yield or_(
            *(actors.c.roles.contains(f'"{role.upper()}"', autoescape=True) for role in roles)
        )
    if query.resolved is not None:
        yield or_(actors.c.country.is_not(None), actors.c.roles != "[]") == query.resolved


def _time_conditions(query: TimeQuery) -> Iterator[ColumnElement[bool]]:
    if query.text:
        yield _part(times.c.span_text, query.text)
    if query.value:
        yield times.c.value.startswith(query.value, autoescape=True)
    if query.precision:
        yield _one_of(times.c.precision, query.precision)
    if query.resolved is not None:
        yield times.c.value.is_not(None) == query.resolved


def _report_conditions(query: _Query) -> Iterator[ColumnElement[bool]]:
    if query.report:
        yield reports.c.id.startswith(query.report, autoescape=True)
    if query.since:
        # Dates are compared as far as both are given: 2024-03 may be since 2024-03-05.
        known = func.length(reports.c.published)
        yield reports.c.published >= func.substr(literal(query.since), 1, known)
    if query.until:
        yield func.substr(reports.c.published, 1, len(query.until)) <= query.until


def _names_source(words: str) -> ColumnElement[bool]:
    return or_(
        _part(statements.c.source_text, words),
        statements.c.source_actor.in_(_so_called(words)),
    )


def _so_called(words: str) -> CompoundSelect[tuple[str]]:
    """The ids of the actors with `words` in their name or a mention."""
    named = select(actors.c.id).where(_part(actors.c.name, words))
    mentioned = select(mentions.c.actor).where(_part(mentions.c.text, words))
    return named.union(mentioned)


def _part(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Whether `words` stand in the text of `column`, in any case and over line ends."""
    wanted = " ".join(words.split())
    return func.replace(column, "\n", " ").icontains(wanted, autoescape=True)


def _one_of(column: ColumnElement[str], words: StrEnum | Sequence[StrEnum]) -> ColumnElement[bool]:
    wanted = [words] if isinstance(words, StrEnum) else words
    return column.in_([word.value for word in wanted])
