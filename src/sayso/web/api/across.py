"""What the pages tell across reports: parties, network, timeline, map, and the queue of review."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import ConfigDict
from starlette.responses import JSONResponse

from sayso.export.codec import to_json
from sayso.export.signs import sign_of_kind
from sayso.ledger import Ledger, Page, Tie, Told
from sayso.web.actors import asked as of_parties
from sayso.web.actors.sections import Section, found
from sayso.web.api.asked import Paged
from sayso.web.api.schemas import answer
from sayso.web.asking import RecordId, following
from sayso.web.kept import KeptOf
from sayso.web.ledgers import LedgerOf
from sayso.web.map import asked as of_map
from sayso.web.network import asked as of_network
from sayso.web.timeline import asked as of_timeline
from sayso.web.told import shown

router = APIRouter(prefix="/api")

_STRICT = ConfigDict(extra="forbid")


class Parties(of_parties.Listed, Paged):
    """Which parties."""


class OfParty(Paged):
    """What of a party."""

    show: Section = Section.SAID


class Network(of_network.Asked):
    """Whose network, of which time."""

    model_config = _STRICT


class Spots(of_map.Asked):
    """Which places."""

    model_config = _STRICT


class AtSpot(of_map.Asked, Paged):
    """Which events at a place."""


class Timeline(of_timeline.Asked):
    """What is looked for, after which records."""

    model_config = _STRICT


@router.get(
    "/parties", operation_id="parties", responses=answer("PartyPage", "Some of the parties.", 404)
)
def parties(request: Request, ledger: LedgerOf, asked: Annotated[Parties, Query()]) -> JSONResponse:
    """People and groups over all reports: actors of one name and kind, those told of most first."""
    told, is_more = shown(ledger.parties.list(asked.query(asked.size + 1)), asked.size)
    last = told[-1].id if is_more else None
    each = [asdict(one) for one in told]
    return JSONResponse({"parties": each, "next": following(request.url, after=last)})


@router.get(
    "/parties/{party}",
    operation_id="party",
    responses=answer("PartyTold", "The party, and some of what is told of it.", 404),
)
def party(
    request: Request, ledger: LedgerOf, party: RecordId, asked: Annotated[OfParty, Query()]
) -> JSONResponse:
    """One party, and what it said, denied, did …, as `show` says, report by report."""
    of = ledger.parties.one(party)
    told = found(ledger, of, asked.show, _page(asked))
    return JSONResponse({"party": asdict(of), **_told(request, told, asked)})


@router.get(
    "/parties/{party}/actors",
    operation_id="party_actors",
    responses=answer("ActorPage", "Some of them.", 404),
)
def actors_of(
    request: Request, ledger: LedgerOf, party: RecordId, asked: Annotated[Paged, Query()]
) -> JSONResponse:
    """The actors that are taken for one party, report by report."""
    of = ledger.parties.one(party)
    named, is_more = shown(ledger.parties.actors(of.id, _page(asked)), asked.size)
    last = named[-1].id if is_more else None
    records = [to_json(one) for one in named]
    return JSONResponse({"records": records, "next": following(request.url, after=last)})


@router.get(
    "/network", operation_id="network", responses=answer("Network", "The parties and ties.", 404)
)
def network(ledger: LedgerOf, asked: Annotated[Network, Query()]) -> JSONResponse:
    """Who speaks of, acts on and is tied to whom, of the sixteen parties that are told of most."""
    drawn = ledger.ties.network(asked.query(of_network.party(ledger, asked)))
    named = [{"id": one, "name": n, "kind": kind} for one, (n, kind) in drawn.parties.items()]
    return JSONResponse({"parties": named, "ties": [_tie(one) for one in drawn.ties]})


@router.get(
    "/spots", operation_id="spots", responses=answer("Spots", "The places, at most a hundred.")
)
def spots(ledger: LedgerOf, asked: Annotated[Spots, Query()]) -> JSONResponse:
    """Where things are told to have happened, the places with most events first."""
    told, is_more = shown(ledger.spots.most_told(asked.query()), of_map.PLACES)
    return JSONResponse({"spots": [asdict(one) for one in told], "is_more": is_more})


@router.get(
    "/spots/{place:path}",
    operation_id="events_at",
    responses=answer("EventPage", "Some of the events.", 404),
)
def events_at(
    request: Request, ledger: LedgerOf, place: str, asked: Annotated[AtSpot, Query()]
) -> JSONResponse:
    """The events that are told to have happened at the place so called, report by report."""
    told = ledger.spots.events_at(place, asked.query(), _page(asked))
    return JSONResponse(_told(request, told, asked))


@router.get(
    "/timeline", operation_id="timeline", responses=answer("Timeline", "A stretch of it.", 404)
)
def timeline(
    request: Request, ledger: LedgerOf, asked: Annotated[Timeline, Query()]
) -> JSONResponse:
    """What was said, and what is told to have happened, both up to the same day."""
    told = of_timeline.found(ledger, asked)
    return JSONResponse(
        {
            "said": _records(told.said),
            "happened": _records(told.happened),
            "next": following(request.url, **of_timeline.goes_on(asked, told)),
        }
    )


@router.get("/review", operation_id="review", responses=answer("Review", "All of the queue."))
def review(kept: KeptOf) -> JSONResponse:
    """Statements that nobody judged yet, those of which a look would matter most first."""
    rows = [
        {
            "statement": one.candidate.statement,
            "claim": one.candidate.claim,
            "weight": one.weight,
            "reasons": one.reasons,
        }
        for one in kept(Ledger.to_review)
    ]
    return JSONResponse({"rows": rows})


def _page(asked: Paged) -> Page:
    """The page that is asked for, and one record more, which tells that others follow."""
    return Page(after=asked.after, limit=asked.size + 1)


def _told(request: Request, told: tuple[Told, ...], asked: Paged) -> dict[str, object]:
    those, is_more = shown(told, asked.size)
    last = those[-1].record.id if is_more else None
    return {"records": _records(those), "next": following(request.url, after=last)}


def _records(told: Iterable[Told]) -> list[dict[str, object]]:
    return [to_json(one.record) for one in told]


def _tie(one: Tie) -> dict[str, object]:
    fields = asdict(one)
    return {"from": fields.pop("from_"), "sign": sign_of_kind(one.kind), **fields}
