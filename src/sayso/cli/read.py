"""`sayso read`: reports into the ledger."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from sayso.acquire import check_date, find_inputs
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption
from sayso.cli.output import console
from sayso.cli.progress import progress_shown
from sayso.cli.told import tell
from sayso.known import read_actor_file
from sayso.ledger import Ledger
from sayso.model import InputError
from sayso.pipeline.run import read_inputs
from sayso.pipeline.summary import Summary

STOPPED = 130


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
    quiet: Annotated[bool, typer.Option("--quiet", help="Print errors only.")] = False,
) -> None:
    """Read reports into the ledger, skipping those it has.

    Files may be of any name; in folders, .txt, .html, .htm and .xhtml files are read. Stop it at
    any time: the same command goes on where it stopped. Ends with exit code 1 when some inputs
    were rejected; the others are in the ledger all the same.

    Example: sayso read reports/ --ledger strait.db
    """
    known = read_actor_file(actors) if actors is not None else None
    found = find_inputs(path)
    with _stoppable(), Ledger(ledger) as book, progress_shown(quiet=quiet) as progress:
        summary = read_inputs(
            found, book, jobs=jobs, published=published, known=known, progress=progress
        )
    if not quiet:
        tell(summary, str(ledger), console())
    raise typer.Exit(_exit_code(summary))


def _exit_code(summary: Summary) -> int:
    if summary.left:
        return STOPPED
    return 1 if summary.rejects else 0


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let SIGTERM stop the run as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(*_: object) -> NoReturn:
    raise KeyboardInterrupt
