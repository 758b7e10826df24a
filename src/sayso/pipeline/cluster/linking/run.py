"""The reports of a ledger linked on a cluster, all at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import Self

from sayso.ledger import Address, FileAddress, Ledger, Linked, with_parents
from sayso.links.claims import Bonds
from sayso.model import LedgerError
from sayso.pipeline.cluster.linking.flow import linking_of
from sayso.pipeline.cluster.linking.grouping import each, made, moved_by_sorting, rows_of
from sayso.pipeline.cluster.linking.parts import IN_A_PART, Place, Sent, part_of
from sayso.pipeline.cluster.linking.records import indexed, keys_found, records_found
from sayso.pipeline.cluster.run import Cluster
from sayso.pipeline.cluster.session import session
from sayso.pipeline.linking.bonds import bonds_of
from sayso.pipeline.linking.prepared import prepare
from sayso.pipeline.linking.run import LINKING, link_unlinked
from sayso.pipeline.settings import default_jobs
from sayso.pipeline.summary import Progress
from sayso.telemetry.linking import linking_ended, linking_started

_IN_A_TASK = 200
"""Reports that are made ready in one go."""


def link_on_cluster(
    ledger: Ledger,
    cluster: Cluster,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
) -> int:
    """Link the reports of `ledger` on a cluster; returns how many.

    All are linked at once, in place of what was linked; a small rest is linked to the others as
    `link_reports` does it, and what is found is what that finds. Where all are linked already
    nothing is done. The machines read the ledger where it is; this process alone writes to it, in
    one transaction when all is found, which `progress` tells of. Stopped by KeyboardInterrupt it
    returns how many were linked, which of all at once are none.

    Raises ClusterError where the cluster cannot be used, ExtraMissing where Ray is not installed,
    LedgerError when the ledger cannot be written, or changed so that what was found holds no more.
    """
    index = ledger.link_index
    left = len(index.unlinked())
    if not left and index.versions() <= {LINKING}:
        return 0
    try:
        with session(cluster.address, cluster.jobs) as processors, moved_by_sorting():
            if _is_small_rest(ledger, left, processors):
                return link_unlinked(ledger, jobs=default_jobs(), progress=progress)
            return _link(ledger, processors, progress)
    except KeyboardInterrupt:
        return 0


def _is_small_rest(ledger: Ledger, left: int, processors: int) -> bool:
    """Whether to link `left` reports to the others here is less work than all for a processor."""
    is_current = ledger.link_index.versions() == {LINKING}
    return is_current and left * processors <= len(ledger.report_ids())


@dataclass(frozen=True, slots=True)
class _Basis:
    """What linking goes by in a ledger: which reports there are, and what people decided."""

    reports: frozenset[str]
    judgements: frozenset[str]

    @classmethod
    def of(cls, ledger: Ledger) -> Self:
        return cls(ledger.report_ids(), frozenset(one.id for one in ledger.judgements()))

    def require_in(self, ledger: Ledger) -> None:
        """Raise LedgerError if the ledger lost reports, or somebody decided anything."""
        now = _Basis.of(ledger)
        if not self.reports <= now.reports or self.judgements != now.judgements:
            raise LedgerError(
                f"ledger {ledger.address}: reports were deleted or judged while it was linked;"
                " link it again"
            )


def _link(ledger: Ledger, processors: int, progress: Callable[[Progress], None]) -> int:
    began = time.monotonic()
    basis, bonds = _Basis.of(ledger), bonds_of(ledger)
    linking_started(reports=len(basis.reports))
    parts = max(processors, ceil(len(basis.reports) / IN_A_PART))
    tasks = rows_of(_tasks(basis.reports, parts))
    prepared = each(
        partial(_prepared, ledger=_anywhere(ledger.address), parts=parts), tasks
    ).materialize()
    found, records = linking_of(prepared, parts, bonds, _merged(ledger, bonds))

    def everything() -> Iterator[Linked]:
        basis.require_in(ledger)  # nobody writes to it any more
        done = 0
        for linked in made(indexed, prepared):
            yield linked
            done += len(linked.reports)
            seconds = time.monotonic() - began
            progress(Progress(done=done, total=len(basis.reports), words=0, seconds=seconds))
        yield from made(keys_found, found)
        yield from made(records_found, records)

    ledger.link_index.replace(everything())
    linking_ended(reports=len(basis.reports), left=0, seconds=time.monotonic() - began)
    return len(basis.reports)


def _anywhere(address: Address) -> Address:
    """`address` for processes that Ray started in other folders."""
    if isinstance(address, FileAddress):
        return replace(address, path=address.path.absolute())
    return address


def _tasks(reports: Collection[str], parts: int) -> Sent:
    """Reports that are made ready in one go, those of a part together."""
    ordered = sorted(reports, key=lambda report: (part_of(report, parts), report))
    for start in range(0, len(ordered), _IN_A_TASK):
        yield start, tuple(ordered[start : start + _IN_A_TASK])


def _prepared(tasks: Iterable[Sequence[str]], *, ledger: Address, parts: int) -> Sent:
    """Reports of a ledger made ready, each where what is found for it goes."""
    with Ledger(ledger, mode="read") as book:
        for task in tasks:
            for report in task:
                yield part_of(report, parts), prepare(book.reading(report))


def _merged(ledger: Ledger, bonds: Bonds) -> Iterator[tuple[Place, Place]]:
    """The statements of claims that people merged, as far as they are there."""
    pairs = [(one.statement, other.statement) for one, other in bonds.merged]
    there = with_parents(ledger, {statement for pair in pairs for statement in pair})
    for pair in pairs:
        if all(statement in there for statement in pair):
            one, other = (Place(there[statement].report, statement) for statement in pair)
            yield one, other
