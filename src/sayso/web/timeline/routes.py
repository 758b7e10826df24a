"""The address of the timeline."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from sayso.ledger import LookFor, Page
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page
from sayso.web.timeline.lanes import Lane, days, stretch
from sayso.web.told import rows

router = APIRouter()

_ROWS = 20
"""Rows of a lane on a page, at most."""


class Asked(BaseModel):
    """What the timeline looks for, and after which rows of its lanes it goes on."""

    words: str = ""
    actor: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    said: str | None = None
    happened: str | None = None


@router.get("/timeline")
def timeline(request: Request, ledger: LedgerOf, asked: Annotated[Asked, Query()]) -> Response:
    """What was said, and what is told to have happened, day by day."""
    look = LookFor(
        words=asked.words.strip() or None,
        actor=asked.actor.strip() or None,
        place=asked.place.strip() or None,
        since=asked.since.strip() or None,
        until=asked.until.strip() or None,
    )
    shown = stretch(
        Lane(ledger.days.said(look, Page(after=asked.said, limit=_ROWS + 1)), _ROWS),
        Lane(ledger.days.happened(look, Page(after=asked.happened, limit=_ROWS + 1)), _ROWS),
    )
    said, happened = rows(ledger, shown.said), rows(ledger, shown.happened)
    return page(
        request,
        "timeline.html",
        asked=asked,
        days=days(shown),
        said=said,
        happened=happened,
        next_page={
            "said": said[-1].at if said else asked.said or "",
            "happened": happened[-1].at if happened else asked.happened or "",
        }
        if shown.is_more
        else None,
    )
