"""The addresses of actors."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from sayso.ledger import Page, PartyQuery
from sayso.model import ActorKind
from sayso.web.actors import sections
from sayso.web.actors.sections import TITLES, Section
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page
from sayso.web.told import rows, shown

router = APIRouter()

_ACTORS = 50
_ROWS = 20
_CALLED = 5
"""So many actors of a page can be taken apart there."""


class Listed(BaseModel):
    """Which actors are listed, after which one."""

    name: str = ""
    kind: tuple[ActorKind, ...] = ()
    country: str = ""
    after: str | None = None


@router.get("/actors")
def actors(request: Request, ledger: LedgerOf, asked: Annotated[Listed, Query()]) -> Response:
    """People and groups, those who say, do and suffer most first."""
    query = PartyQuery(
        name=asked.name.strip() or None,
        kind=asked.kind,
        country=asked.country.strip() or None,
        after=asked.after,
        limit=_ACTORS + 1,
    )
    found, is_more = shown(ledger.parties.list(query), _ACTORS)
    return page(
        request, "actors.html", asked=asked, found=found, is_more=is_more, kinds=tuple(ActorKind)
    )


@router.get("/actors/{party}")
def actor(
    request: Request,
    ledger: LedgerOf,
    party: str,
    show: Section = Section.SAID,
    after: str | None = None,
) -> Response:
    """What one actor said, did and had done to it, and what others say."""
    of = ledger.parties.one(party)
    called = ledger.called(party, most=_CALLED)
    told = sections.found(ledger, of, show, Page(after=after, limit=_ROWS + 1))
    found, is_more = shown(told, _ROWS)
    return page(
        request,
        "actor.html",
        party=of,
        called=called,
        judged=ledger.in_force_on(*(one.id for one in called)),
        section=show,
        titles=TITLES,
        count=sections.count,
        rows=rows(ledger, found),
        is_more=is_more,
        after=after,
    )
