"""The address of the timeline."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from sayso.web.asking import following
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page
from sayso.web.timeline.asked import Asked, found, goes_on
from sayso.web.timeline.lanes import days
from sayso.web.told import rows

router = APIRouter()


@router.get("/timeline")
def timeline(request: Request, ledger: LedgerOf, asked: Annotated[Asked, Query()]) -> Response:
    """What was said, and what is told to have happened, day by day."""
    shown = found(ledger, asked)
    return page(
        request,
        "timeline.html",
        asked=asked,
        days=days(shown),
        said=rows(ledger, shown.said),
        happened=rows(ledger, shown.happened),
        following=following(request.url, **goes_on(asked, shown)),
    )
