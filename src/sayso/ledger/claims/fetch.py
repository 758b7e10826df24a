"""Claims, links and judgements read from a connection, in an order that history does not change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from sayso.ledger.claims.rows import claim_of, judgement_of, link_of
from sayso.ledger.claims.selection import select_claims, select_judgements, select_links
from sayso.ledger.fetch import RowWithParts, find, in_batches, rows, with_parts
from sayso.ledger.queries import ClaimQuery, JudgementQuery, LinkQuery
from sayso.ledger.schema import claims, links, members, origins
from sayso.model import Claim, Judgement, Link


def all_claims(connection: Connection) -> Iterator[Claim]:
    """Every claim, by id."""
    return claims_asked_for(connection, select(claims).order_by(claims.c.id))


def claims_by_contest(connection: Connection, query: ClaimQuery) -> Iterator[Claim]:
    """The claims that `query` asks for, the most contested first, then by id."""
    return claims_asked_for(connection, select_claims(query))


def one_claim(connection: Connection, claim: str) -> Claim:
    """The claim with the id `claim`, which is there."""
    [found] = claims_asked_for(connection, select(claims).where(claims.c.id == claim))
    return found


def find_claim(connection: Connection, given: str) -> str:
    """The id of the claim that has the id `given`, had it, or whose id alone begins so.

    It had it while another member put it in words. Of several that did, which were one claim then,
    it is the most contested. Raises RecordNotFound.
    """
    known = select(claims.c.id).join(members, members.c.claim == claims.c.id)
    by_contest = (claims.c.contested.desc(), claims.c.id)
    asked = known.where(members.c.known_as == given).order_by(claims.c.id != given, *by_contest)
    found = connection.scalar(asked.limit(1))
    return found or find(connection, claims, given)


def claims_of(connection: Connection, statements: Iterable[str]) -> tuple[Claim, ...]:
    """The claims of which one of `statements` is a member, by id."""
    found: dict[str, Claim] = {}
    for batch in in_batches(statements):
        having = select(members.c.claim).where(members.c.statement.in_(batch))
        query = select(claims).where(claims.c.id.in_(having))
        found |= {claim.id: claim for claim in claims_asked_for(connection, query)}
    return tuple(found[each] for each in sorted(found))


def claims_asked_for(connection: Connection, query: Select[Any]) -> Iterator[Claim]:
    """The claims whose rows `query` asks for."""
    for row, (joining, tracing) in claim_rows(connection, query):
        yield claim_of(row, joining, tracing)


def claim_rows(connection: Connection, query: Select[Any]) -> Iterator[RowWithParts]:
    """The rows of claims that `query` asks for, with those of their members and origins."""
    return with_parts(connection, query, members, origins)


def all_links(connection: Connection) -> Iterator[Link]:
    """Every link, by id."""
    return map(link_of, rows(connection, select(links).order_by(links.c.id)))


def links_by_score(connection: Connection, query: LinkQuery) -> Iterator[Link]:
    """The links that `query` asks for, the highest score first, then by id."""
    return map(link_of, rows(connection, select_links(query)))


def links_of(connection: Connection, records: Iterable[str]) -> tuple[Link, ...]:
    """The links from or to one of `records`, by id."""
    found: dict[str, Link] = {}
    for batch in in_batches(records):
        ends = (links.c["from"], links.c.to)
        query = select(links).where(or_(*(end.in_(batch) for end in ends)))
        found |= {link.id: link for link in map(link_of, rows(connection, query))}
    return tuple(found[each] for each in sorted(found))


def count(connection: Connection, query: ClaimQuery | LinkQuery) -> int:
    """How many claims or links `query` asks for."""
    asked = select_claims(query) if isinstance(query, ClaimQuery) else select_links(query)
    found = asked.order_by(None).subquery()
    return connection.scalars(select(func.count()).select_from(found)).one()


def all_judgements(connection: Connection) -> Iterator[Judgement]:
    """Every judgement, as they were decided, then by id."""
    return judgements_by_time(connection, JudgementQuery())


def judgements_by_time(connection: Connection, query: JudgementQuery) -> Iterator[Judgement]:
    """The judgements that `query` asks for, as they were decided, then by id."""
    return map(judgement_of, rows(connection, select_judgements(query)))
