"""The addresses of actors."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from sayso.ledger import Ledger, Page, Party
from sayso.model import ActorKind
from sayso.web.actors import sections
from sayso.web.actors.asked import Listed
from sayso.web.actors.naming import named
from sayso.web.actors.sections import TITLES, Section
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page
from sayso.web.told import rows, shown

router = APIRouter()

_ACTORS = 50
_ROWS = 20


@router.get("/actors")
def actors(request: Request, ledger: LedgerOf, asked: Annotated[Listed, Query()]) -> Response:
    """People and groups, those who say, do and suffer most first."""
    found, is_more = shown(ledger.parties.list(asked.query(_ACTORS + 1)), _ACTORS)
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
    told = sections.found(ledger, of, show, Page(after=after, limit=_ROWS + 1))
    found, is_more = shown(told, _ROWS)
    return page(
        request,
        "actor.html",
        **_head(ledger, of),
        section=show,
        rows=rows(ledger, found),
        is_more=is_more,
        after=after,
    )


@router.get("/actors/{party}/reports")
def in_reports(
    request: Request, ledger: LedgerOf, party: str, after: str | None = None
) -> Response:
    """In which reports an actor is named, and how; where somebody else is meant, to take apart."""
    of = ledger.parties.one(party)
    found, is_more = shown(ledger.parties.actors(party, Page(after=after, limit=_ROWS + 1)), _ROWS)
    return page(
        request,
        "actor_reports.html",
        **_head(ledger, of),
        section=None,
        named=named(ledger, found),
        is_more=is_more,
        after=after,
    )


def _head(ledger: Ledger, of: Party) -> dict[str, Any]:
    """What every page of an actor tells."""
    return {
        "party": of,
        "titles": TITLES,
        "count": sections.count,
        "first": next(iter(ledger.parties.actors(of.id, Page(limit=1))), None),
        "judged": ledger.in_force_on_party(of.id),
    }
