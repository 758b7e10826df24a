"""The SQL that finds what is asked for, in the order that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, Table, func, literal, or_, select

from sayso.ledger.casing import AnyCase
from sayso.ledger.joins import OrderedJoin
from sayso.ledger.queries import (
    ActorQuery,
    DatedQuery,
    EventQuery,
    PlaceQuery,
    Query,
    RelationQuery,
    ReportQuery,
    StatementQuery,
    TimeQuery,
)
from sayso.ledger.schema import (
    READING_ORDER,
    TEXT_ORDER,
    TRIGGER_ORDER,
    actors,
    events,
    mentions,
    participants,
    places,
    relations,
    reports,
    statements,
    times,
)
from sayso.ledger.search import statement_holds
from sayso.model import SourceKind

BY_DATE = (reports.c.published.asc().nulls_last(), reports.c.id)
"""The order of reports for people: as they were published, those without a date last."""

Selected = Select[tuple[object, ...]]


def select_reports(query: ReportQuery, *columns: ColumnElement[Any]) -> Select[Any]:
    """The rows (those `columns` of them) that `query` asks for, by date and id, either way."""
    latest_first = (reports.c.published.desc().nulls_last(), reports.c.id.desc())
    return (
        select(*columns or (reports,))
        .where(*_published(query), *_report_conditions(query), *_catalogue_conditions(query))
        .order_by(*(latest_first if query.newest else BY_DATE))
        .limit(query.limit)
    )


def select_statements(query: StatementQuery) -> Selected:
    """The rows that `query` asks for, by report (`BY_DATE`), place in it, depth and id."""
    return _selected(statements, query, _statement_conditions(query), READING_ORDER)


def select_report_ids(having: StatementQuery | None) -> Select[tuple[str]]:
    """The ids of all reports, or of those `having` a statement that is asked for."""
    query = select(reports.c.id)
    if having is None:
        return query
    with_statements = query.join(statements, statements.c.report == reports.c.id).distinct()
    return with_statements.where(*_statement_conditions(having), *_report_conditions(having))


def select_events(query: EventQuery) -> Selected:
    """The rows that `query` asks for, by report (`BY_DATE`), place of the trigger and id."""
    return _selected(events, query, _event_conditions(query), TRIGGER_ORDER)


def select_relations(query: RelationQuery) -> Selected:
    """The rows that `query` asks for, by report (`BY_DATE`), place in it and id."""
    return _selected(relations, query, _relation_conditions(query), TEXT_ORDER)


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
    query: Query,
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
    yield from _published(query)
    if query.source:
        yield names_source(query.source)
    if query.act:
        yield one_of(statements.c.act, query.act)
    if query.stance is not None:
        yield statements.c.stance == query.stance.value
    if query.certainty is not None:
        yield statements.c.certainty == query.certainty.value
    if query.text and query.text.strip():
        yield statement_holds(query.text)
    if query.depth is not None:
        yield statements.c.depth == query.depth
    if query.min_score is not None:
        yield statements.c.score >= query.min_score
    if query.by_author is not None:
        by_author = statements.c.source_kind == SourceKind.AUTHOR.value
        yield by_author if query.by_author else ~by_author


def _event_conditions(query: EventQuery) -> Iterator[ColumnElement[bool]]:
    if query.code:
        yield one_of(events.c.code, query.code)
    if query.mode:
        yield one_of(events.c.mode, query.mode)
    if query.context:
        yield one_of(events.c.context, query.context)
    for role, words in (("actor", query.actor), ("recipient", query.recipient)):
        if words:
            yield events.c.id.in_(_takes_part(role, words))
    if query.place:
        named = (events.c.place_name, events.c.place_span_text)
        yield or_(*(part(column, query.place) for column in named))
    if query.country:
        yield events.c.place_country == query.country.upper()
    yield from between(query, events.c.time_first, events.c.time_last)
    yield from _told_conditions(events, query)


def _relation_conditions(query: RelationQuery) -> Iterator[ColumnElement[bool]]:
    if query.kind:
        yield one_of(relations.c.kind, query.kind)
    if query.actor:
        sides = (relations.c["from"], relations.c.to)
        yield or_(*(side.in_(so_called(query.actor)) for side in sides))
    yield from _told_conditions(relations, query)


def _told_conditions(
    table: Table, query: EventQuery | RelationQuery
) -> Iterator[ColumnElement[bool]]:
    """What is asked of events and of relations alike."""
    if query.status:
        yield one_of(table.c.status, query.status)
    word = StatementQuery(source=query.source, text=query.text)
    for condition in _statement_conditions(word):
        yield table.c.statement.in_(select(statements.c.id).where(condition))
    if query.min_score is not None:
        yield table.c.score >= query.min_score


def _place_conditions(query: PlaceQuery) -> Iterator[ColumnElement[bool]]:
    yield from _published(query)
    if query.name:
        yield or_(part(places.c.name, query.name), part(places.c.span_text, query.name))
    if query.country:
        yield places.c.country == query.country.upper()
    if query.precision:
        yield one_of(places.c.precision, query.precision)
    if query.resolved is not None:
        yield places.c.latitude.is_not(None) == query.resolved


def _actor_conditions(query: ActorQuery) -> Iterator[ColumnElement[bool]]:
    yield from _published(query)
    if query.name:
        yield actors.c.id.in_(so_called(query.name))
    if query.kind:
        yield one_of(actors.c.kind, query.kind)
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
    yield from _published(query)
    if query.text:
        yield part(times.c.span_text, query.text)
    if query.value:
        yield times.c.value.startswith(query.value, autoescape=True)
    if query.precision:
        yield one_of(times.c.precision, query.precision)
    if query.resolved is not None:
        yield times.c.value.is_not(None) == query.resolved


def _report_conditions(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.report:
        yield reports.c.id.startswith(query.report, autoescape=True)


def _catalogue_conditions(query: ReportQuery) -> Iterator[ColumnElement[bool]]:
    if query.title:
        yield _titled(query.title)
    if query.publisher is not None:
        yield reports.c.publisher == query.publisher
    if query.language is not None:
        yield reports.c.language == query.language


def _titled(words: str) -> ColumnElement[bool]:
    """Whether `words` stand in a title, in any case.

    SQLite's own LIKE takes capitals of ASCII for small letters; others are given in each of their
    cases. To ask Python of every title, as `part` does, makes readers at once wait for each other.
    """
    spelled = sorted({words, words.lower(), words.upper(), words.title()})
    return or_(*(AnyCase(reports.c.title).contains(each, autoescape=True) for each in spelled))


def _published(query: DatedQuery) -> Iterator[ColumnElement[bool]]:
    return between(query, reports.c.published, reports.c.published)


def between(
    query: DatedQuery, first: ColumnElement[str], last: ColumnElement[str]
) -> Iterator[ColumnElement[bool]]:
    """Whether something that went on from `first` to `last` did so in the time asked for."""
    if query.since:
        # Dates are compared as far as both are given: 2024-03 may be since 2024-03-05.
        yield last >= func.substr(literal(query.since), 1, func.length(last))
    if query.until:
        yield func.substr(first, 1, len(query.until)) <= query.until


def names_source(words: str) -> ColumnElement[bool]:
    """Whether `words` stand in what a statement calls its source, or in a name of its actor."""
    return or_(
        part(statements.c.source_text, words),
        statements.c.source_actor.in_(so_called(words)),
    )


def _takes_part(role: str, words: str) -> Select[tuple[str]]:
    """The ids of the events in which somebody so called is an actor or a recipient."""
    called = or_(part(participants.c.span_text, words), participants.c.actor.in_(so_called(words)))
    return select(participants.c.event).where(participants.c.role == role, called)


def so_called(words: str) -> CompoundSelect[tuple[str]]:
    """The ids of the actors with `words` in their name or a mention."""
    named = select(actors.c.id).where(part(actors.c.name, words))
    mentioned = select(mentions.c.actor).where(part(mentions.c.text, words))
    return named.union(mentioned)


def part(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Whether `words` stand in the text of `column`, in any case and over line ends."""
    wanted = " ".join(words.split())
    return AnyCase(func.replace(column, "\n", " ")).icontains(wanted, autoescape=True)


def one_of(column: ColumnElement[str], words: str | Sequence[str]) -> ColumnElement[bool]:
    """Whether `column` holds `words`, or one of them where there are several."""
    wanted = [words] if isinstance(words, str) else words
    return column.in_([str(word) for word in wanted])
