"""`sayso events`: who did what to whom, filtered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.cast import setting, what, with_cast
from sayso.cli.options import (
    DEFAULT_LEDGER,
    Format,
    FormatOption,
    LedgerOption,
    LimitOption,
    MinScoreOption,
    OnWordOption,
    ReportOption,
    StatusOption,
    TextOption,
)
from sayso.cli.output import cell, keep_whole, print_first, print_json, printable, table
from sayso.export.happening import how_many
from sayso.ledger import EventQuery, Ledger
from sayso.model import EventType


def events(  # noqa: PLR0913 - one parameter an option, as typer has it
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    code: Annotated[
        list[EventType] | None,
        typer.Option(
            metavar="TYPE",
            case_sensitive=False,
            help=f"{', '.join(EventType)}; may be given again.",
        ),
    ] = None,
    mode: Annotated[
        list[str] | None,
        typer.Option(metavar="MODE", help="A PLOVER mode of that type; may be given again."),
    ] = None,
    context: Annotated[
        list[str] | None,
        typer.Option(metavar="CONTEXT", help="A PLOVER context; may be given again."),
    ] = None,
    status: StatusOption = None,
    actor: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Part of a name or words of who did it.")
    ] = None,
    recipient: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Part of a name or words of whom it was done to."),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Part of the place's name or words.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Where: ISO 3166-1 alpha-3, such as EGY.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Happened on that day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Happened on that day or before.")
    ] = None,
    source: OnWordOption = None,
    text: TextOption = None,
    report: ReportOption = None,
    min_score: MinScoreOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List events: who did what to whom, when and where, on whose word, earliest report first.

    Example: sayso events --code ASSAULT --status reported --since 2024-03
    """
    query = EventQuery(
        code=code or (),
        mode=mode or (),
        context=context or (),
        status=status or (),
        actor=actor,
        recipient=recipient,
        place=place,
        country=country,
        since=since,
        until=until,
        source=source,
        text=text,
        report=report,
        min_score=min_score,
        limit=limit,
    )
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.events(query))
            return
        grid = table("Status", "Who → whom", "What", "When, where", "On whose word", "Report")
        keep_whole(grid, "Status", "Report")
        print_first(grid, _rows(book, query), limit=limit, none="No event fits.")


def _rows(book: Ledger, query: EventQuery) -> Iterator[tuple[Text, ...]]:
    for cast, event in with_cast(book, book.events(query)):
        parties, happened = cell(cast.parties(event)), what(event)
        if event.quantities:
            happened.append(f" {printable(how_many(event))}")
        word, report = cast.whose_word(event.statement), cell(event.report[:10])
        yield cell(event.status), parties, happened, cell(setting(event)), word, report
