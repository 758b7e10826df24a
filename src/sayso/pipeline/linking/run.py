"""One run of linking, batch by batch."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice

from sayso.ledger import Ledger
from sayso.pipeline.linking.ahead import ahead
from sayso.pipeline.linking.events import renew_events
from sayso.pipeline.linking.pairs import link_report, look_up_all
from sayso.pipeline.linking.prepared import Prepared, prepare, prepare_from
from sayso.pipeline.linking.store import Store
from sayso.pipeline.linking.units import renew_claims
from sayso.pipeline.pool import Died, answers
from sayso.pipeline.summary import Progress

LINKING = "1"
"""The version of how reports are linked: those linked by another are linked anew."""

_BATCH = 200
"""Reports that are linked together."""
_EACH = 50
"""Fewer reports for each process are not worth its start."""


def link_unlinked(ledger: Ledger, *, jobs: int, progress: Callable[[Progress], None]) -> int:
    """Link the reports of `ledger` that this version has not linked; returns how many it did."""
    if ledger.link_index.versions() - {LINKING}:
        ledger.link_index.clear()
    waiting = ledger.link_index.unlinked()
    run = _Run(ledger, len(waiting), progress)
    ready = _ready(ledger, waiting, jobs=min(jobs, len(waiting) // _EACH + 1))
    try:
        with closing(ready), _collection_paused():
            while batch := list(islice(ready, _BATCH)):
                run.link(batch)
    except KeyboardInterrupt:
        pass  # the number tells what is left
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

    def __init__(self, ledger: Ledger, total: int, progress: Callable[[Progress], None]) -> None:
        self._store = Store(ledger)
        self._total = total
        self._progress = progress
        self._began = time.monotonic()
        self._words = 0
        self.done = 0

    def link(self, batch: Sequence[Prepared]) -> None:
        """Link a batch of reports and write what comes of it."""
        look_up_all(batch, self._store)
        for number, one in enumerate(batch, start=1):
            link_report(one, self._store)
            self._words += len(one.report.text.split())
            self._tell(self.done + number)
        touched = {assertion.statement for one in batch for assertion, _ in one.assertions}
        renew_claims(touched, self._store)
        renew_events({told.id for one in batch for told, _ in one.assertions}, self._store)
        self._store.write(LINKING)
        self.done += len(batch)
        gc.collect()

    def _tell(self, done: int) -> None:
        seconds = time.monotonic() - self._began
        self._progress(Progress(done=done, total=self._total, words=self._words, seconds=seconds))


def _ready(ledger: Ledger, reports: Sequence[str], *, jobs: int) -> Generator[Prepared]:
    """The reports made ready, in this process or in all others of `jobs`, as they come."""
    if jobs == 1:
        yield from (prepare(ledger.reading(report)) for report in reports)
        return
    answered = answers(reports, partial(prepare_from, ledger.path), jobs=jobs - 1, aside=True)
    with closing(ahead(answered, most=_BATCH)) as drawn:
        for report, answer in drawn:
            yield prepare(ledger.reading(report)) if isinstance(answer, Died) else answer
