"""Columns that were set from side to side of the page, read one after the other.

Most programs write a page in the order in which it is read, and that order is kept. Some write
line by line across all columns; read so, each line would break off in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.acquire.documents.pdf.lines import Line

# With fewer rows or words, lines side by side are a table's, which is read across.
_FEWEST_ROWS = 3
_FEWEST_WORDS = 3.5
_MOST_COLUMNS = 12


def in_reading_order(lines: list[Line]) -> Iterator[Line]:
    """The `lines` of a page, in the order in which they were set but for such columns."""
    rows = [row for row in _rows(lines) if len(row) > 1]
    columns = _columns([line for row in rows for line in row]) if _are_columns(rows) else []
    if len(columns) > _MOST_COLUMNS:
        columns = []
    waiting: list[list[Line]] = [[] for _ in columns]
    for line in lines:
        within = [at for at, (left, right) in enumerate(columns) if _touches(line, left, right)]
        if len(within) == 1:
            waiting[within[0]].append(line)
            continue
        yield from _emptied(waiting)
        yield line
    yield from _emptied(waiting)


def _rows(lines: list[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in lines:
        if row and not line.is_beside(row[-1]):
            yield row
            row = []
        row.append(line)
    yield row


def _are_columns(rows: list[list[Line]]) -> bool:
    words = [len(line.words) for row in rows for line in row]
    return len(rows) >= _FEWEST_ROWS and sum(words) >= _FEWEST_WORDS * len(words)


def _columns(lines: list[Line]) -> list[tuple[float, float]]:
    """The left and right of what is filled across the page, from left to right."""
    columns: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda line: line.left):
        if columns and line.left < columns[-1][1]:
            left, right = columns.pop()
            columns.append((left, max(right, line.right)))
        else:
            columns.append((line.left, line.right))
    return columns


def _touches(line: Line, left: float, right: float) -> bool:
    return line.left < right and left < line.right


def _emptied(waiting: list[list[Line]]) -> Iterator[Line]:
    for column in waiting:
        yield from column
        column.clear()
