"""`sayso reports`: what the ledger has read."""

from __future__ import annotations

from sayso.cli.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption
from sayso.cli.output import cell, console, print_json, table
from sayso.ledger import Ledger, StatementQuery
from sayso.model import Report
from sayso.pipeline.telling import file_name, is_denial


def reports(*, ledger: LedgerOption = DEFAULT_LEDGER, form: FormatOption = Format.TABLE) -> None:
    """List the reports: date, publisher, title, what is said.

    Example: sayso reports --format json
    """
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.reports())
        else:
            _print_table(book)


def _print_table(book: Ledger) -> None:
    grid = table("Report", "Published", "Publisher", "Title", "Statements", "Denials")
    for column in grid.columns[-2:]:
        column.justify = "right"
    for report in sorted(book.reports(), key=lambda report: (report.published or "", report.id)):
        said = list(book.statements(StatementQuery(report=report.id)))
        denied = sum(map(is_denial, said))
        grid.add_row(
            *map(cell, (report.id[:10], report.published, report.publisher, _title(report))),
            f"{len(said):,}",
            f"{denied:,}",
        )
    console().print(grid if grid.row_count else "No report is in the ledger.")


def _title(report: Report) -> str | None:
    return report.title or file_name(report)
