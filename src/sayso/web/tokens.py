"""Tokens that are given, by those who may log in and by those who guess."""

from __future__ import annotations

from http import HTTPStatus
from math import ceil

from fastapi import HTTPException, Request

from sayso.web.attempts import Attempts
from sayso.web.people import Person
from sayso.web.settings import Settings


def person_with(request: Request, token: str) -> Person | None:
    """The person whose `token` came with `request`.

    Raises HTTPException 429 for an address that gave too many wrong ones: it has to wait.
    """
    settings: Settings = request.app.state.settings
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    if wait := attempts.wait(address):
        raise HTTPException(
            HTTPStatus.TOO_MANY_REQUESTS,
            f"Too many wrong tokens: try again in {ceil(wait)} s.",
            {"Retry-After": str(ceil(wait))},
        )
    person = settings.people.with_token(token)
    if person is None:
        attempts.wrong(address)
    else:
        attempts.right(address)
    return person
