"""The addresses of reports and of every record in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from sayso.model import Reading
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page
from sayso.web.report.copies import copies_of
from sayso.web.report.view import view_of

router = APIRouter()


def _judged_in(reading: Reading) -> Iterator[str]:
    """The ids of what people judge in a report."""
    for records in (reading.statements, reading.events, reading.relations):
        yield from (one.id for one in records)


@router.get("/reports/{report}")
def report(
    request: Request,
    ledger: LedgerOf,
    report: str,
    at: str | None = None,
    beside: Literal["raw"] | None = None,
) -> Response:
    """The report with this id, or whose id alone begins so, opened at the words of `at`.

    `beside` it stands what was received, with the same words marked.
    """
    reading = ledger.reading(report)
    if reading.report.id != report:
        return RedirectResponse(request.url.path.replace(report, reading.report.id))
    is_kept = reading.report.sha256 in ledger.raw
    return page(
        request,
        "report.html",
        view=view_of(reading, at),
        copies=copies_of(ledger, report),
        actors=reading.actors,
        judged=ledger.in_force_on(reading.report.id, *_judged_in(reading)),
        is_kept=is_kept,
        beside=beside == "raw",
    )
