"""What every request and its answer are seen to do: how long, and how it ended."""

from __future__ import annotations

import time
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.telemetry import answering
from sayso.web.health import PROBES

_STATIC = "/static"
_ELSEWHERE = "none"
"""The route of what leads nowhere: addresses are made up without end."""


class Observer:
    """The middleware around all others: it tells of each request once it is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # Until it begins to answer it has failed.
        status: int = HTTPStatus.INTERNAL_SERVER_ERROR

        async def send_seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        began = time.perf_counter()
        try:
            await self._app(scope, receive, send_seen)
        finally:
            answering.answered(
                route=_route(scope),
                method=scope["method"],
                status=status,
                seconds=time.perf_counter() - began,
                is_probe=scope["path"] in PROBES,
            )


def _route(scope: Scope) -> str:
    """The template of the address, as `/reports/{report}`: it has no words and no ids."""
    if "route" in scope:
        return str(scope["route"].path)
    return _STATIC if scope["path"].startswith(f"{_STATIC}/") else _ELSEWHERE
