"""Statements that nobody judged yet, of which a look would matter most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, select

from sayso.judging.attention import Attention, Candidate, attention
from sayso.ledger.schema import claims, judgements, members, statements
from sayso.model import JudgementKind, Standing

_CLAIMS = 60
"""So many claims of each sort are looked through, the most contested first."""
_UNSURE = 300
"""So many statements are looked through, those of the lowest score first."""
_VERDICTS = (JudgementKind.ACCEPT, JudgementKind.REJECT, JudgementKind.CORRECT)


def queue(connection: Connection) -> list[Attention]:
    """What to look at, what matters most first, then by id; a bounded number of candidates.

    Whoever judged something has looked at it, unless that was undone.
    """
    found: dict[str, Attention] = {}
    for candidate in (*_on_claims(connection), *_unsure(connection)):
        known, made = found.get(candidate.statement), attention(candidate)
        if known is None or made.weight > known.weight:
            found[candidate.statement] = made
    return sorted(found.values(), key=lambda one: (-one.weight, one.candidate.statement))


def _on_claims(connection: Connection) -> Iterator[Candidate]:
    """The members of the most contested claims, and of those that most repeat one origin."""
    most = select(claims.c.id).order_by(claims.c.contested.desc(), claims.c.id).limit(_CLAIMS)
    for asked in (most, most.where(claims.c.standing == Standing.REPEATED)):
        top = list(connection.scalars(asked))
        rows = list(connection.execute(_members_of(top)))
        sizes = Counter(row.claim for row in rows)
        for row in rows:
            if not row.judged:
                yield Candidate(
                    statement=row.statement,
                    score=row.score,
                    claim=row.claim,
                    standing=Standing(row.standing),
                    members=sizes[row.claim],
                )


def _members_of(wanted: list[str]) -> Select[Any]:
    return (
        select(
            members.c.claim,
            members.c.statement,
            statements.c.score,
            claims.c.standing,
            _judged().label("judged"),
        )
        .join(statements, statements.c.id == members.c.statement)
        .join(claims, claims.c.id == members.c.claim)
        .where(members.c.claim.in_(wanted))
    )


def _unsure(connection: Connection) -> Iterator[Candidate]:
    columns = (statements.c.id, statements.c.score)
    lowest = select(*columns).where(statements.c.depth > 0, ~_judged())
    for row in connection.execute(
        lowest.order_by(statements.c.score, statements.c.id).limit(_UNSURE)
    ):
        yield Candidate(statement=row.id, score=row.score)


def _judged() -> ColumnElement[bool]:
    """Whether somebody decided about a statement, and did not undo that."""
    undo = judgements.alias("undo")
    undone = exists().where(and_(undo.c.target == judgements.c.id, undo.c.kind == "undo"))
    about = judgements.c.target == statements.c.id
    return exists().where(about, judgements.c.kind.in_(_VERDICTS), ~undone)
