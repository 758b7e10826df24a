"""`sayso claims`: what is told by several or denied, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from sayso.cli.output import (
    cell,
    console,
    count,
    keep_whole,
    print_first,
    print_json,
    quoted,
    table,
)
from sayso.export.claims import Sides, sides
from sayso.ledger import ClaimEntry, ClaimQuery, Ledger
from sayso.model import About, Claim, Standing
from sayso.pipeline.outlets import outlets

STANDING_STYLES = {
    Standing.DISPUTED: "bold magenta",
    Standing.DENIED: "magenta",
    Standing.SINGLE_ORIGIN: "yellow",
    Standing.REPEATED: "yellow",
    Standing.CORROBORATED: "cyan",
}
_SEVERAL = 2
"""Members that a claim has unless fewer are asked for: one alone is a statement like any other."""
_NAMED = 2
"""Names on a side of a claim; of others only the number is told."""
_WHO = 36
"""Characters of the names, beside the words, which need the room."""


def claims(  # noqa: PLR0913 - one parameter an option, as typer has it
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    standing: Annotated[
        list[Standing] | None,
        typer.Option(metavar="STANDING", help=f"{', '.join(Standing)}; may be given again."),
    ] = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Affirmed and denied.")] = False,
    denied: Annotated[
        bool, typer.Option("--denied", help="Denied, whether or not somebody affirms it.")
    ] = False,
    single_origin: Annotated[
        bool,
        typer.Option(
            "--single-origin", help="Of one origin for all that is known, in any number of reports."
        ),
    ] = False,
    about: Annotated[
        list[About] | None,
        typer.Option(metavar="SORT", help=f"{', '.join(About)}; may be given again."),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Part of the name of who says it or is spoken of."),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Part of the name of a place told in it.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Of such a place: ISO 3166-1 alpha-3.")
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help='All in its words; "a phrase" and beg* too.'),
    ] = None,
    report: ReportOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_members: Annotated[
        int, typer.Option(min=1, metavar="N", help="Statements on it, at least.")
    ] = _SEVERAL,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List claims: what is told more than once or denied, and how it stands; most contested first.

    Origins are what the reports trace to: reprints of one text, and outlets that cite one source,
    count once. Sources without a name may be the same or not: then it is from so many to so many.

    Example: sayso claims --disputed --since 2024-03
    """
    flags = {
        Standing.DISPUTED: disputed or denied,
        Standing.DENIED: denied,
        Standing.SINGLE_ORIGIN: single_origin,
        Standing.REPEATED: single_origin,
    }
    query = ClaimQuery(
        standing=tuple({*(standing or ()), *(one for one, wanted in flags.items() if wanted)}),
        about=about or (),
        actor=actor,
        place=place,
        country=country,
        text=text,
        report=report,
        since=since,
        until=until,
        min_members=min_members,
        limit=limit,
    )
    with Ledger(ledger, mode="read") as book:
        if form is Format.JSON:
            print_json(book.claims(query))
        else:
            _print_table(book, query)


def _print_table(book: Ledger, query: ClaimQuery) -> None:
    grid = table("Standing", "What", "Who", "Origins", "Reports", "Claim")
    keep_whole(grid, "Standing", "Origins", "Claim")
    grid.columns[2].max_width = _WHO
    for column in grid.columns[3:5]:
        column.justify = "right"
    print_first(grid, _rows(book, query), limit=query.limit, none="No claim fits.")
    for hint in _hints(book, replace(query, limit=None)):
        console().print(hint, soft_wrap=True)


def _hints(book: Ledger, query: ClaimQuery) -> Iterator[str]:
    """What the table leaves out, and how to see it."""
    fewer = book.count(replace(query, min_members=None)) - book.count(query)
    if fewer:
        least = count(query.min_members or 0, "member")
        more = f"{count(fewer, 'claim')} with fewer than {least} left out"
        yield f"{more}: see them with --min-members 1."
    unlinked = book.link_index.waiting()
    if unlinked:
        yield f"{count(unlinked, 'report')} not linked yet: `sayso link` does that."


def _rows(book: Ledger, query: ClaimQuery) -> Iterator[tuple[Text, ...]]:
    for one in sides(book, query, outlets):
        yield (
            cell(one.claim.standing, STANDING_STYLES[one.claim.standing]),
            Text(quoted([one.claim.gist])),
            _who(one),
            cell(origins(one.claim)),
            cell(f"{one.claim.reports:,}"),
            cell(one.claim.id[:10]),
        )


def origins(claim: Claim | ClaimEntry) -> str:
    """How many origins a claim has: a number, or from the least to the greatest."""
    fewest, most = f"{claim.fewest_origins:,}", f"{claim.most_origins:,}"
    return fewest if fewest == most else f"{fewest} to {most}"


def _who(one: Sides) -> Text:
    """Who affirms a claim, and on a line of their own those who deny it."""
    affirming, denying = _first(one.affirming), _first(one.denying)
    lines = [cell(affirming)] if affirming or not denying else []
    if denying:
        lines.append(cell(f"denied by {denying}", "magenta"))
    return Text("\n").join(lines)


def _first(names: Sequence[str]) -> str | None:
    """The first few names, and how many more there are; null for nobody."""
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}" or None
