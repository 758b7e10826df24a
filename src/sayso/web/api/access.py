"""Who may use the API: by a token in the header, or as a person who is logged in."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from sayso.web.guards import session_of
from sayso.web.people import Person, Role
from sayso.web.tokens import person_with

_BEARER = HTTPBearer(auto_error=False, description="The token of a person, as pages ask for it.")
Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]

_CHALLENGE = {"WWW-Authenticate": "Bearer"}


def may_read(request: Request, bearer: Bearer) -> None:
    """Let through whoever may read; raises HTTPException 401 for others."""
    if bearer is not None:
        _with_token(request, bearer)
    elif not request.app.state.settings.open_to_read and session_of(request) is None:
        raise HTTPException(401, "Give a token: Authorization: Bearer TOKEN.", _CHALLENGE)


def may_judge(request: Request, bearer: Bearer) -> Person:
    """The person with the token, who may judge; a session is not enough, as a page may use that.

    Raises HTTPException 401 without a token of somebody, 403 for who may not.
    """
    if bearer is None:
        raise HTTPException(401, "Give a token: Authorization: Bearer TOKEN.", _CHALLENGE)
    person = _with_token(request, bearer)
    if person.role < Role.JUDGE:
        raise HTTPException(403, f"{person.name} may read, not judge.")
    return person


def _with_token(request: Request, bearer: HTTPAuthorizationCredentials) -> Person:
    person = person_with(request, bearer.credentials)
    if person is None:
        raise HTTPException(401, "This token is nobody's.", _CHALLENGE)
    return person
