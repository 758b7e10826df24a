"""A matrix as a table for a spreadsheet (CSV, RFC 4180), to be marked there and read back."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from sayso.export.telling import one_line
from sayso.model import Claim, InputError, Mark
from sayso.pipeline.hypotheses.matrix import Cell, Matrix, Row

_ABOUT = ("origin", "why", "statement", "report", "published", "who", "words", "apart")
_OF_A_CLAIM = ("proposed", "mark", "by")
_DELIMITERS = ",;\t"
"""Spreadsheets write the one or the other, by the country."""
_MARK_OF = re.compile(r"mark (?P<claim>c-[0-9a-f]+)\b")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so may be run by a spreadsheet."""


@dataclass(frozen=True, slots=True)
class SheetMark:
    """A mark that stands in a sheet, and in which of its rows, counted from 1 with the heads."""

    row: int
    statement: str
    claim: str
    mark: Mark


def write_sheet(matrix: Matrix, stream: TextIO) -> None:
    """Write `matrix` to `stream`: a row for each statement, three columns for each claim.

    "proposed" is what sayso proposes, "mark" the latest mark that a person made, to be filled in,
    and "by" whose it is.
    """
    rows = csv.writer(stream)
    heads = (f"{name} {_head(claim)}" for claim in matrix.claims for name in _OF_A_CLAIM)
    rows.writerow([*_ABOUT, *heads])
    for number, origin in enumerate(matrix.origins, start=1):
        for row in origin.rows:
            rows.writerow([number, *map(_inert, (origin.why, *_about(row)))])


def read_sheet(path: Path) -> list[SheetMark]:
    """The marks that a person filled in, in the sheet at `path` that `write_sheet` wrote.

    Raises InputError, naming the row, where it cannot be read or holds a word that is no mark.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(_marks(list(csv.reader(stream, delimiter=_delimiter(stream))), path.name))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path.name} cannot be read: {error}", stage="read") from error


def _head(claim: Claim) -> str:
    return f"{claim.id} {_verbatim(claim.gist)}"


def _about(row: Row) -> Iterator[str]:
    statement, report = row.statement, row.report
    yield from (statement.id, report.id, report.published or "", row.who)
    yield _verbatim(one_line([statement.span]))
    yield row.apart
    for cell in row.cells:
        yield from _of_a_claim(cell)


def _of_a_claim(cell: Cell) -> tuple[str, str, str]:
    latest = cell.latest
    return cell.proposed, latest.value or "" if latest else "", latest.by if latest else ""


def _verbatim(words: str) -> str:
    return f"“{words}”"


def _inert(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _delimiter(stream: TextIO) -> str:
    """What parts the cells: what spreadsheets write, and the head has the most columns by."""
    head = stream.readline()
    stream.seek(0)
    return max(_DELIMITERS, key=lambda each: len(next(csv.reader([head], delimiter=each), [])))


def _marks(rows: Sequence[Sequence[str]], name: str) -> Iterator[SheetMark]:
    heads = rows[0] if rows else []
    columns = {
        place: found["claim"] for place, head in enumerate(heads) if (found := _MARK_OF.match(head))
    }
    if "statement" not in heads or not columns:
        raise InputError(
            f"{name} is no matrix: `sayso ach CLAIM... --format csv` writes one", stage="read"
        )
    told = heads.index("statement")
    for number, row in enumerate(rows[1:], start=2):
        for place, claim in columns.items():
            word = row[place].strip().lower() if place < len(row) else ""
            if word:
                yield SheetMark(number, row[told], claim, _mark(word, f"{name}, row {number}"))


def _mark(word: str, where: str) -> Mark:
    try:
        return Mark(word)
    except ValueError as error:
        raise InputError(
            f"{where}: {word!r} is no mark: write {', '.join(Mark)}", stage="read"
        ) from error
