"""The address of the map."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from sayso.export.drawing.world import world_map
from sayso.ledger import Page
from sayso.web.asking import Optional, RecordId, Words
from sayso.web.ledgers import LedgerOf
from sayso.web.map.asked import PLACES, Asked
from sayso.web.rendering import page
from sayso.web.told import rows, shown

router = APIRouter()

_ROWS = 20


class OpenedAt(Asked):
    """Which places, and the one whose events stand below, after which of them."""

    place: Optional[Words] = None
    after: Optional[RecordId] = None


@router.get("/map")
def world(request: Request, ledger: LedgerOf, asked: Annotated[OpenedAt, Query()]) -> Response:
    """Places by how many events are told to have happened there, and the events of one."""
    query = asked.query()
    spots, is_more = shown(ledger.spots.most_told(query), PLACES)
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
