"""Many reports read on a cluster, into a ledger, into Parquet files, or into both."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from sayso.acquire import Found
from sayso.acquire.given import Skipped
from sayso.ledger import Ledger
from sayso.model import Acquisition, ClusterError, Reject
from sayso.pipeline.cluster.bundles import Bundle, bundles_of
from sayso.pipeline.cluster.flow import read_by_actors, surveyed
from sayso.pipeline.cluster.folder import Folder
from sayso.pipeline.cluster.outcomes import HeldRead, Settled, tally_of
from sayso.pipeline.cluster.plan import Block, Plan
from sayso.pipeline.cluster.reader import PartitionReader, Task, read_task, reads_with
from sayso.pipeline.cluster.session import session
from sayso.pipeline.cluster.tables import Tables
from sayso.pipeline.earlier import Candidate, Earlier
from sayso.pipeline.processes.limits import Limits
from sayso.pipeline.processes.worker import Work
from sayso.pipeline.reading import load_engine, read_input
from sayso.pipeline.settings import Settings
from sayso.pipeline.summary import Progress, Summary, Tally
from sayso.telemetry.reading import (
    input_known,
    input_rejected,
    report_read,
    run_ended,
    run_started,
)

_AT_ONCE = 8
"""Raw bytes that are written at the same time: each write waits long for the disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Where reports are read on a cluster, and where their records go.

    `address` is that of a cluster, as `session` takes it; null starts one on this machine. `jobs`
    actors read, one for each processor where it is null. `out` is the folder, or the address of one
    in a store, for Parquet files.
    """

    address: str | None = None
    jobs: int | None = None
    out: str | None = None


def read_on_cluster(
    found: Found,
    ledger: Ledger | None,
    settings: Settings,
    cluster: Cluster,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Summary:
    """Read what was found, as `read_inputs` does, with many machines.

    Raises ClusterError where the cluster cannot be used, ExtraMissing where Ray is not installed,
    LedgerError when the ledger cannot be written, ReaderError when the language pipeline is
    missing.
    """
    if found.urls:
        raise ClusterError("pages are not fetched by a cluster: give files, or leave --engine away")
    run = _Run(ledger, settings, cluster, progress)
    run_started(ledger.address if ledger else cluster.out, jobs=cluster.jobs)
    with suppress(KeyboardInterrupt):  # the summary tells what is left
        run.read([*bundles_of(found)])
    summary = run.summary()
    run_ended(summary)
    return summary


class _Run:
    """One run: where its records go, and what it has done so far."""

    def __init__(
        self,
        ledger: Ledger | None,
        settings: Settings,
        cluster: Cluster,
        progress: Callable[[Progress], None],
    ) -> None:
        self._ledger = ledger
        self._earlier = None if ledger is None else Earlier(ledger, again=settings.again)
        self._settings = settings
        self._cluster = cluster
        self._tables = None if cluster.out is None else Tables(Folder(cluster.out))
        self._progress = progress
        self._plan = Plan(settings, self._is_settled)
        self._total: int | None = None
        """How many parts there are, null before all were seen."""
        self._found = 0
        self._tally = Tally()
        self._began = time.monotonic()

    def read(self, bundles: Sequence[Bundle]) -> None:
        """Go through `bundles` twice: to see what is in them, and to read it."""
        self._found = sum(len(bundle.given) for bundle in bundles)
        if not bundles:
            return
        cluster = self._cluster
        with session(cluster.address, cluster.jobs, asked=reads_with) as processors:
            for number, seen in surveyed(bundles, self._settings):
                self._plan.add(number, seen)
                self._tell()
            self._total = self._done + self._plan.parts
            left = self._left(bundles)
            if left:
                self._read(left, processors)

    def summary(self) -> Summary:
        """What was done so far."""
        left = (self._found if self._total is None else self._total) - self._done
        return self._tally.summary(left=max(left, 0), seconds=self._seconds())

    @property
    def _done(self) -> int:
        """How many parts have come to an end."""
        return self._tally.done + self._tally.skipped.total()

    def _is_settled(self, candidate: Candidate) -> bool:
        """Whether it is known what becomes of a candidate, which is recorded then.

        Parquet files are whole without the ledger: they get what it has, too.
        """
        if self._ledger is None or self._earlier is None:
            return False
        if self._tables is not None and candidate.report in self._ledger:
            return False
        outcome = self._earlier.outcome(candidate)
        if isinstance(outcome, Reject):
            self._record_unread(outcome)
        elif outcome is not None:
            self._count_known()
        return outcome is not None

    def _left(self, bundles: Sequence[Bundle]) -> list[tuple[Bundle, tuple[Block, ...]]]:
        """The bundles in which something is left to read, and their partitions."""
        planned = [tuple(self._plan.blocks(number)) for number in range(len(bundles))]
        whole = self._settled_before([block for blocks in planned for block in blocks])
        left = [
            (bundle, tuple(replace(block, is_whole=block.name in whole) for block in blocks))
            for bundle, blocks in zip(bundles, planned, strict=True)
        ]
        return [(bundle, blocks) for bundle, blocks in left if any(each.is_left for each in blocks)]

    def _settled_before(self, planned: Sequence[Block]) -> frozenset[str]:
        """The names of the partitions that are whole; what is in them is taken up."""
        if self._tables is None:
            return frozenset()
        whole = self._tables.whole()
        if others := whole - {block.name for block in planned}:
            raise ClusterError(
                f"{self._cluster.out} holds {len(others)} partitions of other inputs, of other"
                " settings or of another version: give another folder with --out"
            )
        for block in planned:
            if block.name in whole:
                self._take_up(block)
        return whole

    def _take_up(self, block: Block) -> None:
        """Count a partition that is whole; what is in it goes to the ledger, if there is one."""
        if self._ledger is None:
            self._tally.known += block.parts
        else:
            assert self._tables is not None
            self._record(self._tables.read(block.name))
        self._tell()

    def _read(self, left: Sequence[tuple[Bundle, tuple[Block, ...]]], processors: int) -> None:
        reader = partial(PartitionReader, self._work(), self._keep())
        for settled in read_by_actors(left, self._settings, reader, processors):
            if isinstance(settled, Tally):
                self._tally.merge(settled)
            else:
                self._record(settled)
            self._tell()

    def _work(self) -> Work[Task, HeldRead | Reject]:
        limits = self._settings.limits
        keeps_raw = self._ledger is not None and self._settings.keep_raw
        return Work(
            answer=partial(
                read_task, read=partial(read_input, settings=self._settings), keeps_raw=keeps_raw
            ),
            prepare=load_engine,
            seconds=partial(_seconds, limits),
            memory=limits.memory,
        )

    def _keep(self) -> Callable[[Settled], Settled | Tally]:
        """What an actor does with what it has read, and sends here."""
        return partial(kept, tables=self._tables, is_counted=self._ledger is None)

    def _record(self, settled: Settled) -> None:
        """Write a partition to the ledger, and count it."""
        self._record_read([each for each in settled.outcomes if isinstance(each, HeldRead)])
        for outcome in settled.outcomes:
            if isinstance(outcome, Skipped):
                self._tally.skipped[outcome.kind] += 1
            elif not isinstance(outcome, HeldRead):
                self._record_unread(outcome)

    def _record_read(self, held: Sequence[HeldRead]) -> None:
        assert self._ledger is not None  # else nothing but counts comes here
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            kept = [each.raw for each in held if each.raw is not None]
            list(threads.map(self._ledger.raw.put, kept))  # of one that failed the error comes
        reads = [each.read for each in held]
        given = [(read.reading, read.acquisition) for read in reads]
        added = self._ledger.add_all(given, checked=True)
        for read, new in zip(reads, added, strict=True):
            if new:
                self._tally.add(read.reading)
                report_read(read.reading, read.seconds)
            else:
                self._count_known()

    def _record_unread(self, outcome: Acquisition | Reject) -> None:
        assert self._ledger is not None  # see above
        if isinstance(outcome, Acquisition):
            self._ledger.add_acquisition(outcome)
            self._count_known()
        else:
            self._ledger.add_reject(outcome)
            self._tally.rejects.append(outcome)
            input_rejected(outcome)

    def _count_known(self) -> None:
        self._tally.known += 1
        input_known()

    def _tell(self) -> None:
        self._progress(
            Progress(
                done=self._done,
                total=self._total,
                words=self._tally.words,
                seconds=self._seconds(),
            )
        )

    def _seconds(self) -> float:
        return time.monotonic() - self._began


def kept(settled: Settled, *, tables: Tables | None, is_counted: bool) -> Settled | Tally:
    """What is sent from an actor: what was read, or no more than the count of it."""
    if tables is not None:
        tables.write(settled)
    return tally_of(settled) if is_counted else settled


def _seconds(limits: Limits, task: Task) -> float:
    return limits.seconds_for(task.candidate.size)
