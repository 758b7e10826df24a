"""Whose word records are, and in which report, for lists: only what a list shows is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.ledger import fetch
from sayso.ledger.columns import words
from sayso.ledger.rows import statement_of
from sayso.ledger.schema import actors, reports, statements
from sayso.model import Event, Relation, Statement

_BEGINNING = 80
"""Characters of the text of a report that stand for a title."""
_DEEPEST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a list tells of a report; `beginning` are the first words of its text."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    beginning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record, whose word it is, and in which report that stands.

    `voices` are the names of those through whom it came, the one who says it last: nobody for the
    author's own word; null for one who has no name.
    """

    record: Statement | Event | Relation
    statement: Statement
    report: Heading
    voices: tuple[str | None, ...]


def told(
    connection: Connection, records: Iterable[Statement | Event | Relation]
) -> tuple[Told, ...]:
    """`records`, each with whose word it is."""
    found = tuple(records)
    said = _statements(connection, found)
    above = _above(connection, said.values())
    everybody = {**above, **said}
    called = names(connection, {one.source.actor for one in everybody.values()} - {None})
    heads = headings(connection, {one.report for one in found})
    return tuple(
        Told(
            record=record,
            statement=said[_word_of(record)],
            report=heads[record.report],
            voices=tuple(_voices(said[_word_of(record)], everybody, called)),
        )
        for record in found
    )


def headings(connection: Connection, wanted: Iterable[str]) -> Mapping[str, Heading]:
    """What lists tell of the reports with these ids, by id."""
    beginning = func.substr(reports.c.text, 1, _BEGINNING).label("beginning")
    columns = (reports.c.id, reports.c.title, reports.c.publisher, reports.c.published, beginning)
    return {
        row["id"]: Heading(**row)
        for batch in fetch.in_batches(sorted(wanted))
        for row in fetch.rows(connection, select(*columns).where(reports.c.id.in_(batch)))
    }


def names(connection: Connection, wanted: Iterable[str | None]) -> Mapping[str, str]:
    """The names of the actors with these ids, by id."""
    columns = (actors.c.id, actors.c.name)
    return {
        actor: name
        for batch in fetch.in_batches(wanted)
        for actor, name in connection.execute(select(*columns).where(actors.c.id.in_(batch)))
    }


def by_id(connection: Connection, wanted: Iterable[str]) -> dict[str, Statement]:
    """The statements with these ids, by id."""
    found: dict[str, Statement] = {}
    for batch in fetch.in_batches(sorted(wanted)):
        query = select(statements).where(statements.c.id.in_(batch))
        found |= {row["id"]: statement_of(row) for row in fetch.rows(connection, query)}
    return found


def _word_of(record: Statement | Event | Relation) -> str:
    return record.id if isinstance(record, Statement) else record.statement


def _statements(
    connection: Connection, records: Iterable[Statement | Event | Relation]
) -> dict[str, Statement]:
    """The statements that `records` are or stand in, by id."""
    there = {one.id: one for one in records if isinstance(one, Statement)}
    return there | by_id(connection, {_word_of(one) for one in records} - there.keys())


def _above(connection: Connection, said: Iterable[Statement]) -> dict[str, Statement]:
    """What `said` stands in, that in which this stands, and so on, without the authors' words."""
    found: dict[str, Statement] = {}
    wanted = {one.parent for one in said if one.depth > 1 and one.parent}
    for _ in range(_DEEPEST):
        if not wanted:
            break
        next_up = by_id(connection, wanted)
        found |= next_up
        wanted = {one.parent for one in next_up.values() if one.depth > 1 and one.parent}
        wanted -= found.keys()
    return found


def _voices(
    statement: Statement, known: Mapping[str, Statement], called: Mapping[str, str]
) -> Iterator[str | None]:
    credited: list[Statement] = []
    at: Statement | None = statement
    while at is not None and at.depth and len(credited) < _DEEPEST:
        credited.append(at)
        at = known.get(at.parent or "")
    yield from (_called(one, called) for one in reversed(credited))


def _called(statement: Statement, called: Mapping[str, str]) -> str | None:
    source = statement.source
    return called.get(source.actor or "") or words(source.spans) or None
