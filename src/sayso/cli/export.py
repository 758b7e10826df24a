"""`sayso export`: the whole ledger, for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import print_json
from sayso.export import write_jsonl
from sayso.ledger import Ledger


class ExportFormat(StrEnum):
    """What `export` can write."""

    JSONL = "jsonl"


def export(
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    _form: Annotated[
        ExportFormat, typer.Option("--format", help="One JSON object a line.")
    ] = ExportFormat.JSONL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to; unless given, to output."),
    ] = None,
) -> None:
    """Write every record of the ledger, for other tools.

    In UTF-8, in an order that depends on the content of the ledger alone.

    Example: sayso export --format jsonl -o ledger.jsonl
    """
    with Ledger(ledger, mode="read") as book:
        if output is None:
            print_json(book.records())
            return
        try:
            with output.open("w", encoding="utf-8", newline="\n") as stream:
                write_jsonl(book.records(), stream)
        except OSError as error:
            raise typer.BadParameter(f"{output}: {error.strerror}", param_hint="-o") from error
