"""The addresses of those who may log in."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from sayso.web.guards import may_administer, require_own_form
from sayso.web.rendering import page
from sayso.web.sessions import Session

router = APIRouter(prefix="/people")

Admin = Annotated[Session, Depends(may_administer)]


@router.get("")
def people(request: Request, _admin: Admin) -> Response:
    """Everybody by name, with role and sessions."""
    state = request.app.state
    everybody = sorted(state.settings.people.everybody(), key=lambda one: one.name.casefold())
    shown = [(one, state.sessions.of_person(one.name)) for one in everybody]
    return page(request, "people.html", people=shown)


@router.post("/log-out")
async def log_out(
    request: Request, admin: Admin, name: Annotated[str, Form(max_length=100)]
) -> Response:
    """End every session of the person called `name`."""
    await require_own_form(request, admin)
    request.app.state.sessions.end_all(name)
    return RedirectResponse("/people", HTTPStatus.SEE_OTHER)
