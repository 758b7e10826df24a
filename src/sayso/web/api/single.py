"""One record, one claim with everybody's word on it, and where words stand in the raw bytes."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from starlette.responses import JSONResponse

from sayso.export.claims import as_json, claim_in_full
from sayso.export.codec import to_json
from sayso.export.numbers import Disagreement, disagreements
from sayso.export.quoting import Quoting
from sayso.model import Report, SpanError
from sayso.pipeline.locating import Located, locate, locate_at
from sayso.pipeline.outlets import outlets
from sayso.web.api.schemas import answer
from sayso.web.asking import RecordId
from sayso.web.ledgers import LedgerOf

router = APIRouter(prefix="/api")

Place = Annotated[int | None, Query(ge=0, description="A character of the report's text.")]


@router.get(
    "/records/{record}", operation_id="record", responses=answer("Record", "The record.", 404)
)
def record(ledger: LedgerOf, record: RecordId) -> JSONResponse:
    """The record with this id, or whose id alone begins so; claims by ids of the past too."""
    return JSONResponse(to_json(ledger.record(record)))


@router.get(
    "/claims/{claim}",
    operation_id="claim_in_full",
    responses=answer("ClaimInFull", "The claim, and the records that bear on it.", 404),
)
def claim(ledger: LedgerOf, claim: RecordId) -> JSONResponse:
    """A claim with everybody's word on it: who has it from whom, and what contradicts it.

    `numbers` are those that its words give differently.
    """
    told = claim_in_full(ledger, claim, outlets)
    numbers = disagreements(
        ledger, Quoting(ledger, outlets), (one.statement for one in told.members)
    )
    return JSONResponse({**as_json(told), "numbers": [_numbers(one) for one in numbers]})


@router.get(
    "/locate/{record}",
    operation_id="locate",
    responses=answer("Located", "Each piece of its words.", 404),
)
def located(
    ledger: LedgerOf, record: RecordId, start: Place = None, end: Place = None
) -> JSONResponse:
    """Where the words of a record stand: in the text, the raw bytes, or on the page.

    Of a report, these characters of its text.
    """
    if start is None:
        pieces = locate(ledger, record)
    else:
        report = ledger.report(record)
        pieces = iter([_at(report, start, start + 1 if end is None else end)])
    return JSONResponse({"words": [_told(one) for one in pieces]})


def _numbers(told: Disagreement) -> dict[str, object]:
    figures = [
        {
            "statement": one.word.statement.id,
            "text": one.in_words,
            "low": one.quantity.low,
            "high": one.quantity.high,
            "replaced_by": one.replaced_by.statement.id if one.replaced_by else None,
        }
        for one in told.figures
    ]
    return {"of": told.of, "figures": figures, "more": told.more}


def _at(report: Report, start: int, end: int) -> Located:
    try:
        return locate_at(report, start, end)
    except SpanError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error


def _told(one: Located) -> dict[str, object]:
    known = one.report.source_map
    return {
        "record": one.record,
        "role": one.role,
        "report": one.report.id,
        "sha256": one.report.sha256,
        "media_type": one.report.media_type,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.span.text,
        "encoding": known.encoding if known else None,
        "part": known.part if known else None,
        "ranges": [list(each) for each in one.ranges],
        "boxes": [each._asdict() for each in one.boxes],
        "unmapped": one.unmapped,
    }
