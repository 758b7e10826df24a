"""The address of the raw bytes of a report."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.acquire import media
from sayso.ledger import Ledger
from sayso.model import InputError, RawError, Reading
from sayso.pipeline.locating import bytes_of
from sayso.pipeline.pictures import Pictures
from sayso.web.ledgers import LedgerOf
from sayso.web.raw import marking
from sayso.web.raw.view import boxes_of, sheet
from sayso.web.rendering import page
from sayso.web.report.marking import words_of

router = APIRouter()

_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
"""A page that anybody may have written runs nothing, loads nothing and sends nothing."""
_PAGES = (media.HTML, media.XHTML)


@router.get("/reports/{report}/raw")
def raw(
    request: Request,
    ledger: LedgerOf,
    report: str,
    at: str | None = None,
    number: Annotated[int | None, Query(alias="page", ge=1)] = None,
) -> Response:
    """The raw bytes of a report with the words of the record `at` marked, for a frame beside it.

    A page opened by itself could lead elsewhere by its links: it is shown in its frame alone.
    """
    if request.headers.get("sec-fetch-dest") == "document":
        return RedirectResponse(
            request.url.replace(path=f"/reports/{report}").include_query_params(beside="raw")
        )
    reading = ledger.reading(report)
    try:
        response = _shown(request, ledger, reading, at, number)
    except (RawError, InputError) as error:
        response = page(request, "raw_missing.html", status=404, message=str(error))
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def _shown(
    request: Request, ledger: Ledger, reading: Reading, at: str | None, number: int | None
) -> Response:
    report, spans = reading.report, words_of(reading, at)
    kind = media.bare(report.media_type)
    given = bytes_of(ledger, report)
    if kind == media.PDF:
        boxes = boxes_of(report, spans)
        first = number or next((box.page for box in boxes), 1)
        shown = sheet(_pictures().of(given, first), boxes)
        return page(request, "raw_sheet.html", sheet=shown, at=at)
    ranges = marking.ranges_of(report, spans)
    if kind in _PAGES:
        return HTMLResponse(marking.as_page(given, ranges, report))
    text = marking.as_text(given, ranges, report)
    part = report.source_map.part if report.source_map else None
    return page(request, "raw_text.html", text=text, part=part)


@cache
def _pictures() -> Pictures:
    return Pictures()
