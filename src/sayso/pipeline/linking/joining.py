"""Claims and events made anew: by another process, where there is one, while this one goes on."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice

from sayso.ledger import Address, Ledger
from sayso.pipeline.linking.events import renew_events
from sayso.pipeline.linking.store import Store
from sayso.pipeline.linking.units import renew_claims
from sayso.pipeline.processes.worker import Died, Exceeded, Work, Worker, wait_for


@dataclass(frozen=True, slots=True)
class _Lot:
    """Reports that are joined and written together, and whether they are the first of a round."""

    reports: tuple[str, ...]
    is_first: bool


class Joins:
    """Joins what was compared, round by round, in a process of its own if `apart`, until `close`.

    What is found for two reports depends on these alone, and what is made of that is made again
    whenever more comes: so others can be compared and written meanwhile.
    """

    def __init__(self, store: Store, *, together: int, apart: bool) -> None:
        self._here = _Joiner(store)
        self._together = together
        work = Work(partial(_join_apart, store.ledger, store.version), prepare=gc.disable)
        self._worker = Worker(work) if apart else None
        self._left = deque[_Lot]()
        self.linked = 0
        """How many reports are linked by what was joined."""

    def begin(self, reports: Sequence[str]) -> None:
        """Join what the statements of `reports` bear on, each once: a round."""
        rest = iter(reports)
        while lot := tuple(islice(rest, self._together)):
            self._left.append(_Lot(lot, is_first=lot[0] == reports[0]))
            if self._worker is not None:
                self._worker.give(self._left[-1])
        if self._worker is None:
            self.finish()

    def finish(self) -> None:
        """Wait until all that was begun is joined and written."""
        while self._left:
            if self._worker is None:
                self._done(self._here.join(self._left[0]))
            else:
                wait_for([self._worker])
                self._collect(self._worker)

    def close(self) -> None:
        """End the process, if there is one: what it has not written is left to the next run."""
        if self._worker is not None:
            self._collect(self._worker)
            self._end(self._worker)

    def _collect(self, worker: Worker[_Lot, int]) -> None:
        while self._left and (answer := worker.take()) is not None:
            if isinstance(answer, Died | Exceeded):
                self._end(worker)  # of a lot, or of something else: the rest is joined here
                return
            self._done(answer)

    def _done(self, reports: int) -> None:
        self._left.popleft()
        self.linked += reports

    def _end(self, worker: Worker[_Lot, int]) -> None:
        worker.end()
        self._worker = None


class _Joiner:
    """Makes claims and events anew, and remembers which it has made in the round."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._joined = set[str]()

    def join(self, lot: _Lot) -> int:
        """Make anew what the reports bear on, by which they are linked; returns how many."""
        if lot.is_first:
            self._joined.clear()
        told = self._store.asserted_in(lot.reports)
        self._joined |= renew_claims({one.statement for one in told} - self._joined, self._store)
        self._joined |= renew_events({one.id for one in told} - self._joined, self._store)
        self._store.write(lot.reports)
        return len(lot.reports)


def _join_apart(ledger: Address, version: str, lot: _Lot) -> int:
    return _joiner(ledger, version).join(lot)


@cache
def _joiner(ledger: Address, version: str) -> _Joiner:
    """What joins for as long as a process lives that does nothing else."""
    return _Joiner(Store(Ledger(ledger), version))
