"""Logging in with a token, and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from sayso.web.rendering import page
from sayso.web.sessions import COOKIE

router = APIRouter()


@router.get("/log-in")
def form(request: Request) -> Response:
    """The form for a token. A token in the address (as `sayso serve` prints it) logs in at once."""
    token = request.query_params.get("token")
    return _begin(request, token) if token else page(request, "log_in.html")


@router.post("/log-in")
def log_in(request: Request, token: Annotated[str, Form(max_length=200)]) -> Response:
    """Begin a session."""
    return _begin(request, token)


@router.post("/log-out")
def log_out(request: Request) -> Response:
    """End the session."""
    request.app.state.sessions.end(request.cookies.get(COOKIE))
    response = RedirectResponse("/", status_code=303)
    response.delete_cookie(COOKIE)
    return response


def _begin(request: Request, token: str) -> Response:
    settings = request.app.state.settings
    person = settings.people.with_token(token)
    if person is None:
        raise HTTPException(401, "This token is nobody's: look at what `sayso serve` printed.")
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(
        COOKIE,
        request.app.state.sessions.begin(person),
        httponly=True,
        samesite="lax",
        secure=settings.secure,
    )
    return response
