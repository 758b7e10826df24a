"""`sayso places`: where, filtered."""

from __future__ import annotations

from collections.abc import Iterator
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
    ResolvedOption,
    SinceOption,
    UntilOption,
)
from sayso.cli.output import cell, print_first, print_json, quoted, table
from sayso.ledger import Ledger, PlaceQuery
from sayso.model import Place, PlacePrecision


def places(  # noqa: PLR0913 - one parameter an option, as typer has it
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    name: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Part of the place's name or words.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="ISO 3166-1 alpha-3, such as EGY.")
    ] = None,
    precision: Annotated[
        list[PlacePrecision] | None,
        typer.Option(metavar="HOW", help=f"{', '.join(PlacePrecision)}; may be given again."),
    ] = None,
    resolved: ResolvedOption = None,
    report: ReportOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the places that reports name, and where they lie, earliest report first.

    Example: sayso places --country EGY --precision town
    """
    query = PlaceQuery(
        name=name,
        country=country,
        precision=precision or (),
        resolved=resolved,
        report=report,
        since=since,
        until=until,
        limit=limit,
    )
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.places(query))
            return
        grid = table("Words", "Place", "Country", "Latitude, longitude", "Precision", "Report")
        print_first(grid, _rows(book, query), limit=limit, none="No place fits.")


def _rows(book: Ledger, query: PlaceQuery) -> Iterator[tuple[Text, ...]]:
    for place in book.places(query):
        known = (place.country, _coordinates(place), place.precision, place.report[:10])
        yield Text(quoted([place.span.text])), cell(place.name, "bold"), *map(cell, known)


def _coordinates(place: Place) -> str | None:
    if place.latitude is None or place.longitude is None:
        return None
    return f"{place.latitude:.2f}, {place.longitude:.2f}"
