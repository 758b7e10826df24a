"""Errors as problem details for HTTP APIs (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from sayso.model import QueryError, RecordNotFound

MEDIA_TYPE = "application/problem+json"


def problem_of(error: Exception) -> JSONResponse:
    """What went wrong, as a problem."""
    if isinstance(error, HTTPException):
        return _problem(error.status_code, str(error.detail), error.headers)
    if isinstance(error, RequestValidationError):
        return _problem(HTTPStatus.UNPROCESSABLE_ENTITY, _fault(error))
    if isinstance(error, QueryError):
        return _problem(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
    if isinstance(error, RecordNotFound):
        return _problem(HTTPStatus.NOT_FOUND, str(error))
    return _problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error))


def _problem(status: int, detail: str, headers: object = None) -> JSONResponse:
    told = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
    }
    sent = dict(headers) if isinstance(headers, dict) else {}
    return JSONResponse(told, status_code=status, headers=sent, media_type=MEDIA_TYPE)


def _fault(error: RequestValidationError) -> str:
    """The first thing that was wrong: which parameter or field, and how."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"][1:]) or first["loc"][0]
    return f"{where}: {first['msg']}"
