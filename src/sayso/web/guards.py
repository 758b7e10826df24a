"""What every request passes: by which name it asks, who asks, and what the answer may do.

Headers and checks follow the OWASP cheat sheets on CSRF, session cookies and HTTP headers.
"""

from __future__ import annotations

import hmac

from fastapi import HTTPException, Request
from starlette.middleware.base import RequestResponseEndpoint
from starlette.responses import PlainTextResponse, Response

from sayso.web.people import Role
from sayso.web.sessions import COOKIE, Session, Sessions
from sayso.web.settings import Settings

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """The middleware that lets requests through."""

    def __init__(self, settings: Settings) -> None:
        self._hosts = settings.hosts

    async def __call__(self, request: Request, answer: RequestResponseEndpoint) -> Response:
        """Answer `request`, unless it asks by a name that is not ours."""
        if request.url.hostname not in self._hosts:
            return PlainTextResponse("sayso does not answer to this name.\n", status_code=421)
        response = await answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


def session_of(request: Request) -> Session | None:
    """Who asks, if somebody logged in."""
    sessions: Sessions = request.app.state.sessions
    return sessions.of(request.cookies.get(COOKIE))


def may_read(request: Request) -> None:
    """Let through whoever may read; raises HTTPException 401 for others."""
    settings: Settings = request.app.state.settings
    if not settings.open_to_read and session_of(request) is None:
        raise HTTPException(401, "Log in to read this ledger.")


async def may_judge(request: Request) -> Session:
    """The session of a person who may judge, in a form that is ours.

    Raises HTTPException 401 for who is not logged in, 403 for who may not, for a form that another
    site sent, and where nobody may.
    """
    settings: Settings = request.app.state.settings
    if settings.read_only:
        raise HTTPException(403, "This ledger is published to be read: it takes no judgements.")
    session = session_of(request)
    if session is None:
        raise HTTPException(401, "Log in to judge.")
    if session.person.role < Role.JUDGE:
        raise HTTPException(403, f"{session.person.name} may read, not judge.")
    await _require_own_form(request, session)
    return session


async def _require_own_form(request: Request, session: Session) -> None:
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise HTTPException(403, "This form was sent by another site.")
    sent = request.headers.get("x-sayso-form") or (await request.form()).get("form_token")
    if not isinstance(sent, str) or not hmac.compare_digest(sent, session.form_token):
        raise HTTPException(403, "This form is no longer valid: load the page again.")
