"""`sayso gold`: what people judged, as data to evaluate and train with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console, count
from sayso.export.gold import write_gold
from sayso.ledger import Ledger


def gold(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write it.")],
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write the statements that people accepted, corrected and rejected, report by report.

    FOLDER gets ID.jsonl for each report with those that hold, rejected/ID.jsonl with those that do
    not, both in the form of `sayso export`, and passages.toml with the paragraphs that were judged
    in full, in the form that training reads.

    Example: sayso gold judged/
    """
    if folder.exists() and (folder.is_file() or any(folder.iterdir())):
        raise typer.BadParameter(f"{folder} is not empty: give another", param_hint="FOLDER")
    with Ledger(ledger, mode="read") as book:
        try:
            written = write_gold(book, folder)
        except OSError as error:
            raise typer.BadParameter(f"{folder}: {error.strerror}", param_hint="FOLDER") from error
    out = console()
    out.print(
        f"Wrote {count(written.statements, 'statement')} that people accepted or corrected and"
        f" {written.rejected:,} that they rejected, of {count(written.reports, 'report')}, and"
        f" {count(written.passages, 'passage')} judged in full, to {folder}.",
        soft_wrap=True,
    )
