"""The address of the map."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from sayso.export.drawing.world import world_map
from sayso.ledger import Page, SpotQuery
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page
from sayso.web.told import rows, shown

router = APIRouter()

_PLACES = 100
_ROWS = 20


class Asked(BaseModel):
    """Which places the map shows, and the one whose events stand below, after which of them."""

    since: str = ""
    until: str = ""
    country: str = ""
    place: str = ""
    after: str | None = None


@router.get("/map")
def world(request: Request, ledger: LedgerOf, asked: Annotated[Asked, Query()]) -> Response:
    """Places by how many events are told to have happened there, and the events of one."""
    query = SpotQuery(
        since=asked.since.strip() or None,
        until=asked.until.strip() or None,
        country=asked.country.strip() or None,
        limit=_PLACES + 1,
    )
    spots, is_more = shown(ledger.spots.most_told(query), _PLACES)
    told = (
        ledger.spots.events_at(asked.place, query, Page(after=asked.after, limit=_ROWS + 1))
        if asked.place
        else ()
    )
    found, more_events = shown(told, _ROWS)
    return page(
        request,
        "map.html",
        asked=asked,
        spots=spots,
        is_more=is_more,
        world=world_map(spots) if spots else None,
        rows=rows(ledger, found),
        more_events=more_events,
    )
