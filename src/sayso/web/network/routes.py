"""The address of the network."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from sayso.web.ledgers import LedgerOf
from sayso.web.network.asked import PARTIES, Between, party
from sayso.web.network.view import view_of
from sayso.web.rendering import page
from sayso.web.told import rows, shown

router = APIRouter()

_WORDS = 20


@router.get("/network")
def network(request: Request, ledger: LedgerOf, asked: Annotated[Between, Query()]) -> Response:
    """Who speaks of, acts on and is tied to whom, of those who are told of most."""
    around = party(ledger, asked)
    query = asked.query(around, limit=_WORDS + 1)
    told = ledger.ties.between(asked.from_, asked.to, query) if asked.from_ and asked.to else ()
    found, is_more = shown(told, _WORDS)
    return page(
        request,
        "network.html",
        asked=asked,
        party=around,
        parties=PARTIES,
        view=view_of(ledger.ties.network(query)),
        rows=rows(ledger, found),
        is_more=is_more,
    )
