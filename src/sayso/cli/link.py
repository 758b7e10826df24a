"""`sayso link`: the reports of the ledger with one another."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.existing import existing
from sayso.cli.linked import link_shown, tell_links
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption
from sayso.cli.output import console, count
from sayso.cli.stopping import STOPPED, stoppable


def link(
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    everything: Annotated[
        bool, typer.Option("--all", help="Link all reports anew, not only those not linked yet.")
    ] = False,
    quiet: QuietOption = False,
) -> None:
    """Link reports: who reprints and cites whom, who tells, denies and contradicts the same.

    `sayso read` does this with what it reads. Stop it at any time: the same command goes on where
    it stopped. Judgements stay as they are.

    Example: sayso link --ledger strait.db
    """
    with stoppable(), existing(ledger) as book:
        if everything:
            book.link_index.clear()
        linked, left = link_shown(book, quiet=quiet)
        if not quiet:
            out = console()
            out.print(f"Linked {count(linked, 'report')} in {ledger}.", soft_wrap=True)
            tell_links(book, str(ledger), left, out)
    raise typer.Exit(STOPPED if left else 0)
