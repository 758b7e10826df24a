"""What the commands share in talking to people: consoles, and text made safe to print."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TextIO

from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from sayso.export import write_jsonl
from sayso.model import Record

SHOWN = 50
"""Rows of a table where nobody asks for another number."""

_CONTROLS = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_OPENING, _CLOSING = "\"“'‘", "\"”'’"
_UNPRINTABLE = dict.fromkeys((*_CONTROLS, *_DIRECTIONS), "\ufffd")


def console(*, stderr: bool = False) -> Console:
    """The terminal, or the file or pipe in its place; what is printed is never markup."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


def printable(text: str) -> str:
    """`text` with every control and direction character replaced, so that none reaches a terminal.

    Keeps the length, line ends and tabs, so offsets into it stay true.
    """
    return text.translate(_UNPRINTABLE)


def quoted(pieces: Iterable[str]) -> str:
    """Verbatim pieces of a report in quotation marks, theirs or ours, on one line, printable."""
    return " … ".join(map(_quoted, pieces))


def _quoted(piece: str) -> str:
    words = " ".join(printable(piece).split())
    return words if words[:1] in _OPENING or words[-1:] in _CLOSING else f"“{words}”"


def count(number: int, word: str) -> str:
    """So many of what `word` names: `1 report`, `2 reports`."""
    return f"{number:,} {noun(number, word)}"


def noun(number: int, word: str) -> str:
    """`word` for one thing, its plural for any other number of them."""
    return word if number == 1 else f"{word}s"


def table(*columns: str) -> Table:
    """An empty table in the house style: no frame, columns apart, headers in bold."""
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        grid.add_column(column, overflow="fold")
    return grid


def keep_whole(grid: Table, *headers: str) -> None:
    """Let the columns of `grid` with these headers keep their width where room is short."""
    for column in grid.columns:
        column.no_wrap = column.no_wrap or column.header in headers


def cell(text: str | None, style: str = "") -> Text:
    """A table cell with `text` as it is; a dash where there is none."""
    return Text(printable(text) if text else "-", style)


@dataclass(frozen=True, slots=True)
class TwoLines:
    """A table cell that takes two lines at most; what has no room ends in an ellipsis."""

    cell: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        first = self.cell.wrap(console, options.max_width)[0]
        yield first
        rest = " ".join(self.cell.plain[len(first) :].split())
        if rest:
            second = Text(rest)
            second.truncate(options.max_width, overflow="ellipsis")
            yield second

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.cell)


def print_first(
    grid: Table, rows: Iterator[tuple[Text, ...]], *, limit: int | None, none: str
) -> None:
    """Print the first `limit` of `rows` (50 unless given) in `grid`, or `none` if there is none.

    Where nobody set a limit and there are more, that is told.
    """
    shown = SHOWN if limit is None else limit
    for row in islice(rows, shown):
        grid.add_row(*row)
    out = console()
    out.print(grid if grid.row_count else none)
    if limit is None and next(rows, None):
        out.print(f"The first {shown}; see more with --limit, or all with --format json.")


def print_json(records: Iterable[Record]) -> None:
    """Write `records` to the output as JSON lines."""
    with output() as stream:
        write_jsonl(records, stream)


@contextmanager
def output() -> Iterator[TextIO]:
    """The output for what other programs read: in UTF-8 whatever the locale says."""
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    try:
        yield stream
    finally:
        stream.detach()
