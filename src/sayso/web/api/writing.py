"""The one way to write: a judgement, signed by whose token it comes with."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, ConfigDict
from starlette.responses import JSONResponse

from sayso.export.codec import to_json
from sayso.model import JudgementKind, RecordError
from sayso.pipeline import judging
from sayso.web.api.access import may_judge
from sayso.web.api.schemas import answer
from sayso.web.asking import RecordId, Words
from sayso.web.ledgers import LedgerOf
from sayso.web.people import Person

router = APIRouter(prefix="/api")


class Decision(BaseModel):
    """What a person decides about the record `target`."""

    model_config = ConfigDict(extra="forbid")

    target: RecordId
    kind: JudgementKind
    value: Words | None = None
    note: Words | None = None
    claim: RecordId | None = None


@router.post(
    "/judgements",
    operation_id="judge",
    status_code=HTTPStatus.CREATED,
    responses=answer("Judgement", "The judgement, as it is recorded.", 401, 403, 404, status=201),
)
def judge(
    ledger: LedgerOf, person: Annotated[Person, Depends(may_judge)], decision: Decision
) -> JSONResponse:
    """Record a judgement, in the name of the person whose token this is; it stays for good."""
    given = judging.Given(by=person.name, **decision.model_dump())
    try:
        made = judging.decide(ledger, given)
        judging.judge(ledger, made)
    except RecordError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    headers = {"Location": f"/api/records/{made.id}"}
    return JSONResponse(to_json(made), status_code=HTTPStatus.CREATED, headers=headers)
