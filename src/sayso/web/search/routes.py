"""The addresses of what is looked for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import RedirectResponse, Response

from sayso.ledger import HitQuery, look_for
from sayso.model import Act, Certainty, Stance, Standing
from sayso.web.asking import Optional, RecordId, Words
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page
from sayso.web.search.view import view_of
from sayso.web.search.whereabouts import whereabouts

router = APIRouter()

_SHOWN = 30


class Looking(BaseModel):
    """Which statements are looked for, and the last one that was seen."""

    text: Words = ""
    source: Optional[RecordId] = None
    act: Optional[Act] = None
    stance: Optional[Stance] = None
    certainty: Optional[Certainty] = None
    actor: Optional[RecordId] = None
    place: Optional[Words] = None
    standing: Optional[Standing] = None
    report: Optional[RecordId] = None
    since: Optional[Words] = None
    until: Optional[Words] = None

    def query(self) -> HitQuery:
        """The query for them."""
        return HitQuery(**self.model_dump(include=set(Looking.model_fields)))


class LookingOn(Looking):
    """The same, after the statement with the id `after`."""

    after: Optional[RecordId] = None


@router.get("/search")
def search(request: Request, ledger: LedgerOf, asked: Annotated[LookingOn, Query()]) -> Response:
    """Statements that hold the words, the latest report first, beside the facets of all of them."""
    hits = look_for(ledger, asked.query(), _SHOWN, after=asked.after)
    return page(request, "search.html", asked=asked, view=view_of(request.url, hits))


@router.get("/records/{record}")
def record(ledger: LedgerOf, record: str) -> Response:
    """Leads to the words of the record with this id, or whose id alone begins so."""
    return RedirectResponse(whereabouts(ledger, ledger.record(record)))
