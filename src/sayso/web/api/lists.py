"""Lists of records, and what is looked for by words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse

from sayso.export.codec import to_json
from sayso.ledger import AnyQuery, look_for, page_of
from sayso.web.api.asked import LISTS, Looking, Paged
from sayso.web.api.schemas import answer
from sayso.web.asking import following
from sayso.web.ledgers import LedgerOf

router = APIRouter(prefix="/api")


def _listing(asks: type[Paged], query: type[AnyQuery]) -> Callable[..., JSONResponse]:
    """What answers a list that may be asked so."""

    def listed(request: Request, ledger: LedgerOf, asked: Any) -> JSONResponse:  # noqa: ANN401
        found = page_of(ledger, query(**asked.conditions()), asked.size, after=asked.after)
        last = found.records[-1].id if found.is_more else None
        records = [to_json(one) for one in found.records]
        return JSONResponse({"records": records, "next": following(request.url, after=last)})

    # FastAPI reads what may be asked from the annotations.
    listed.__annotations__ = {
        "request": Request,
        "ledger": LedgerOf,
        "asked": Annotated[asks, Query()],
        "return": JSONResponse,
    }
    return listed


for _type, _asks, _query in LISTS:
    router.get(
        f"/{_type}s",
        summary=f"The {_type}s, a page at a time",
        operation_id=f"list_{_type}s",
        responses=answer(f"{_type.capitalize()}Page", "A page of the list, in its order."),
    )(_listing(_asks, _query))


@router.get("/search", operation_id="search", responses=answer("Hits", "What was found."))
def search(request: Request, ledger: LedgerOf, asked: Annotated[Looking, Query()]) -> JSONResponse:
    """Statements by their words, the latest report first, with the facets of all that fit."""
    hits = look_for(ledger, asked.query(), asked.size, after=asked.after)
    last = hits.hits[-1].statement.id if hits.is_more else None
    told = [{**asdict(hit), "statement": to_json(hit.statement)} for hit in hits.hits]
    facets = {name: [asdict(one) for one in values] for name, values in hits.facets.items()}
    return JSONResponse(
        {
            "hits": told,
            "count": hits.count,
            "is_bounded": hits.is_bounded,
            "facets": facets,
            "next": following(request.url, after=last),
        }
    )
