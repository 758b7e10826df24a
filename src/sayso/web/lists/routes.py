"""The address of the list of reports."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from sayso.ledger import ReportQuery, languages, publishers, report_entries
from sayso.web.asking import Optional, RecordId, Words, following
from sayso.web.kept import KeptOf
from sayso.web.ledgers import LedgerOf
from sayso.web.rendering import page

router = APIRouter()

_SHOWN = 40


class Catalogue(BaseModel):
    """Which reports the list shows, in which order, and the last one that was seen."""

    title: Optional[Words] = None
    publisher: Optional[Words] = None
    language: Optional[Words] = None
    since: Optional[Words] = None
    until: Optional[Words] = None
    sort: Literal["newest", "oldest"] = "newest"
    after: Optional[RecordId] = None

    def query(self) -> ReportQuery:
        """The query for them."""
        return ReportQuery(
            newest=self.sort == "newest",
            **self.model_dump(include={"title", "publisher", "language", "since", "until"}),
        )


@router.get("/reports")
def reports(
    request: Request, ledger: LedgerOf, kept: KeptOf, asked: Annotated[Catalogue, Query()]
) -> Response:
    """Reports by date, with how many statements and denials are in each."""
    found = report_entries(ledger, asked.query(), _SHOWN, after=asked.after)
    return page(
        request,
        "reports.html",
        asked=asked,
        entries=found.entries,
        following=following(request.url, after=found.entries[-1].id if found.is_more else None),
        publishers=kept(publishers),
        languages=kept(languages),
    )
