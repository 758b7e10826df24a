"""The application: its rooms, its guards, and what becomes of errors."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache, partial
from http import HTTPStatus
from importlib.metadata import version
from importlib.resources import files

import anyio
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from sayso.ledger import Ledger
from sayso.model import LedgerError, PeopleError, QueryError, RecordError, RecordNotFound
from sayso.web import (
    actors,
    api,
    claims,
    health,
    judging,
    lists,
    network,
    persons,
    raw,
    report,
    search,
    sign_in,
    timeline,
)
from sayso.web import map as places
from sayso.web.asking import relative
from sayso.web.attempts import Attempts
from sayso.web.guards import HEADERS, Guard, may_read
from sayso.web.kept import Kept
from sayso.web.observing import Observer
from sayso.web.rendering import page
from sayso.web.sessions import Sessions
from sayso.web.settings import Settings

_PAGES = (
    api.newcomers,
    claims.router,
    lists.router,
    report.router,
    raw.router,
    actors.router,
    timeline.router,
    places.router,
    network.router,
    search.router,
    judging.router,
)
_AT_ONCE = max(2, os.cpu_count() or 1)
"""Requests that are worked on at once. The others wait for them: more threads than processors take
each other's turn, and every answer takes longer."""
_TITLES = {403: "Not allowed", 404: "Not here", 422: "Not understood", 429: "Wait"}


def create_app(settings: Settings) -> FastAPI:
    """The reading room over the ledger that `settings` name.

    Raises LedgerError when the ledger cannot be opened.
    """

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _AT_ONCE
        with Ledger(settings.ledger, mode="read" if settings.read_only else "write") as ledger:
            app.state.ledger = ledger
            app.state.kept = Kept(ledger)
            yield

    app = FastAPI(
        title="sayso",
        version=version("sayso"),
        description="Who says what, and who denies it: everything that the pages show, as JSON.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=opened,
    )
    app.state.settings = settings
    app.state.sessions = Sessions()
    app.state.attempts = Attempts()
    app.add_middleware(Guard, settings=settings)
    app.add_middleware(Observer)
    if settings.proxies:
        # Around all others: whom they see, and over what, is as the proxy says.
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=sorted(settings.proxies))
    app.include_router(health.router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=str(files("sayso.web") / "static")), "static")
    for router in _PAGES:
        app.include_router(router, dependencies=[Depends(may_read)], include_in_schema=False)
    if not settings.read_only:
        app.include_router(sign_in.router, include_in_schema=False)
        app.include_router(persons.router, include_in_schema=False)
    for router in api.ROUTERS:
        app.include_router(router, dependencies=[Depends(api.may_read)])
    app.openapi = cache(partial(api.described, app))  # type: ignore[method-assign]
    _tell_errors(app)
    return app


def _tell_errors(app: FastAPI) -> None:
    """Each error as a page of its own, with what to do."""

    async def told(request: Request, error: Exception) -> Response:
        if request.url.path.startswith("/api/"):
            return api.problem_of(error)
        if isinstance(error, HTTPException):
            return _refused(request, error)
        if isinstance(error, RecordNotFound):
            return _error(request, 404, str(error))
        if isinstance(error, RequestValidationError):
            return _error(request, 422, "The address asks for something that does not exist.")
        if isinstance(error, QueryError):
            return _error(request, 422, str(error))
        return _error(request, 503, str(error))

    async def failed(_request: Request, _error: Exception) -> Response:
        # This answer passes no guard on its way out; the log tells what went wrong.
        told = "sayso failed at this page: the terminal that it runs in tells why.\n"
        return PlainTextResponse(told, status_code=500, headers=HEADERS)

    for kind in (HTTPException, RequestValidationError, LedgerError, RecordError, PeopleError):
        app.add_exception_handler(kind, told)
    app.add_exception_handler(Exception, failed)


def _refused(request: Request, error: HTTPException) -> Response:
    """The form to log in for who is nobody yet, else the reason."""
    if error.status_code == HTTPStatus.UNAUTHORIZED:
        response = _entrance(request, str(error.detail))
    else:
        response = _error(request, error.status_code, str(error.detail))
    response.headers.update(error.headers or {})
    return response


def _entrance(request: Request, message: str) -> Response:
    to = relative(request.url) if request.method == "GET" else "/"
    return page(request, "log_in.html", status=401, to=to, message=message)


def _error(request: Request, status: int, message: str) -> Response:
    title = _TITLES.get(status, "This did not work")
    return page(request, "error.html", status=status, title=title, message=message)
