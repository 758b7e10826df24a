"""One run of linking, round by round: reports are compared, then what they bear on is joined."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice

from sayso.ledger import Ledger
from sayso.pipeline.linking.ahead import ahead
from sayso.pipeline.linking.joining import Joins
from sayso.pipeline.linking.pairs import link_all, look_up_all
from sayso.pipeline.linking.prepared import Prepared, give_way, prepare, prepare_from
from sayso.pipeline.linking.store import Store
from sayso.pipeline.linking.texts import Texts
from sayso.pipeline.processes.pool import answers
from sayso.pipeline.processes.worker import Died, Exceeded, Work
from sayso.pipeline.summary import Progress
from sayso.telemetry.linking import linking_ended, linking_started, round_linked

LINKING = "5"
"""The version of how reports are linked: those linked by another are linked anew."""

_BATCH = 200
"""Reports that are written together."""
_ROUND = 1_000
"""Reports that are compared until claims are made of what was found: a claim that many of them bear
on is then made once. Two rounds at most are compared and not yet linked when linking stops: of one
claims are made while the other is compared."""
_EACH = 50
"""Fewer reports for each process are not worth its start."""


def link_unlinked(ledger: Ledger, *, jobs: int, progress: Callable[[Progress], None]) -> int:
    """Link the reports of `ledger` that this version has not linked; returns how many it did."""
    if ledger.link_index.versions() - {LINKING}:
        ledger.link_index.clear()
    unjoined = dict.fromkeys(ledger.link_index.unjoined())
    waiting = [each for each in ledger.link_index.unlinked() if each not in unjoined]
    total = len(unjoined) + len(waiting)
    jobs = min(jobs, len(waiting) // _EACH + 1)
    run = _Run(ledger, list(unjoined), total, progress, jobs=jobs)
    linking_started(reports=total)
    ready = _ready(ledger, waiting, jobs=jobs)
    try:
        with closing(run), closing(ready), _collection_paused():
            while run.link(islice(ready, _ROUND)):
                pass
            run.finish()
    except KeyboardInterrupt:
        pass  # the number tells what is left
    linking_ended(reports=run.done, left=total - run.done, seconds=run.seconds)
    return run.done


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Leave memory alone while a batch is linked.

    Nearly all that is at hand is in use, and looking through it again and again for what is not
    takes a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Run:
    """One run: how far it is."""

    def __init__(
        self,
        ledger: Ledger,
        unjoined: list[str],
        total: int,
        progress: Callable[[Progress], None],
        *,
        jobs: int,
    ) -> None:
        self._store = Store(ledger, LINKING)
        self._texts = Texts(ledger, apart=jobs > 1)
        # Of a single round nothing is compared any more while it is joined.
        self._joins = Joins(self._store, together=_BATCH, apart=jobs > 1 and total > _ROUND)
        self._unjoined = unjoined
        self._compared = len(unjoined)
        self._total = total
        self._progress = progress
        self._began = time.monotonic()
        self._words = 0
        self._untelling = 0

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self._began

    @property
    def done(self) -> int:
        """How many reports are linked."""
        return self._untelling + self._joins.linked

    def link(self, ready: Iterator[Prepared]) -> bool:
        """Link some reports, and those that were compared before; False if there are no more.

        Their claims may still be made in another process when this returns.
        """
        compared = self._compared
        with self._round():
            while batch := list(islice(ready, _BATCH)):
                self._compare(batch)
            self._joins.finish()
            self._joins.begin(self._unjoined)
        self._unjoined = []
        return self._compared > compared

    def finish(self) -> None:
        """Wait until all that was compared is linked."""
        with self._round():
            self._joins.finish()

    def close(self) -> None:
        """End the processes, if there are any."""
        self._joins.close()
        self._texts.close()

    @contextmanager
    def _round(self) -> Iterator[None]:
        done, began = self.done, self.seconds
        yield
        if self.done > done:
            round_linked(reports=self.done - done, seconds=self.seconds - began)

    def _compare(self, batch: Sequence[Prepared]) -> None:
        """Hold reports against all others, and write what is found for two of them.

        Those that tell nothing, to which nothing can be joined, are linked by that.
        """
        look_up_all(batch, self._store)
        for one in link_all(batch, self._store, self._texts):
            self._compared += 1
            self._words += len(one.report.text.split())
            self._tell()
        self._unjoined += (one.report.id for one in batch if one.tells)
        untelling = [one.report.id for one in batch if not one.tells]
        self._store.write(untelling)
        self._untelling += len(untelling)

    def _tell(self) -> None:
        so_far = Progress(
            done=self._compared, total=self._total, words=self._words, seconds=self.seconds
        )
        self._progress(so_far)


def _ready(ledger: Ledger, reports: Sequence[str], *, jobs: int) -> Generator[Prepared]:
    """The reports made ready, as they come: in this process, or in so many others."""
    if jobs == 1:
        yield from (prepare(ledger.reading(report)) for report in reports)
        return
    work = Work(partial(prepare_from, ledger.address), prepare=give_way)
    answered = answers(reports, work, jobs=jobs)
    with ahead(answered, most=_BATCH) as drawn:
        for report, answer in drawn:
            if isinstance(answer, Died | Exceeded):
                yield prepare(ledger.reading(report))
            else:
                yield answer
