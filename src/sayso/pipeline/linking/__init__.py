"""Linking the reports of a ledger: reprints, citations, claims and contradictions.

Reports are linked in rounds. First they are compared, each with all that are there: what is found
for two reports depends on these two alone. Then the claims and events that they bear on are made
anew of all that was found, each once a round. Both are written batch by batch, and a report is
linked when its claims are: whenever linking stops, the next run goes on from there. The order in
which reports come makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.ledger import Ledger
from sayso.pipeline.summary import Progress


def link_reports(
    ledger: Ledger,
    *,
    jobs: int = 1,
    progress: Callable[[Progress], None] = lambda _: None,
) -> int:
    """Link the reports of `ledger` that are not linked yet; returns how many were.

    This process links. If `jobs` is more than one, so many others make reports ready, one more
    compares texts, and where there are many reports one makes claims: they wait for each other in
    turn. What is found is the same for any number.
    `progress` is called after every report. Stopped by KeyboardInterrupt it returns how many are
    done: what was written stays, and the same call goes on from there.

    Raises LedgerError when the ledger cannot be written.
    """
    # What compares reports takes a second to import, and what only looks at a ledger needs it not.
    from sayso.pipeline.linking.run import link_unlinked  # noqa: PLC0415 - see above

    return link_unlinked(ledger, jobs=jobs, progress=progress)


__all__ = ["link_reports"]
