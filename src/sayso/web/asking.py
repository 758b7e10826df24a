"""What addresses may ask: fields that a form leaves empty are not asked for."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field
from starlette.datastructures import URL

_T = TypeVar("_T")

Words = Annotated[str, Field(max_length=500)]
"""Words as people type them."""

Day = Annotated[str, Field(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$")]
"""A date as 2024, 2024-03 or 2024-03-05, or nothing."""

RecordId = Annotated[str, Field(max_length=40)]
"""The id of a record, or how it begins."""

Optional = Annotated[_T | None, BeforeValidator(lambda value: None if value == "" else value)]
"""A value, or nothing."""


def relative(address: URL) -> str:
    """`address` without the name of its host."""
    return f"{address.path}?{address.query}" if address.query else address.path


def own_address(address: str) -> str:
    """`address` if it is one of ours without the name of a host, else where everything begins."""
    is_ours = address.startswith("/") and address.isprintable() and "\\" not in address
    return address if is_ours and not address.startswith("//") else "/"
