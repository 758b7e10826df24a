"""The SQL that finds the claims, links and judgements that are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    FromClause,
    Select,
    Table,
    and_,
    case,
    func,
    or_,
    select,
    union_all,
)

from sayso.ledger.joins import OrderedJoin
from sayso.ledger.queries import ClaimQuery, JudgementQuery, LinkQuery
from sayso.ledger.schema import (
    actors,
    claims,
    events,
    judgements,
    links,
    members,
    mentions,
    parties,
    places,
    relations,
    reports,
    statements,
)
from sayso.ledger.search import claim_holds
from sayso.ledger.selection import Selected, between, names_source, one_of, part, so_called

_ON_CLAIM = select(members.c.claim).join(statements, statements.c.id == members.c.statement)
"""The claims of members, with the statement of each beside it."""

_MEMBER = members.c.statement == statements.c.id
_SOURCE = statements.c.source_actor == actors.c.id
_MENTION = mentions.c.actor == actors.c.id
_AROUND = and_(
    statements.c.report == mentions.c.report,
    statements.c.span_start <= mentions.c.start,
    statements.c.span_end >= mentions.c.end,
)
_IN_WORDS = and_(members.c.span_start <= mentions.c.start, members.c.span_end >= mentions.c.end)
_FROM_SOURCE = (actors, (statements, _SOURCE), (members, _MEMBER))
_FROM_MENTIONED = (
    actors,
    (mentions, _MENTION),
    (statements, _AROUND),
    (members, and_(_MEMBER, _IN_WORDS)),
)
_TO_SOURCE = (members, (statements, _MEMBER), (actors, _SOURCE))
_TO_MENTIONED = (
    members,
    (statements, _MEMBER),
    (actors, actors.c.report == statements.c.report),
    (mentions, and_(_MENTION, _IN_WORDS)),
)
"""The ways from actors to the claims in which they speak or are spoken of, and from a claim to its
actors: gone through in this order, each step by an index."""

_Ids = Select[tuple[str]]

_OFTEN = 1_000
"""Parties that are more actors than this stand in so many claims that looking at one claim after
another finds some soon; the claims of others are found by their actors."""


def select_claims(query: ClaimQuery) -> Selected:
    """The rows that `query` asks for, the most contested first, then by id."""
    return (
        select(claims)
        .where(*_claim_conditions(query))
        .order_by(claims.c.contested.desc(), claims.c.id)
        .limit(query.limit)
    )


def select_links(query: LinkQuery) -> Selected:
    """The rows that `query` asks for, the highest score first, then by id."""
    return (
        select(links)
        .where(*_link_conditions(query))
        .order_by(links.c.score.desc(), links.c.id)
        .limit(query.limit)
    )


def select_judgements(query: JudgementQuery) -> Selected:
    """The rows that `query` asks for, as they were decided, then by id; or the other way round."""
    by_time = (judgements.c.at, judgements.c.id)
    return (
        select(judgements)
        .where(*_judgement_conditions(query))
        .order_by(*(column.desc() if query.newest else column for column in by_time))
        .limit(query.limit)
    )


def _claim_conditions(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    if query.standing:
        yield one_of(claims.c.standing, query.standing)
    if query.about:
        yield one_of(claims.c.about, query.about)
    if query.text and query.text.strip():
        yield claim_holds(query.text)
    if query.actor:
        yield claims.c.id.in_(_with_source(query.actor).union(_speaking_of(query.actor)))
    if query.party is not None:
        yield _of_parties(query.party)
    if query.place or query.country:
        yield claims.c.id.in_(_naming_place(query).union(_happening_at(query)))
    yield from _report_conditions(query)
    if query.min_members:
        last = and_(members.c.claim == claims.c.id, members.c.position == query.min_members - 1)
        yield select(members.c.claim).where(last).correlate(claims).exists()


def _report_conditions(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    if query.report:
        told = statements.c.report.startswith(query.report, autoescape=True)
        yield claims.c.id.in_(_ON_CLAIM.where(told))
    published = list(between(query, reports.c.published, reports.c.published))
    if published:
        told = reports.c.id == statements.c.report
        yield claims.c.id.in_(_ON_CLAIM.join(reports, told).where(*published))


def _with_source(words: str) -> _Ids:
    return _ON_CLAIM.where(names_source(words))


def _speaking_of(words: str) -> _Ids:
    """The claims in whose words somebody so called is mentioned, if only as "he"."""
    return _holding(mentions, "start", "end").where(mentions.c.actor.in_(so_called(words)))


def _of_parties(wanted: str | Sequence[str]) -> ColumnElement[bool]:
    """Whether one of these parties is a source of a claim, or is mentioned in its words."""
    theirs = one_of(actors.c.party, wanted)
    number = select(func.sum(parties.c.actors)).where(one_of(parties.c.id, wanted))
    this = members.c.claim == claims.c.id
    looked_at = (
        select(members.c.claim).select_from(joined).where(this, theirs).correlate(claims).exists()
        for joined in (_in_order(*_TO_SOURCE), _in_order(*_TO_MENTIONED))
    )
    found = union_all(
        *(
            select(members.c.claim).select_from(joined).where(theirs)
            for joined in (_in_order(*_FROM_SOURCE), _in_order(*_FROM_MENTIONED))
        )
    )
    often = number.scalar_subquery() > _OFTEN
    return case((often, or_(*looked_at)), else_=claims.c.id.in_(found))


def _in_order(first: FromClause, *steps: tuple[Table, ColumnElement[bool]]) -> FromClause:
    return reduce(lambda left, step: OrderedJoin(left, *step), steps, first)


def _naming_place(query: ClaimQuery) -> _Ids:
    named = (places.c.name, places.c.span_text)
    return _holding(places, "span_start", "span_end").where(
        *_place_conditions(query, named, places.c.country)
    )


def _happening_at(query: ClaimQuery) -> _Ids:
    """The claims in whose words something is told to have happened there."""
    named = (events.c.place_name, events.c.place_span_text)
    return _holding(events, "trigger_start", "trigger_end").where(
        *_place_conditions(query, named, events.c.place_country)
    )


def _place_conditions(
    query: ClaimQuery, named: tuple[ColumnElement[str], ...], country: ColumnElement[str]
) -> Iterator[ColumnElement[bool]]:
    if query.place:
        yield or_(*(part(column, query.place) for column in named))
    if query.country:
        yield country == query.country.upper()


def _holding(table: Table, start: str, end: str) -> _Ids:
    """The claims of members in whose words a row of `table` stands, that row beside them."""
    return _ON_CLAIM.join(
        table,
        and_(
            table.c.report == statements.c.report,
            table.c[start] >= members.c.span_start,
            table.c[end] <= members.c.span_end,
            # A member's words stand in its statement: by this the index of statements is used.
            table.c[start] >= statements.c.span_start,
        ),
    )


def _link_conditions(query: LinkQuery) -> Iterator[ColumnElement[bool]]:
    ends = (links.c["from"], links.c.to)
    if query.kind:
        yield one_of(links.c.kind, query.kind)
    if query.record is not None:
        yield or_(*(end == query.record for end in ends))
    if query.report:
        yield or_(*(end.in_(_of_report(query.report)) for end in ends))
    if query.min_score is not None:
        yield links.c.score >= query.min_score


def _of_report(report: str) -> CompoundSelect[tuple[str]]:
    """The ids of the reports whose ids begin so, and of what was said and told in them."""
    return union_all(
        select(reports.c.id).where(reports.c.id.startswith(report, autoescape=True)),
        *(
            select(table.c.id).where(table.c.report.startswith(report, autoescape=True))
            for table in (statements, events, relations, actors)
        ),
    )


def _judgement_conditions(query: JudgementQuery) -> Iterator[ColumnElement[bool]]:
    if query.target is not None:
        yield one_of(judgements.c.target, query.target)
    if query.claim is not None:
        yield one_of(judgements.c.claim, query.claim)
    if query.by is not None:
        yield judgements.c.by == query.by
    if query.kind:
        yield one_of(judgements.c.kind, query.kind)
