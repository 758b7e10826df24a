"""`sayso stance`: what the reports make of a claim in a person's words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.options import (
    DEFAULT_LEDGER,
    Format,
    FormatOption,
    LedgerOption,
    LimitOption,
    ReportOption,
    SinceOption,
    UntilOption,
)
from sayso.cli.output import SHOWN, cell, keep_whole, output, print_first, quoted, table
from sayso.cli.progress import progress_shown
from sayso.export.telling import file_name
from sayso.ledger import Ledger, StatementQuery
from sayso.model import ReportStance
from sayso.pipeline.stances import StanceIn, as_json, stances

_STYLES = {
    ReportStance.AGREES: "cyan",
    ReportStance.DISAGREES: "bold magenta",
    ReportStance.DISCUSSES: "yellow",
    ReportStance.UNRELATED: "dim",
}
"""In the order in which the table has them."""
_BESIDE = 24
"""Characters of the outlet, beside the words, which need the room."""


def stance(  # noqa: PLR0913 - one parameter an option, as typer has it
    claim: Annotated[str, typer.Argument(help="What is claimed, in your words: a whole sentence.")],
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    everything: Annotated[
        bool, typer.Option("--all", help="Also reports about something else with words of it.")
    ] = False,
    source: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Reports that credit somebody with that in the name."),
    ] = None,
    report: ReportOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Tell what each report makes of a claim: agrees, disagrees, or discusses and leaves it open.

    Reports that hardly share a word with the claim are not looked at; of the others, those that
    share most come first. It is told with the sentence that shows it, by a network that errs.

    Example: sayso stance "The bridge at Karven has collapsed"
    """
    among = StatementQuery(source=source, report=report, since=since, until=until)
    with (
        Ledger(ledger, mode="read") as book,
        progress_shown(quiet=False, doing="Reading") as progress,
    ):
        told = stances(book, claim, among, progress)
        kept = (one for one in told if everything or one.stance is not ReportStance.UNRELATED)
        if form is Format.JSON:
            _print_json(islice(kept, limit))
        else:
            _print_table(kept, limit)


def _print_json(told: Iterator[StanceIn]) -> None:
    with output() as stream:
        for one in told:
            print(json.dumps(as_json(one), ensure_ascii=False), file=stream)


def _print_table(told: Iterator[StanceIn], limit: int | None) -> None:
    """The nearest reports by what they make of the claim, then by date."""
    grid = table("Stance", "Sure", "In its words", "From", "Report")
    keep_whole(grid, "Stance", "Report")
    grid.columns[1].justify = "right"
    grid.columns[3].max_width = _BESIDE
    nearest = sorted(islice(told, SHOWN if limit is None else limit), key=_reading_order)
    rows = map(_row, chain(nearest, told))
    print_first(grid, rows, limit=limit, none="No report takes up the claim.")


def _reading_order(one: StanceIn) -> tuple[int, str, str]:
    undated = "~"
    return list(_STYLES).index(one.stance), one.report.published or undated, one.report.id


def _row(one: StanceIn) -> tuple[Text, ...]:
    report = one.report
    name = report.publisher or report.title or file_name(report)
    words = f"{quoted([one.sentence.text])}\n" if one.sentence else ""
    return (
        cell(one.stance, _STYLES[one.stance]),
        cell(f"{one.score:.0%}"),
        Text.assemble(words, (one.reason, "dim")),
        cell(", ".join(filter(None, (name, report.published)))),
        cell(report.id[:10]),
    )
