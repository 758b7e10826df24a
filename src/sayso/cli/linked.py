"""Linking the reports of a ledger, and telling a person how they hang together."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from sayso.cli.output import console, count, noun
from sayso.cli.progress import progress_shown
from sayso.cli.told import counted
from sayso.ledger import ClaimQuery, Ledger, LinkQuery
from sayso.model import LinkKind, Standing
from sayso.pipeline.cluster.run import Cluster
from sayso.pipeline.linking import link_reports
from sayso.pipeline.settings import default_jobs

_AGAIN = 2
"""Members of a claim that is told more than once."""
_CONTESTED_FIRST = (
    *(Standing.DISPUTED, Standing.DENIED, Standing.CORROBORATED),
    *(Standing.REPEATED, Standing.SINGLE_ORIGIN),
)


def link_shown(book: Ledger, *, quiet: bool, cluster: Cluster | None = None) -> tuple[int, int]:
    """Link what is not linked yet, on a cluster or here, and show how far that is.

    Returns how many reports were linked, and how many are left because it was stopped.
    """
    with progress_shown(quiet=quiet, doing="Linking") as progress:
        if cluster is None:
            linked = link_reports(book, jobs=default_jobs(), progress=progress)
        else:
            # What compares reports takes a second to import, and what only looks needs it not.
            from sayso.pipeline.cluster.linking import link_on_cluster  # noqa: PLC0415 - see above

            linked = link_on_cluster(book, cluster, progress=progress)
    return linked, book.link_index.waiting()


def link_folder_told(cluster: Cluster, *, quiet: bool) -> bool:
    """Link the tables that a cluster's records went to and tell of it; whether it was stopped."""
    from sayso.pipeline.cluster.linking import link_folder_on_cluster  # noqa: PLC0415 - see above

    try:
        linked = link_folder_on_cluster(cluster)
    except KeyboardInterrupt:
        return True
    if not quiet:
        console().print(f"Linked {count(linked, 'report')} in {cluster.out}.", soft_wrap=True)
    return False


def tell_links(book: Ledger, ledger: str, left: int, terminal: Console) -> None:
    """Print what links the reports of `book`, which is called `ledger`, and what is left to do."""
    rows = [(number, Text(told)) for number, told in _numbers(book) if number]
    if rows:
        terminal.print(Text(f"\nAcross all reports in {ledger}", "bold"), counted(rows), sep="\n")
    if left:
        stopped = f"\nStopped with {count(left, 'report')} left to link: `sayso link` goes on."
        terminal.print(stopped, soft_wrap=True)


def _numbers(book: Ledger) -> Iterator[tuple[int, str]]:
    reprints = book.count(LinkQuery(kind=LinkKind.REPRINTS))
    yield reprints, noun(reprints, "reprint")
    standings = {
        one: book.count(ClaimQuery(standing=one, min_members=_AGAIN)) for one in _CONTESTED_FIRST
    }
    told = ", ".join(f"{number:,} {one}" for one, number in standings.items() if number)
    claims = sum(standings.values())
    yield claims, f"{noun(claims, 'claim')} told more than once: {told}"
    contradictions = book.count(LinkQuery(kind=LinkKind.CONTRADICTS))
    yield contradictions, noun(contradictions, "contradiction")
