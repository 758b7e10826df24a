"""`sayso times`: when, filtered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.options import (
    DEFAULT_LEDGER,
    Format,
    FormatOption,
    LedgerOption,
    LimitOption,
    ReportOption,
    ResolvedOption,
    SinceOption,
    UntilOption,
)
from sayso.cli.output import cell, print_first, print_json, quoted, table
from sayso.ledger import Ledger, TimeQuery
from sayso.model import TimePrecision


def times(  # noqa: PLR0913 - one parameter an option, as typer has it
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Part of the words.")] = None,
    value: Annotated[
        str | None, typer.Option(metavar="EDTF", help="The value or how it begins, as 2024-03.")
    ] = None,
    precision: Annotated[
        list[TimePrecision] | None,
        typer.Option(metavar="HOW", help=f"{', '.join(TimePrecision)}; may be given again."),
    ] = None,
    resolved: ResolvedOption = None,
    report: ReportOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the times that reports name, and what they mean as EDTF, earliest report first.

    Example: sayso times --text "last month"
    """
    query = TimeQuery(
        text=text,
        value=value,
        precision=precision or (),
        resolved=resolved,
        report=report,
        since=since,
        until=until,
        limit=limit,
    )
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.times(query))
            return
        grid = table("Words", "Time", "Precision", "Report")
        print_first(grid, _rows(book, query), limit=limit, none="No time fits.")


def _rows(book: Ledger, query: TimeQuery) -> Iterator[tuple[Text, ...]]:
    for time in book.times(query):
        known = (time.precision, time.report[:10])
        yield Text(quoted([time.span.text])), cell(time.value, "bold"), *map(cell, known)
