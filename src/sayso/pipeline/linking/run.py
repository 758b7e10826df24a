"""One run of linking, batch by batch."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice

from sayso.ledger import Ledger
from sayso.links.assertions import Assertion
from sayso.pipeline.linking.ahead import ahead
from sayso.pipeline.linking.events import renew_events
from sayso.pipeline.linking.pairs import link_all, look_up_all
from sayso.pipeline.linking.prepared import Prepared, prepare, prepare_from
from sayso.pipeline.linking.store import Store
from sayso.pipeline.linking.texts import Texts
from sayso.pipeline.linking.units import renew_claims
from sayso.pipeline.processes.pool import answers
from sayso.pipeline.processes.worker import Died, Exceeded, Work
from sayso.pipeline.summary import Progress
from sayso.telemetry.linking import batch_linked, linking_ended, linking_started

LINKING = "2"
"""The version of how reports are linked: those linked by another are linked anew."""

_BATCH = 200
"""Reports that are linked together."""
_EACH = 50
"""Fewer reports for each process are not worth its start."""


def link_unlinked(ledger: Ledger, *, jobs: int, progress: Callable[[Progress], None]) -> int:
    """Link the reports of `ledger` that this version has not linked; returns how many it did."""
    if ledger.link_index.versions() - {LINKING}:
        ledger.link_index.clear()
    bereft = ledger.link_index.bereft()
    waiting = [each for each in ledger.link_index.unlinked() if each not in set(bereft)]
    total = len(bereft) + len(waiting)
    jobs = min(jobs, len(waiting) // _EACH + 1)
    texts = Texts(apart=jobs > 1)
    run = _Run(ledger, texts, total, progress)
    linking_started(reports=total)
    ready = _ready(ledger, waiting, jobs=jobs)
    try:
        with closing(ready), closing(texts), _collection_paused():
            again = iter(bereft)
            while reports := list(islice(again, _BATCH)):
                run.renew(reports)
            while batch := list(islice(ready, _BATCH)):
                run.link(batch)
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
        self, ledger: Ledger, texts: Texts, total: int, progress: Callable[[Progress], None]
    ) -> None:
        self._store = Store(ledger)
        self._texts = texts
        self._total = total
        self._progress = progress
        self._began = time.monotonic()
        self._batch_began = 0.0
        self._words = 0
        self.done = 0

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self._began

    def link(self, batch: Sequence[Prepared]) -> None:
        """Link a batch of reports and write what comes of it."""
        look_up_all(batch, self._store)
        for number, one in enumerate(link_all(batch, self._store, self._texts), start=1):
            self._words += len(one.report.text.split())
            self._tell(self.done + number)
        self._join([assertion for one in batch for assertion, _ in one.assertions])
        self._write(len(batch))

    def renew(self, reports: Sequence[str]) -> None:
        """Make anew what hangs together with reports that lost others which they were linked with.

        What was found for them and those that are left holds still.
        """
        self._join(list(self._store.asserted_in(reports)))
        for number, report in enumerate(reports, start=1):
            self._store.put_linked(report)
            self._tell(self.done + number)
        self._write(len(reports))

    def _join(self, told: Collection[Assertion]) -> None:
        """Make the claims and events anew that these assertions bear on."""
        renew_claims({assertion.statement for assertion in told}, self._store)
        renew_events({assertion.id for assertion in told}, self._store)

    def _write(self, reports: int) -> None:
        self._store.write(LINKING)
        self.done += reports
        batch_linked(reports=reports, seconds=self.seconds - self._batch_began)
        self._batch_began = self.seconds
        gc.collect(0)  # what the batch has made: what was kept from earlier ones is in use

    def _tell(self, done: int) -> None:
        so_far = Progress(done=done, total=self._total, words=self._words, seconds=self.seconds)
        self._progress(so_far)


def _ready(ledger: Ledger, reports: Sequence[str], *, jobs: int) -> Generator[Prepared]:
    """The reports made ready, in this process or in all others of `jobs`, as they come."""
    if jobs == 1:
        yield from (prepare(ledger.reading(report)) for report in reports)
        return
    answered = answers(reports, Work(partial(prepare_from, ledger.address)), jobs=jobs - 1)
    with ahead(answered, most=_BATCH) as drawn:
        for report, answer in drawn:
            if isinstance(answer, Died | Exceeded):
                yield prepare(ledger.reading(report))
            else:
                yield answer
