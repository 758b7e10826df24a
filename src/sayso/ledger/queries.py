"""Which statements are asked for, and the SQL that finds them in the order that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, literal, or_, select

from sayso.ledger.joins import OrderedJoin
from sayso.ledger.schema import actors, mentions, reports, statements
from sayso.ledger.search import holds_words
from sayso.model import Act, Certainty, LedgerError, SourceKind, Stance

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

BY_DATE = (reports.c.published.asc().nulls_last(), reports.c.id)
"""The order of reports for people: as they were published, those without a date last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery:
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
    report: str | None = None
    since: str | None = None
    until: str | None = None
    depth: int | None = None
    min_score: float | None = None
    by_author: bool | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        for date in (self.since, self.until):
            if date is not None and not _DATE.fullmatch(date):
                raise LedgerError(f"{date!r} is no date: give 2024, 2024-03 or 2024-03-05")
        if self.limit is not None and self.limit < 0:
            raise LedgerError(f"the limit is {self.limit}: give 0 or more")


def select_statements(query: StatementQuery) -> Select[tuple[object, ...]]:
    """The rows that `query` asks for, by report (`BY_DATE`), place in it, depth and id."""
    place = (statements.c.span_start, statements.c.depth, statements.c.id)
    # Statements are taken report by report until there are enough, not all sorted by date.
    by_report = OrderedJoin(reports, statements, statements.c.report == reports.c.id)
    return (
        select(statements)
        .select_from(by_report)
        .where(*_conditions(query))
        .order_by(*BY_DATE, *place)
        .limit(query.limit)
    )


def _conditions(query: StatementQuery) -> Iterator[ColumnElement[bool]]:
    if query.source:
        yield _names_source(query.source)
    if query.act:
        acts = [query.act] if isinstance(query.act, Act) else query.act
        yield statements.c.act.in_([act.value for act in acts])
    if query.stance is not None:
        yield statements.c.stance == query.stance.value
    if query.certainty is not None:
        yield statements.c.certainty == query.certainty.value
    if query.text and query.text.strip():
        yield holds_words(query.text)
    yield from _report_conditions(query)
    if query.depth is not None:
        yield statements.c.depth == query.depth
    if query.min_score is not None:
        yield statements.c.score >= query.min_score
    if query.by_author is not None:
        by_author = statements.c.source_kind == SourceKind.AUTHOR.value
        yield by_author if query.by_author else ~by_author


def _report_conditions(query: StatementQuery) -> Iterator[ColumnElement[bool]]:
    if query.report:
        yield reports.c.id.startswith(query.report, autoescape=True)
    if query.since:
        # Dates are compared as far as both are given: 2024-03 may be since 2024-03-05.
        known = func.length(reports.c.published)
        yield reports.c.published >= func.substr(literal(query.since), 1, known)
    if query.until:
        yield func.substr(reports.c.published, 1, len(query.until)) <= query.until


def _names_source(words: str) -> ColumnElement[bool]:
    wanted = " ".join(words.split())
    named = select(actors.c.id).where(actors.c.name.icontains(wanted, autoescape=True))
    mentioned = select(mentions.c.actor).where(
        func.replace(mentions.c.text, "\n", " ").icontains(wanted, autoescape=True)
    )
    return or_(
        statements.c.source_text.icontains(wanted, autoescape=True),
        statements.c.source_actor.in_(named.union(mentioned)),
    )
