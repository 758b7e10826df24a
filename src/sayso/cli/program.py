"""The commands together, and what becomes of errors."""

from __future__ import annotations

import signal
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from sayso.cli.ach import ach
from sayso.cli.actors import actors
from sayso.cli.claim import claim
from sayso.cli.claims import claims
from sayso.cli.copy import copy
from sayso.cli.delete import delete
from sayso.cli.dossier import dossier
from sayso.cli.events import events
from sayso.cli.export import export
from sayso.cli.gold import gold
from sayso.cli.grant import grant
from sayso.cli.history import history
from sayso.cli.judge import judge
from sayso.cli.link import link
from sayso.cli.locate import locate
from sayso.cli.manifest import manifest
from sayso.cli.output import console
from sayso.cli.people import people
from sayso.cli.places import places
from sayso.cli.read import read
from sayso.cli.rejects import rejects
from sayso.cli.relations import relations
from sayso.cli.reports import reports
from sayso.cli.review import review
from sayso.cli.serve import serve
from sayso.cli.show import show
from sayso.cli.stance import stance
from sayso.cli.statements import statements
from sayso.cli.times import times
from sayso.cli.verify import verify
from sayso.cli.watch import watch
from sayso.model import LedgerError, ReaderError, RecordNotFound, SaysoError
from sayso.telemetry import commands, logs
from sayso.telemetry.logs import LogFormat, LogLevel

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    *(read, statements, events, relations, actors, places, times),
    *(claims, claim, stance, dossier, ach, link),
    *(judge, review, history, gold),
    *(reports, show, export, rejects),
    *(locate, verify, manifest, delete),
    *(copy, grant),
    *(serve, people, watch),
):
    app.command()(command)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback()
def sayso(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
    log: Annotated[
        LogFormat,
        typer.Option(envvar="SAYSO_LOG", help="Write a log on the error stream, a line an event."),
    ] = LogFormat.OFF,
    log_level: Annotated[
        LogLevel, typer.Option(envvar="SAYSO_LOG_LEVEL", help="The least that is logged.")
    ] = LogLevel.INFO,
) -> None:
    """Reads news reports and keeps a ledger of who says what, and who denies it.

    Exit codes: 0 all went well; 1 something was rejected, not found or wrong; 2 the command was
    used wrongly; 3 the ledger or the language pipeline cannot be used; 130 stopped.
    """
    logs.set_up(log, log_level)


def main() -> None:
    """Run the command line; sayso's own errors become one line and an exit code."""
    if hasattr(signal, "SIGPIPE"):
        # As `cat` does: when nobody reads on (`sayso export | head`), end without a word.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app(prog_name="sayso")
    except SaysoError as error:
        _tell(error)
        sys.exit(_exit_code(error))


def _tell(error: SaysoError) -> None:
    """In the log where there is one, so that it stays a line an event; else to people."""
    if logs.is_on():
        commands.failed(error, _exit_code(error))
    else:
        console(stderr=True).print(f"sayso: {error}", soft_wrap=True)


def _exit_code(error: SaysoError) -> int:
    unusable = isinstance(error, LedgerError | ReaderError)
    return 3 if unusable and not isinstance(error, RecordNotFound) else 1
