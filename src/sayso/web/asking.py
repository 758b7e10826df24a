"""What addresses may ask: fields that a form leaves empty are not asked for."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field
from starlette.datastructures import URL

_T = TypeVar("_T")

Words = Annotated[str, Field(max_length=500)]
"""Words as people type them."""

Country = Annotated[str, Field(max_length=3)]
"""An ISO 3166-1 alpha-3 code, in any case."""

RecordId = Annotated[str, Field(max_length=40)]
"""The id of a record, or how it begins."""


def _given(value: object) -> object:
    """`value` without space around it, and nothing where only that was left."""
    return value.strip() or None if isinstance(value, str) else value


Optional = Annotated[_T | None, BeforeValidator(_given)]
"""A value, or nothing."""


def relative(address: URL) -> str:
    """`address` without the name of its host."""
    return f"{address.path}?{address.query}" if address.query else address.path


def following(address: URL, **after: str | None) -> str | None:
    """The address of the page after this one, which goes on `after` these; null after the last."""
    told = {name: record for name, record in after.items() if record}
    return relative(address.include_query_params(**told)) if told else None


def own_address(address: str) -> str:
    """`address` if it is one of ours without the name of a host, else where everything begins."""
    is_ours = address.startswith("/") and address.isprintable() and "\\" not in address
    return address if is_ours and not address.startswith("//") else "/"
