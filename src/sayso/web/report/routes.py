"""The addresses of reports and of every record in them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page
from sayso.web.report.view import view_of

router = APIRouter()


@router.get("/reports/{report}")
def report(request: Request, ledger: LedgerOf, report: str, at: str | None = None) -> Response:
    """The report with this id, or whose id alone begins so, opened at the words of `at`."""
    reading = ledger.reading(report)
    if reading.report.id != report:
        return RedirectResponse(request.url.path.replace(report, reading.report.id))
    return page(request, "report.html", view=view_of(reading, at))
