"""`sayso rejects`: what was not recorded, and why."""

from __future__ import annotations

from sayso.cli.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption
from sayso.cli.output import cell, console, print_json, table
from sayso.ledger import Ledger


def rejects(*, ledger: LedgerOption = DEFAULT_LEDGER, form: FormatOption = Format.TABLE) -> None:
    """List what was rejected, at which stage, and why.

    Example: sayso rejects --ledger strait.db
    """
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.rejects())
            return
        grid = table("Input", "Stage", "Reason")
        for reject in sorted(book.rejects(), key=lambda reject: (reject.input, reject.id)):
            grid.add_row(cell(reject.input), cell(reject.stage), cell(reject.reason))
    console().print(grid if grid.row_count else "Nothing was rejected.")
