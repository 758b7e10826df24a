"""The address of the network."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from sayso.export.signs import HELD
from sayso.ledger import Ledger, NetworkQuery, Party, PartyQuery
from sayso.model import RecordNotFound
from sayso.web.ledgers import LedgerOf
from sayso.web.network.view import view_of
from sayso.web.rendering import page
from sayso.web.told import rows, shown

router = APIRouter()

_PARTIES = 16
_WORDS = 20


class Asked(BaseModel):
    """Whose network is shown, of which time, and the two whose words stand below."""

    actor: str = ""
    since: str = ""
    until: str = ""
    from_: Annotated[str, Field(alias="from")] = ""
    to: str = ""


@router.get("/network")
def network(request: Request, ledger: LedgerOf, asked: Annotated[Asked, Query()]) -> Response:
    """Who speaks of, acts on and is tied to whom, of those who are told of most."""
    party = _party(ledger, asked.actor.strip())
    query = NetworkQuery(
        party=party.id if party else None,
        since=asked.since.strip() or None,
        until=asked.until.strip() or None,
        statuses=tuple(sorted(HELD)),
        parties=_PARTIES,
        limit=_WORDS + 1,
    )
    told = ledger.ties.between(asked.from_, asked.to, query) if asked.from_ and asked.to else ()
    found, is_more = shown(told, _WORDS)
    return page(
        request,
        "network.html",
        asked=asked,
        party=party,
        parties=_PARTIES,
        view=view_of(ledger.ties.network(query)),
        rows=rows(ledger, found),
        is_more=is_more,
    )


def _party(ledger: Ledger, called: str) -> Party | None:
    """The party with this id, or the one of those so called of which most is told.

    Raises RecordNotFound where nobody is.
    """
    if not called:
        return None
    found = ledger.parties.list(PartyQuery(name=called, limit=1))
    if found:
        return found[0]
    try:
        return ledger.parties.one(called)
    except RecordNotFound:
        raise RecordNotFound(f"nobody here is called {called!r:.60}") from None
