"""The addresses of judging."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from sayso.ledger import JudgementQuery, Ledger, Page
from sayso.model import RecordError
from sayso.pipeline.judging import Given, decide, judge
from sayso.web.asking import Optional, RecordId, Words
from sayso.web.guards import may_judge
from sayso.web.judging.forms import Sent
from sayso.web.judging.view import history, waiting
from sayso.web.kept import KeptOf
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page
from sayso.web.sessions import Session

router = APIRouter()

_SHOWN = 20
_DECIDED = 50
_MERGED = 100
"""So many actors at once: claims and links follow each."""

MayJudge = Annotated[Session, Depends(may_judge)]


class Asked(BaseModel):
    """Which judgements are listed: on which record, by whom, after which of them."""

    record: Optional[RecordId] = None
    by: Optional[Words] = None
    after: Optional[RecordId] = None


class Turned(BaseModel):
    """How far a list is turned over."""

    skip: Annotated[int, Field(ge=0, le=10_000)] = 0


@router.post("/judge")
def judged(ledger: LedgerOf, session: MayJudge, sent: Annotated[Sent, Form()]) -> Response:
    """Record what was decided, in the name of who is logged in, and go back."""
    with _told():
        judge(ledger, decide(ledger, sent.given(session.person.name)))
    return RedirectResponse(sent.back_to, status_code=HTTPStatus.SEE_OTHER)


@router.post("/judge/actors")
def merged(ledger: LedgerOf, session: MayJudge, sent: Annotated[Sent, Form()]) -> Response:
    """Merge all actors that are shown as one with one of another page, and go back."""
    with _told():
        given = sent.given(session.person.name)
        for pair in _merges(ledger, given):
            judge(ledger, decide(ledger, pair))
    return RedirectResponse(sent.back_to, status_code=HTTPStatus.SEE_OTHER)


def _merges(ledger: Ledger, given: Given) -> Iterator[Given]:
    """The judgements by which all actors shown as one are merged with one shown as another.

    Raises RecordNotFound where either is nobody, RecordError where they are too many.
    """
    ours, theirs = (ledger.parties.one(each or "") for each in (given.target, given.value))
    if theirs.actors > _MERGED:
        raise RecordError(
            f"{theirs.name} is named in {theirs.actors:,} reports, and at most {_MERGED} are merged"
            f" at once: merge {ours.name} from the page of {theirs.name}"
        )
    [first] = ledger.parties.actors(ours.id, Page(limit=1))
    for other in ledger.parties.actors(theirs.id, Page(limit=_MERGED)):
        yield replace(given, target=first.id, value=other.id)


@contextmanager
def _told() -> Iterator[None]:
    """Tell what makes no sense in a form as that, not as a ledger that is damaged."""
    try:
        yield
    except RecordError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error


@router.get("/review")
def review(
    request: Request, ledger: LedgerOf, kept: KeptOf, asked: Annotated[Turned, Query()]
) -> Response:
    """What a look at would matter most."""
    found = kept(Ledger.to_review)
    shown = waiting(ledger, found[asked.skip : asked.skip + _SHOWN])
    last = asked.skip + _SHOWN
    after = last if last < len(found) else None
    return page(request, "review.html", rows=shown, number=len(found), skip=asked.skip, after=after)


@router.get("/history")
def decided(
    request: Request, ledger: LedgerOf, kept: KeptOf, asked: Annotated[Asked, Query()]
) -> Response:
    """What people decided, the latest first."""
    query = JudgementQuery(target=asked.record, by=asked.by, newest=True)
    shown = history(ledger, query, _DECIDED, after=asked.after)
    return page(request, "history.html", asked=asked, shown=shown, waiting=kept(_waiting))


def _waiting(ledger: Ledger) -> int:
    """How many reports are to be linked anew."""
    return ledger.link_index.waiting()
