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
