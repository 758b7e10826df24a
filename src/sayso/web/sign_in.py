"""Logging in with a token, and out."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from sayso.web.asking import own_address
from sayso.web.rendering import page
from sayso.web.sessions import cookie_of
from sayso.web.tokens import person_with

router = APIRouter()

_OWN_LINKS = ("none", "same-origin")


@router.get("/log-in")
def form(request: Request, to: str = "/") -> Response:
    """The form for a token, which then leads `to` an address of ours.

    A token in the address (as `sayso serve` prints it) logs in at once, where nobody else's page
    led there: it would log people in under a name that is not theirs.
    """
    token = request.query_params.get("token")
    if token and request.headers.get("sec-fetch-site", "none") in _OWN_LINKS:
        return _begin(request, token, to)
    return page(request, "log_in.html", to=own_address(to), message=None)


@router.post("/log-in")
def log_in(
    request: Request,
    token: Annotated[str, Form(max_length=200)],
    to: Annotated[str, Form(max_length=4_000)] = "/",
) -> Response:
    """Begin a session."""
    return _begin(request, token.strip(), to)


@router.post("/log-out")
def log_out(request: Request) -> Response:
    """End the session."""
    cookie = cookie_of(request)
    request.app.state.sessions.end(request.cookies.get(cookie))
    response = RedirectResponse("/", HTTPStatus.SEE_OTHER)
    response.delete_cookie(cookie)
    return response


def _begin(request: Request, token: str, to: str) -> Response:
    person = person_with(request, token)
    if person is None:
        raise HTTPException(
            HTTPStatus.UNAUTHORIZED, "This token is nobody’s: look at what `sayso serve` printed."
        )
    response = RedirectResponse(own_address(to), HTTPStatus.SEE_OTHER)
    response.set_cookie(
        cookie_of(request),
        request.app.state.sessions.begin(person),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response
