"""`sayso statements`: who says what, filtered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.options import (
    DEFAULT_LEDGER,
    Format,
    FormatOption,
    LedgerOption,
    LimitOption,
    MinScoreOption,
    ReportOption,
    SinceOption,
    TextOption,
    UntilOption,
)
from sayso.cli.output import cell, print_first, print_json, quoted, table
from sayso.export.telling import is_denial, one_line, speaker
from sayso.ledger import ActorQuery, Ledger, StatementQuery
from sayso.model import Act, Certainty, Stance, Statement

_BESIDE = 24
"""Characters of a column beside the content, which needs the room."""


def statements(  # noqa: PLR0913 - one parameter an option, as typer has it
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    source: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Part of the source's name or words.")
    ] = None,
    act: Annotated[
        list[Act] | None,
        typer.Option(metavar="ACT", help=f"{', '.join(Act)}; may be given again."),
    ] = None,
    stance: Annotated[
        Stance | None, typer.Option(metavar="STANCE", help=f"{', '.join(Stance)}.")
    ] = None,
    certainty: Annotated[
        Certainty | None,
        typer.Option(metavar="HOW", help=f"How sure the wording is: {', '.join(Certainty)}."),
    ] = None,
    text: TextOption = None,
    report: ReportOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    depth: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="0 the author, 1 whom the author credits, …."),
    ] = None,
    by_author: Annotated[
        bool | None,
        typer.Option(
            "--by-author/--credited",
            help="The author's own word, or what others are credited with.",
        ),
    ] = None,
    min_score: MinScoreOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List statements: who says what, how and where, earliest report first.

    Example: sayso statements --source ministry --stance denies
    """
    query = StatementQuery(
        source=source,
        act=act or (),
        stance=stance,
        certainty=certainty,
        text=text,
        report=report,
        since=since,
        until=until,
        depth=depth,
        min_score=min_score,
        by_author=by_author,
        limit=limit,
    )
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.statements(query))
        else:
            _print_table(book, query)


def _print_table(book: Ledger, query: StatementQuery) -> None:
    grid = table("Who", "Does", "What", "Report")
    for column in grid.columns[:2]:
        column.max_width = _BESIDE
    print_first(grid, _rows(book, query), limit=query.limit, none="No statement fits.")


def _rows(book: Ledger, query: StatementQuery) -> Iterator[tuple[Text, ...]]:
    for who, statement in _named(book, query):
        report = cell(statement.report[:10])
        yield cell(who, "bold"), _act(statement), _content(statement), report


def _named(book: Ledger, query: StatementQuery) -> Iterator[tuple[str, Statement]]:
    """The statements with the names of their sources."""
    for report, found in groupby(book.statements(query), key=lambda s: s.report):
        names = {actor.id: actor.name for actor in book.actors(ActorQuery(report=report))}
        for statement in found:
            author = None if statement.depth else "the author"
            yield author or speaker(statement, names) or "somebody", statement


def _act(statement: Statement) -> Text:
    cue = f" ({one_line(statement.cue.spans)})" if statement.cue else ""
    unsaid = statement.certainty is Certainty.UNSTATED
    sure = "" if unsaid else f", {statement.certainty}"
    return cell(f"{statement.act}{cue}{sure}", "magenta" if is_denial(statement) else "")


def _content(statement: Statement) -> Text:
    return Text(quoted(span.text for span in statement.content))
