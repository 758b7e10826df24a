"""The API, described in OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sayso.web.api.schemas import components

_OWN = ("HTTPValidationError", "ValidationError")
"""Schemas that FastAPI adds for errors, which are problems here."""


def described(app: FastAPI) -> dict[str, Any]:
    """The description of the API that `app` answers."""
    made = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    schemas = made["components"]["schemas"]
    for name in _OWN:
        schemas.pop(name, None)
    schemas.update(components())
    for operations in made["paths"].values():
        if "get" in operations:
            # Reading takes a token only where the ledger is not open to all.
            operations["get"]["security"] = [{}, *operations["get"].get("security", ())]
    return made
