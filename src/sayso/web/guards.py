"""What every request passes: by which name it asks, who asks, and what the answer may do.

Headers and checks follow the OWASP cheat sheets on CSRF, session cookies and HTTP headers.
"""

from __future__ import annotations

import hmac
import re
from http import HTTPStatus

from fastapi import HTTPException, Request
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.health import PROBES
from sayso.web.people import Role
from sayso.web.sessions import Session, Sessions, cookie_of
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
_HOST = re.compile(r"(?P<name>[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?", re.ASCII)
_READING = ("GET", "HEAD")
_MOST_SENT = 1 << 16
"""Bytes of a form or a judgement; the longest note is far below."""


class Guard:
    """The middleware that lets requests through, and says what browsers may do with the answers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._headers = HEADERS | {
            # Pages behind a login are kept nowhere; others are asked for again, and not shared.
            "Cache-Control": "private, no-cache" if settings.open_to_read else "no-store"
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, unless it asks for what nobody may."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._refusal(Request(scope)) or self._app
        await answer(scope, receive, send_guarded)

    def _refusal(self, request: Request) -> Response | None:
        if request.url.path in PROBES:
            return None  # supervisors ask by any name, and learn nothing of the ledger
        if not self._is_ours(request.headers.get("host", "")):
            return _refused(421, "sayso does not answer to this name: `sayso serve --name` adds it")
        if request.method in _READING:
            return None
        if self._settings.read_only:
            told = "This ledger is published to be read: it takes nothing"
            return _refused(405, told, {"Allow": ", ".join(_READING)})
        if _is_from_elsewhere(request):
            return _refused(403, "This form was sent by another site")
        return _too_much(request)

    def _is_ours(self, host: str) -> bool:
        found = _HOST.fullmatch(host.lower())
        return found is not None and found["name"].strip("[]") in self._settings.hosts


def _refused(status: int, told: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{told}.\n", status_code=status, headers=headers)


def _is_from_elsewhere(request: Request) -> bool:
    """Whether a browser says that a page of another site sends this; other programs say nothing."""
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return True
    origin = request.headers.get("origin")
    if origin is None:
        return False
    # Without the scheme: what stands before us may speak TLS with browsers, and not with us.
    return origin.lower().partition("://")[2] != request.headers["host"].lower()


def _too_much(request: Request) -> Response | None:
    if "transfer-encoding" in request.headers:
        return _refused(411, "Say how long it is: Content-Length")
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > _MOST_SENT:
        return _refused(413, f"This is too much: {_MOST_SENT:,} bytes at most")
    return None


def session_of(request: Request) -> Session | None:
    """Who asks, if somebody logged in who still may."""
    sessions: Sessions = request.app.state.sessions
    settings: Settings = request.app.state.settings
    session = sessions.of(request.cookies.get(cookie_of(request)))
    return session if session and session.person in settings.people.everybody() else None


def may_read(request: Request) -> None:
    """Let through whoever may read; raises HTTPException 401 for others."""
    settings: Settings = request.app.state.settings
    if not settings.open_to_read and session_of(request) is None:
        raise HTTPException(HTTPStatus.UNAUTHORIZED, "Log in to read this ledger.")


def may_administer(request: Request) -> Session:
    """The session of an admin; raises HTTPException 401 for nobody, 403 for others."""
    session = session_of(request)
    if session is None:
        raise HTTPException(HTTPStatus.UNAUTHORIZED, "Log in as an admin.")
    if session.person.role < Role.ADMIN:
        raise HTTPException(HTTPStatus.FORBIDDEN, f"{session.person.name} is no admin.")
    return session


async def may_judge(request: Request) -> Session:
    """The session of a person who may judge, in a form that is ours.

    Raises HTTPException 401 for who is not logged in, 403 for who may not, and for a form that is
    not ours.
    """
    session = session_of(request)
    if session is None:
        raise HTTPException(HTTPStatus.UNAUTHORIZED, "Log in to judge.")
    if session.person.role < Role.JUDGE:
        raise HTTPException(HTTPStatus.FORBIDDEN, f"{session.person.name} may read, not judge.")
    await require_own_form(request, session)
    return session


async def require_own_form(request: Request, session: Session) -> None:
    """Raises HTTPException 403 for a form without the token that our page gave `session`."""
    sent = request.headers.get("x-sayso-form") or (await request.form()).get("form_token")
    if not isinstance(sent, str) or not hmac.compare_digest(
        sent.encode(), session.form_token.encode()
    ):
        raise HTTPException(
            HTTPStatus.FORBIDDEN, "This form is no longer valid: load the page again."
        )
