"""`sayso relations`: lasting ties between actors, filtered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.cast import when, with_cast
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
from sayso.cli.output import cell, keep_whole, print_first, print_json, quoted, table
from sayso.ledger import Ledger, RelationQuery
from sayso.model import RelationKind


def relations(  # noqa: PLR0913 - one parameter an option, as typer has it
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    kind: Annotated[
        list[RelationKind] | None,
        typer.Option(metavar="KIND", help=f"{', '.join(RelationKind)}; may be given again."),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Part of the name or mentions of one of the two."),
    ] = None,
    status: StatusOption = None,
    source: OnWordOption = None,
    text: TextOption = None,
    report: ReportOption = None,
    min_score: MinScoreOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List relations: who belongs to, leads, supports … whom, and on whose word.

    Example: sayso relations --kind supports --actor militia
    """
    query = RelationQuery(
        kind=kind or (),
        actor=actor,
        status=status or (),
        source=source,
        text=text,
        report=report,
        min_score=min_score,
        limit=limit,
    )
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.relations(query))
            return
        grid = table("From", "Kind", "To", "Words", "Status", "On whose word", "Report")
        keep_whole(grid, "Kind", "Report")
        print_first(grid, _rows(book, query), limit=limit, none="No relation fits.")


def _rows(book: Ledger, query: RelationQuery) -> Iterator[tuple[Text, ...]]:
    for cast, relation in with_cast(book, book.relations(query)):
        from_, to = (cell(cast.names.get(one), "bold") for one in (relation.from_, relation.to))
        words = Text(quoted(span.text for span in relation.spans))
        status = cell(", ".join(filter(None, (relation.status, when(relation.time)))))
        word, report = cast.whose_word(relation.statement), cell(relation.report[:10])
        yield from_, cell(relation.kind), to, words, status, word, report
