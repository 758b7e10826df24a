"""`sayso ach`: analysis of competing hypotheses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from sayso.cli.claims import STANDING_STYLES
from sayso.cli.existing import existing
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import cell, console, count, keep_whole, output, quoted, table
from sayso.ledger import Ledger
from sayso.model import Judgement, Mark
from sayso.pipeline.hypotheses import (
    Apart,
    Cell,
    Marker,
    Matrix,
    Row,
    as_json,
    marked,
    marked_in_sheet,
    matrix_of,
    now,
    write_sheet,
)

_SIGNS = {Mark.CONSISTENT: "C", Mark.INCONSISTENT: "I", Mark.SILENT: "-"}
_LEGEND = (
    "C consistent, I inconsistent, - silent; with a question mark as sayso proposes from stances"
    " and links, else by whom and when. Apart: whether it tells the hypotheses apart. Those with"
    " the fewest inconsistent origins come first, which is no verdict on what is true."
)


class MatrixFormat(StrEnum):
    """How a matrix is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def ach(  # noqa: PLR0913 - one parameter an option, as typer has it
    claim: Annotated[
        list[str], typer.Argument(help="The claims to compare, by their ids or how these begin.")
    ],
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    mark: Annotated[
        tuple[str, str, Mark] | None,
        typer.Option(
            metavar="STATEMENT CLAIM MARK",
            help=f"Hold a statement against a claim: {', '.join(Mark)}. Needs --by.",
        ),
    ] = None,
    marks: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Read marks from a sheet filled in. Needs --by."),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Whose marks these are.")] = None,
    note: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Why, kept with the marks.")
    ] = None,
    form: Annotated[
        MatrixFormat,
        typer.Option("--format", help="A table for people, a sheet to fill in, or a JSON object."),
    ] = MatrixFormat.TABLE,
) -> None:
    """Lay claims against statements as competing hypotheses (ACH), for a person to judge.

    Rows are the statements on these claims and those that contradict them, grouped by origin.
    What sayso proposes is marked so; a person's marks go before it, and all of them are kept. The
    hypothesis with which the fewest origins are inconsistent comes first: that is no verdict.

    Example: sayso ach c-1f2e3d4c c-5b6a7988 --format csv
    """
    if mark is None and marks is None:
        with Ledger(ledger, mode="read") as book:
            _print(matrix_of(book, claim), form)
        return
    if by is None:
        raise typer.BadParameter("say whose marks these are with --by NAME")
    with existing(ledger) as book:
        marker = Marker(by=by, at=now(), note=note)
        made = _made(matrix_of(book, claim), book, marker, mark=mark, sheet=marks)
        for judgement in made:
            book.add_judgement(judgement)
        console(stderr=True).print(f"{count(len(made), 'mark')} recorded.")
        _print(matrix_of(book, claim), form)


def _made(
    matrix: Matrix,
    book: Ledger,
    marker: Marker,
    *,
    mark: tuple[str, str, Mark] | None,
    sheet: Path | None,
) -> list[Judgement]:
    """All marks given, before one of them is recorded: what is wrong leaves none behind."""
    single = [marked(matrix, book, mark, marker)] if mark is not None else []
    return single if sheet is None else [*single, *marked_in_sheet(matrix, book, sheet, marker)]


def _print(matrix: Matrix, form: MatrixFormat) -> None:
    if form is MatrixFormat.TABLE:
        _print_table(matrix)
        return
    with output() as stream:
        if form is MatrixFormat.CSV:
            write_sheet(matrix, stream)
        else:
            print(json.dumps(as_json(matrix), ensure_ascii=False), file=stream)


def _print_table(matrix: Matrix) -> None:
    out = console()
    out.print(_hypotheses(matrix))
    out.print()
    out.print(_rows(matrix))
    out.print(f"\n{_LEGEND}")


def _hypotheses(matrix: Matrix) -> Table:
    """The hypotheses, those first that the fewest origins are inconsistent with."""
    grid = table("", "Hypothesis", "Standing", "Inconsistent", "Consistent", "Claim")
    keep_whole(grid, "", "Standing", "Inconsistent", "Consistent", "Claim")
    for place in matrix.by_inconsistency():
        claim = matrix.claims[place]
        grid.add_row(
            cell(_label(place), "bold"),
            Text(quoted([claim.gist])),
            cell(claim.standing, STANDING_STYLES[claim.standing]),
            *(
                cell(_range(matrix.count(place, mark)))
                for mark in (Mark.INCONSISTENT, Mark.CONSISTENT)
            ),
            cell(claim.id[:10]),
        )
    return grid


def _rows(matrix: Matrix) -> Table:
    labels = [_label(place) for place in range(len(matrix.claims))]
    grid = table("Origin", "Who", "What", *labels, "Apart", "Statement")
    keep_whole(grid, "Origin", "Apart", "Statement")
    for number, origin in enumerate(matrix.origins, start=1):
        for row in origin.rows:
            first = row is origin.rows[0]
            grid.add_row(Text(f"{number}" if first else ""), *_row(row))
    return grid


def _row(row: Row) -> Iterator[Text]:
    published = f", {row.report.published}" if row.report.published else ""
    yield cell(f"{row.who}{published}")
    yield Text(quoted([row.statement.span.text]))
    yield from map(_mark, row.cells)
    yield cell(row.apart, "dim" if row.apart is Apart.NO else "")
    yield cell(row.statement.id[:10])


def _mark(one: Cell) -> Text:
    """The mark, and whose it is and from when; a question mark for what is proposed."""
    sign = _SIGNS[one.mark]
    if one.latest is None:
        return Text(f"{sign}?", "dim")
    return cell(f"{sign} {one.latest.by} {one.latest.at[:10]}", "bold")


def _label(place: int) -> str:
    return f"H{place + 1}"


def _range(counted: tuple[int, int]) -> str:
    """So many origins: a number, or from the least to the greatest."""
    fewest, most = counted
    return f"{fewest:,}" if fewest == most else f"{fewest:,} to {most:,}"
