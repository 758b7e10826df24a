"""`sayso history`: who decided what, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption, LimitOption
from sayso.cli.output import cell, print_first, print_json, table
from sayso.judging import undone
from sayso.ledger import JudgementQuery, Ledger
from sayso.model import Judgement, RecordNotFound


def history(
    record: Annotated[
        str | None, typer.Argument(help="The id of what was judged, or how it begins.")
    ] = None,
    *,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only what NAME decided.")] = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List what people decided, the latest first: about one record, by one person, or all.

    Example: sayso history --by Ana
    """
    with Ledger(ledger, mode="read") as book:
        target = _whole(book, record) if record else None
        found = tuple(book.judgements(JudgementQuery(target=target, by=by)))
        if form is Format.JSON:
            print_json(found[::-1][:limit])
            return
        grid = table("When", "Who", "What", "Record", "Value", "Note", "Id")
        rows = _rows(found[::-1], undone(book.judgements()))
        print_first(grid, rows, limit=limit, none="Nobody decided anything about that.")


def _whole(book: Ledger, record: str) -> str:
    try:
        return book.record(record).id
    except RecordNotFound:
        return record  # what was rejected is in the history, and no record that is shown


def _rows(found: tuple[Judgement, ...], gone: frozenset[str]) -> Iterator[tuple[Text, ...]]:
    for one in found:
        is_undone = one.id in gone
        yield (
            cell(one.at[:16].replace("T", " ")),
            cell(one.by),
            cell(f"{one.kind} (undone)" if is_undone else one.kind, "dim" if is_undone else "bold"),
            cell(one.target),
            cell(one.value),
            cell(one.note),
            cell(one.id),
        )
