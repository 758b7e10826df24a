"""The options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_LEDGER = Path("sayso.db")

LedgerOption = Annotated[
    Path, typer.Option("--ledger", metavar="FILE", help="The ledger to work on.")
]


class Format(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"


FormatOption = Annotated[
    Format, typer.Option("--format", help="A table for people, or one JSON object a line.")
]
