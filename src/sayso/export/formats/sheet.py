"""Tables of comma-separated values that a spreadsheet may open.

As RFC 4180 has them, in UTF-8 with a byte order mark, without which Excel takes letters beyond
ASCII for others.

A spreadsheet runs a cell that begins as a formula does, and a report may hold anything: such text
gets an apostrophe in front (CWE-1236, "formula injection"). So does text that begins with
apostrophes before such a character: taking one away gives every text as it was.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

Cell = str | int | float | None

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
"""How a cell begins that some spreadsheet takes for a formula, in wide characters too (OWASP)."""


def write_sheet(stream: BinaryIO, columns: Sequence[str], rows: Iterable[Iterable[Cell]]) -> None:
    """Write `rows` below the names of their `columns`, as they come; what is null is empty."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        sheet = csv.writer(text)
        sheet.writerow(columns)
        sheet.writerows(map(_harmless, row) for row in rows)
    finally:
        text.detach()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
