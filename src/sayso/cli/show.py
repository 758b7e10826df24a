"""`sayso show`: one report, with its statements marked, and its places and times."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.marking import legend, marked, numbered, tree
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, printable
from sayso.cli.setting import setting
from sayso.export.telling import file_name
from sayso.ledger import Ledger
from sayso.model import RecordNotFound, Report
from sayso.model.ids import report_id, sha256_hex


def show(
    report: Annotated[
        str, typer.Argument(help="The report's id or how it begins, its file, or its file's name.")
    ],
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show a report with its statements marked, who credits whom, and where and when.

    Statements are numbered, and marked with colours and styles on a terminal, else (and with
    NO_COLOR set) with brackets.

    Example: sayso show reports/monday.txt
    """
    with Ledger(ledger, mode="read") as book:
        reading = book.reading(_id(book, report))
    out = console()
    plain = not out.is_terminal or out.no_color
    statements = numbered(reading)
    out.print(_heading(reading.report), soft_wrap=True)
    if not plain:
        out.print(legend())
    out.print()
    out.print(marked(reading, statements, plain=plain), soft_wrap=plain)
    out.print()
    out.print(tree(reading, statements))
    for paragraph in setting(reading):
        out.print()
        out.print(paragraph)


def _heading(report: Report) -> Text:
    parts = (report.title, report.publisher, report.published, ", ".join(report.authors))
    heading = Text(f"{report.id}  ")
    return heading.append(printable(" · ".join(filter(None, parts))), "bold")


def _id(book: Ledger, given: str) -> str:
    """The id, or how it begins, of the report that a person means by `given`."""
    if Path(given).is_file():
        return report_id(sha256_hex(Path(given).read_bytes()))
    named = [report.id for report in book.reports() if given in (file_name(report), report.uri)]
    if len(named) > 1:
        raise RecordNotFound(f"several reports are called {given!r}: {', '.join(named)}")
    return named[0] if named else given
