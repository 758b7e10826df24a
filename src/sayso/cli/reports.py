"""`sayso reports`: what the ledger has read."""

from __future__ import annotations

from collections import Counter

from rich.table import Table

from sayso.cli.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption
from sayso.cli.output import TwoLines, cell, console, print_json, table
from sayso.export.telling import file_name, is_denial
from sayso.ledger import Ledger

_PUBLISHER = 13
"""Characters of a publisher's line, beside the title, which needs the room."""


def reports(*, ledger: LedgerOption = DEFAULT_LEDGER, form: FormatOption = Format.TABLE) -> None:
    """List the reports, earliest first: date, publisher, title, statements, denials.

    Example: sayso reports --format json
    """
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.reports())
        else:
            _print_table(book)


def _print_table(book: Ledger) -> None:
    listed = list(book.reports())
    with_publisher = any(report.publisher for report in listed)
    said, denied = _counts(book)
    grid = _grid(with_publisher=with_publisher)
    for report in listed:
        publisher = [TwoLines(cell(report.publisher))] if with_publisher else []
        counts = (f"{of[report.id]:,}" for of in (said, denied))
        name = TwoLines(cell(report.title or file_name(report)))
        grid.add_row(*map(cell, (report.id[:10], report.published)), *publisher, name, *counts)
    console().print(grid if grid.row_count else "No report is in the ledger.")


def _grid(*, with_publisher: bool) -> Table:
    grid = table("Report", "Published")
    if with_publisher:
        grid.add_column("Publisher", max_width=_PUBLISHER)
    grid.add_column("Title")
    grid.add_column("Said", justify="right")
    grid.add_column("Denied", justify="right")
    return grid


def _counts(book: Ledger) -> tuple[Counter[str], Counter[str]]:
    """How many statements and how many denials each report has, by its id."""
    said, denied = Counter[str](), Counter[str]()
    for statement in book.statements():
        said[statement.report] += 1
        denied[statement.report] += is_denial(statement)
    return said, denied
