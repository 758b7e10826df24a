"""A page of a PDF as a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The page of this `number`, of so many `pages`, as PNG; its sides are in PDF points."""

    number: int
    pages: int
    width: float
    height: float
    png: bytes
