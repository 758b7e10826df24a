"""The page that tells how the API is used."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from sayso.web.rendering import page

router = APIRouter()


@router.get("/api")
def api(request: Request) -> Response:
    """What can be asked, with examples."""
    operations = [
        (path, method.upper(), told)
        for path, methods in request.app.openapi()["paths"].items()
        for method, told in methods.items()
    ]
    return page(request, "api.html", operations=operations)
