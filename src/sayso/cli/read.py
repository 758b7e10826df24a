"""`sayso read`: reports into the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from sayso.acquire import Found, check_date, find_inputs
from sayso.acquire.columns import Columns, columns_from
from sayso.cli.cluster import cluster_meant
from sayso.cli.linked import link_folder_told, link_shown, tell_links
from sayso.cli.measuring import MetricsOption, measured
from sayso.cli.options import (
    DEFAULT_LEDGER,
    ActorsFileOption,
    AddressOption,
    Engine,
    EngineOption,
    JobsOption,
    LedgerOption,
    NoRawOption,
    PrivateOption,
    QuietOption,
)
from sayso.cli.output import console
from sayso.cli.progress import progress_shown
from sayso.cli.stopping import STOPPED, stoppable
from sayso.cli.told import tell
from sayso.known import read_actor_file
from sayso.ledger import Address, Ledger
from sayso.model import InputError
from sayso.pipeline.cluster.run import Cluster, read_on_cluster
from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.run import read_inputs
from sayso.pipeline.settings import Settings, default_jobs
from sayso.pipeline.summary import Progress, Summary
from sayso.telemetry.exposition import Endpoint, metrics_told


def _date(value: str | None) -> str | None:
    try:
        return value and check_date(value)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error


def _columns(settings: list[str] | None) -> Columns:
    try:
        return columns_from(settings or [])
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="'--column'") from error


def _limits(seconds: float | None) -> Limits:
    return Limits() if seconds is None else Limits(seconds=seconds, bytes_a_second=None)


def _is_wanted(ctx: typer.Context, out: str | None) -> bool:
    """Whether there is to be a ledger: beside a folder of tables, only if it is named."""
    source = ctx.get_parameter_source("ledger")
    return out is None or (source is not None and source.name != "DEFAULT")


def read(  # noqa: PLR0913 - one parameter an option, as typer has it
    ctx: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files, folders, 'patterns*' and addresses; - for input."),
    ],
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", callback=_date, help="When these were published, as 2024-03-05."
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Read as this language, whatever it looks like: en."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=NAME", help="A table's column, as text=body; may be given again."
        ),
    ] = None,
    actors: ActorsFileOption = None,
    contact: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="An address of yours that servers are told."),
    ] = None,
    private_addresses: PrivateOption = False,
    no_raw: NoRawOption = False,
    again: Annotated[
        bool, typer.Option("--again", help="Read what was deleted from the ledger, too.")
    ] = False,
    time_limit: Annotated[
        float | None,
        typer.Option(
            min=1,
            metavar="SECONDS",
            help="Most that one report may take; 120 and more by size, unless given.",
        ),
    ] = None,
    jobs: JobsOption = None,
    engine: EngineOption = Engine.LOCAL,
    address: AddressOption = None,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="With --engine ray: Parquet tables there, or in a store as s3://bucket/folder;"
            " and no ledger, unless one is named.",
        ),
    ] = None,
    no_link: Annotated[
        bool, typer.Option("--no-link", help="Leave linking the reports to `sayso link`.")
    ] = False,
    metrics: MetricsOption = None,
    quiet: QuietOption = False,
) -> None:
    """Read reports into the ledger, skipping those it has, and link them with one another.

    Reads text, HTML, PDF, DOCX and e-mail, and what archives (WARC, WACZ), tables (JSON Lines, CSV,
    Parquet) and feeds hold. Files may be of any name; in folders, those that are named as one of
    these are read. Stop it at any time: the same command goes on where it stopped. Ends with exit
    code 1 when some inputs were rejected; the others are in the ledger all the same.

    Example: sayso read reports/ --ledger strait.db
    """
    settings = Settings(
        jobs=jobs or default_jobs(),
        published=published,
        language=language,
        known=read_actor_file(actors) if actors is not None else None,
        columns=_columns(column),
        keep_raw=not no_raw,
        again=again,
        limits=_limits(time_limit),
        contact=contact,
        private=private_addresses,
    )
    cluster = cluster_meant(engine, address, out, jobs=jobs)
    found = find_inputs(inputs)
    into = ledger if _is_wanted(ctx, out) else None
    with stoppable(), _opened(into, metrics) as book:
        with progress_shown(quiet=quiet) as progress:
            summary = _read(found, book, settings, cluster, progress)
        if not quiet:
            tell(summary, str(into or out), console())
        is_linked = not (no_link or summary.left)
        stopped = is_linked and _link(book, into, cluster, quiet=quiet)
    raise typer.Exit(STOPPED if stopped else _exit_code(summary))


@contextmanager
def _opened(ledger: Address | None, metrics: Endpoint | None) -> Iterator[Ledger | None]:
    """The ledger, if there is to be one; metrics are told in the meantime."""
    if ledger is None:
        with metrics_told(metrics):
            yield None
    else:
        with Ledger(ledger) as book, measured(metrics, book):
            yield book


def _read(
    found: Found,
    book: Ledger | None,
    settings: Settings,
    cluster: Cluster | None,
    progress: Callable[[Progress], None],
) -> Summary:
    if cluster is not None:
        return read_on_cluster(found, book, settings, cluster, progress=progress)
    assert book is not None  # without a cluster there is a ledger
    return read_inputs(found, book, settings, progress=progress)


def _link(
    book: Ledger | None, ledger: Address | None, cluster: Cluster | None, *, quiet: bool
) -> bool:
    """Link what was read, in the ledger and in the folder; returns whether it was stopped."""
    left = 0
    if book is not None:
        linked, left = link_shown(book, quiet=quiet, cluster=cluster)
        if not quiet and (linked or left):
            tell_links(book, str(ledger), left, console())
    if cluster is None or cluster.out is None or left:
        return left > 0
    return link_folder_told(cluster, quiet=quiet)


def _exit_code(summary: Summary) -> int:
    if summary.left:
        return STOPPED
    return 1 if summary.rejects else 0
