"""Claims that people merged and split: by what they are found when claims are made again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter
from pydantic_core import from_json
from sqlalchemy import Connection, insert, select

from sayso.ledger import fetch
from sayso.ledger.columns import damage_told
from sayso.ledger.schema import members, named_claims, statements
from sayso.ledger.unlinking import unlink
from sayso.model import Judgement, JudgementKind

_MADE_OF = frozenset((JudgementKind.MERGE, JudgementKind.SPLIT))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedClaim:
    """The claim with the id `claim`: that on which `statement` has the words at `places`."""

    claim: str
    statement: str
    places: tuple[tuple[int, int], ...]


_NAMED = TypeAdapter(NamedClaim)


def named(connection: Connection) -> Iterator[NamedClaim]:
    """The claims that were merged or split, by id."""
    for row in fetch.rows(connection, select(named_claims).order_by(named_claims.c.claim)):
        with damage_told({"id": row["claim"]}):
            yield _NAMED.validate_python({**row, "places": from_json(row["places"])})


def heed_claims(connection: Connection, judgement: Judgement) -> bool:
    """Have the claims that were merged or split made anew when the ledger is next linked."""
    if judgement.kind not in _MADE_OF or not judgement.target.startswith("c-"):
        return False
    ends = {judgement.target, judgement.value or ""}
    _name(connection, ends)
    told = {one.statement for one in named(connection) if one.claim in ends}
    near = _on_the_claims_of(connection, told | {end for end in ends if end.startswith("s-")})
    unlink(connection, near)
    return bool(near)


def _name(connection: Connection, claims: Iterable[str]) -> None:
    """Keep by what those of `claims` are found that are there, once and for all."""
    known = set(connection.scalars(select(named_claims.c.claim)))
    for claim in sorted(set(claims) - known):
        query = select(members.c.statement, members.c.spans).where(members.c.known_as == claim)
        row = connection.execute(query.order_by(members.c.statement).limit(1)).first()
        if row is not None:
            places = json.dumps([[span["start"], span["end"]] for span in from_json(row.spans)])
            values = {"claim": claim, "statement": row.statement, "places": places}
            connection.execute(insert(named_claims), values)


def _on_the_claims_of(connection: Connection, told: set[str]) -> set[str]:
    """The reports with a member of a claim of which one of these statements is a member."""
    found = set(connection.scalars(select(statements.c.report).where(statements.c.id.in_(told))))
    claims = select(members.c.claim).where(members.c.statement.in_(told))
    others = select(members.c.statement).where(members.c.claim.in_(claims))
    reports = select(statements.c.report).where(statements.c.id.in_(others)).distinct()
    return found.union(connection.scalars(reports))
