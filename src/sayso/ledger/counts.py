"""How much a ledger holds."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, FromClause, ScalarSelect, and_, func, select

from sayso.ledger.schema import (
    acquisitions,
    actors,
    claims,
    deletions,
    events,
    judgements,
    links,
    places,
    rejects,
    relations,
    reports,
    statements,
    times,
)
from sayso.model import Act, Stance, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a ledger holds.

    `denials` are the statements that deny in words: act `deny` with stance `denies`. `sources`
    are the actors whom at least one statement is credited to. `claims` are all claims, those from
    `single_origin` to `denied` the claims of each standing.
    """

    reports: int
    statements: int
    denials: int
    sources: int
    events: int
    relations: int
    actors: int
    claims: int
    single_origin: int
    repeated: int
    corroborated: int
    disputed: int
    denied: int
    links: int
    judgements: int
    places: int
    times: int
    rejects: int
    acquisitions: int
    deletions: int


def count(connection: Connection) -> Counts:
    """How much the ledger holds."""
    denied = and_(statements.c.act == Act.DENY.value, statements.c.stance == Stance.DENIES.value)
    totals = select(
        _total(reports).label("reports"),
        _total(statements).label("statements"),
        select(func.count()).where(denied).scalar_subquery().label("denials"),
        select(func.count(statements.c.source_actor.distinct())).scalar_subquery().label("sources"),
        _total(events).label("events"),
        _total(relations).label("relations"),
        _total(actors).label("actors"),
        _total(claims).label("claims"),
        *(_standing(standing).label(standing) for standing in Standing),
        _total(links).label("links"),
        _total(judgements).label("judgements"),
        _total(places).label("places"),
        _total(times).label("times"),
        _total(rejects).label("rejects"),
        _total(acquisitions).label("acquisitions"),
        _total(deletions).label("deletions"),
    )
    return Counts(**connection.execute(totals).mappings().one())


def _total(of: FromClause) -> ScalarSelect[int]:
    return select(func.count()).select_from(of).scalar_subquery()


def _standing(standing: Standing) -> ScalarSelect[int]:
    return select(func.count()).where(claims.c.standing == standing.value).scalar_subquery()
