"""The addresses of claims."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from sayso.export.claims import Sides, claim_in_full, known_as, sides
from sayso.export.happening import number
from sayso.export.numbers import disagreements
from sayso.export.quoting import Quoting
from sayso.ledger import ClaimQuery, Ledger, PartyQuery
from sayso.model import Standing
from sayso.pipeline.outlets import outlets
from sayso.web.asking import Optional, Words
from sayso.web.claims.view import view_of
from sayso.web.kept import KeptOf
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page

router = APIRouter()

_SHOWN = 30
_CALLED = 20
"""So many people and groups of one name are looked for, those who say and do most."""
_SEVERAL = 2
"""Members that a claim on the board has: one alone is a statement like any other."""


class Board(BaseModel):
    """Which claims the board shows, and how many times thirty of them."""

    standing: tuple[Standing, ...] = ()
    text: Optional[Words] = None
    actor: Optional[Words] = None
    more: Annotated[int, Field(ge=1, le=100)] = 1


@router.get("/")
def board(
    request: Request, ledger: LedgerOf, kept: KeptOf, asked: Annotated[Board, Query()]
) -> Response:
    """Claims, the most contested first."""
    shown = _SHOWN * asked.more
    query = ClaimQuery(
        standing=asked.standing,
        text=asked.text,
        party=_parties(ledger, asked.actor),
        min_members=_SEVERAL,
        limit=shown + 1,
    )
    found = kept(_rows, query)
    return page(
        request,
        "board.html",
        asked=asked,
        rows=found[:shown],
        is_more=len(found) > shown,
        standings=tuple(Standing),
        counts=kept(Ledger.counts),
    )


def _parties(ledger: Ledger, called: str | None) -> tuple[str, ...] | None:
    """The ids of those so called; null where nobody is asked for."""
    if called is None:
        return None
    return tuple(one.id for one in ledger.parties.list(PartyQuery(name=called, limit=_CALLED)))


def _rows(ledger: Ledger, query: ClaimQuery) -> tuple[Sides, ...]:
    return tuple(sides(ledger, query, outlets))


@router.get("/claims/{claim}")
def claim(request: Request, ledger: LedgerOf, claim: str) -> Response:
    """The claim with this id, or whose id alone begins so: everybody's word on it."""
    told = claim_in_full(ledger, claim, outlets)
    if told.claim.id != claim:
        return RedirectResponse(request.url.path.replace(claim, told.claim.id))
    numbers = disagreements(
        ledger, Quoting(ledger, outlets), (one.statement for one in told.members)
    )
    judged = ledger.in_force_on(*known_as(told.claim, ledger))
    return page(request, "claim.html", view=view_of(told, numbers), number=number, judged=judged)
