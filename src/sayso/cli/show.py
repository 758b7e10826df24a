"""`sayso show`: one report, with its statements marked, and its places and times."""

from __future__ import annotations

from rich.text import Text

from sayso.cli.existing import report_meant
from sayso.cli.marking import legend, marked, numbered, tree
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption, ReportArgument
from sayso.cli.output import console, printable
from sayso.cli.setting import setting
from sayso.ledger import Ledger
from sayso.model import Report


def show(
    report: ReportArgument,
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show a report with its statements marked, who credits whom, and where and when.

    Statements are numbered, and marked with colours and styles on a terminal, else (and with
    NO_COLOR set) with brackets.

    Example: sayso show reports/monday.txt
    """
    with Ledger(ledger, mode="read") as book:
        reading = book.reading(report_meant(book, report))
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
