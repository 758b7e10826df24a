"""`sayso read`: reports into the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.acquire import check_date, find_inputs
from sayso.cli.linked import link_shown, tell_links
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption
from sayso.cli.output import console
from sayso.cli.progress import progress_shown
from sayso.cli.stopping import STOPPED, stoppable
from sayso.cli.told import tell
from sayso.known import read_actor_file
from sayso.ledger import Ledger
from sayso.model import InputError
from sayso.pipeline.run import read_inputs
from sayso.pipeline.summary import Summary


def _date(value: str | None) -> str | None:
    try:
        return value and check_date(value)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error


def read(  # noqa: PLR0913 - one parameter an option, as typer has it
    path: Annotated[
        list[str],
        typer.Argument(help="Files; folders with all that is in them; - for input."),
    ],
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", callback=_date, help="When these were published, as 2024-03-05."
        ),
    ] = None,
    actors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your own known actors; they go before those shipped."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Processes that read: one a processor, at most 8, unless given.",
        ),
    ] = None,
    no_link: Annotated[
        bool, typer.Option("--no-link", help="Leave linking the reports to `sayso link`.")
    ] = False,
    quiet: QuietOption = False,
) -> None:
    """Read reports into the ledger, skipping those it has, and link them with one another.

    Files may be of any name; in folders, .txt, .html, .htm and .xhtml files are read. Stop it at
    any time: the same command goes on where it stopped. Ends with exit code 1 when some inputs
    were rejected; the others are in the ledger all the same.

    Example: sayso read reports/ --ledger strait.db
    """
    known = read_actor_file(actors) if actors is not None else None
    found = find_inputs(path)
    with stoppable(), Ledger(ledger) as book:
        with progress_shown(quiet=quiet) as progress:
            summary = read_inputs(
                found, book, jobs=jobs, published=published, known=known, progress=progress
            )
        if not quiet:
            tell(summary, str(ledger), console())
        left = 0 if no_link or summary.left else _link(book, str(ledger), quiet=quiet)
    raise typer.Exit(STOPPED if left else _exit_code(summary))


def _link(book: Ledger, ledger: str, *, quiet: bool) -> int:
    """Link what was read and tell of it; returns how many reports are left, if it was stopped."""
    linked, left = link_shown(book, quiet=quiet)
    if not quiet and (linked or left):
        tell_links(book, ledger, left, console())
    return left


def _exit_code(summary: Summary) -> int:
    if summary.left:
        return STOPPED
    return 1 if summary.rejects else 0
