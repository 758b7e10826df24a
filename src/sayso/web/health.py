"""Whether the reading room is there, and whether it can answer: for supervisors and proxies.

As Kubernetes has them (https://kubernetes.io/docs/reference/using-api/health-checks/): `/livez`
says that the process answers, and is no reason to start it again when the ledger is away; `/readyz`
says that the ledger can be read. Both answer anybody, whatever name they ask by, and tell nothing
of the ledger: why it cannot be read stands in the log.
"""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse

from sayso.ledger import Ledger
from sayso.model import LedgerError
from sayso.telemetry import answering
from sayso.web.settings import Settings

LIVE, READY = "/livez", "/readyz"
PROBES = frozenset((LIVE, READY))
_METHODS = ["GET", "HEAD"]
_HEADERS = {"Cache-Control": "no-store"}

router = APIRouter()


@router.api_route(LIVE, methods=_METHODS)
async def live() -> PlainTextResponse:
    """That the process answers."""
    return PlainTextResponse("ok\n", headers=_HEADERS)


@router.api_route(READY, methods=_METHODS)
def ready(request: Request) -> PlainTextResponse:
    """That the ledger can be opened and has the schema that this sayso reads."""
    settings: Settings = request.app.state.settings
    try:
        Ledger(settings.ledger, mode="read").close()
    except LedgerError as error:
        answering.not_ready(type(error).__name__, str(error))
        told = "the ledger cannot be read: the log tells why\n"
        return PlainTextResponse(told, HTTPStatus.SERVICE_UNAVAILABLE, _HEADERS)
    return PlainTextResponse("ok\n", headers=_HEADERS)
