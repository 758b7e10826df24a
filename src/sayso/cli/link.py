"""`sayso link`: the reports of the ledger with one another."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.cluster import cluster_meant
from sayso.cli.existing import existing
from sayso.cli.linked import link_folder_told, link_shown, tell_links
from sayso.cli.options import (
    DEFAULT_LEDGER,
    AddressOption,
    Engine,
    EngineOption,
    LedgerOption,
    QuietOption,
)
from sayso.cli.output import console, count
from sayso.cli.stopping import STOPPED, stoppable
from sayso.ledger import Address
from sayso.pipeline.cluster.run import Cluster


def link(  # noqa: PLR0913 - one parameter an option, as typer has it
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    everything: Annotated[
        bool, typer.Option("--all", help="Link all reports anew, not only those not linked yet.")
    ] = False,
    engine: EngineOption = Engine.LOCAL,
    address: AddressOption = None,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="With --engine ray: link what `sayso read` put there, in place of a ledger.",
        ),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Link reports: who reprints and cites whom, who tells, denies and contradicts the same.

    `sayso read` does this with what it reads. Stop it at any time: the same command goes on where
    it stopped. With --engine ray all reports are linked at once, and a stop leaves everything as it
    was. Judgements stay as they are.

    Example: sayso link --ledger strait.db
    """
    cluster = cluster_meant(engine, address, out)
    with stoppable():
        if cluster is not None and cluster.out is not None:
            stopped = link_folder_told(cluster, quiet=quiet)
        else:
            stopped = _link_ledger(ledger, cluster, everything=everything, quiet=quiet)
    raise typer.Exit(STOPPED if stopped else 0)


def _link_ledger(
    ledger: Address, cluster: Cluster | None, *, everything: bool, quiet: bool
) -> bool:
    """Link a ledger and tell of it; whether it was stopped."""
    with existing(ledger) as book:
        if everything:
            book.link_index.clear()
        linked, left = link_shown(book, quiet=quiet, cluster=cluster)
        if not quiet:
            terminal = console()
            terminal.print(f"Linked {count(linked, 'report')} in {ledger}.", soft_wrap=True)
            tell_links(book, str(ledger), left, terminal)
    return left > 0
