"""Texts held against each other: by another process, where there is one, while this one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

from sayso.ledger import Address, Ledger
from sayso.model import Report
from sayso.pipeline.linking.ahead import ahead
from sayso.pipeline.linking.findings import Finding, held
from sayso.pipeline.linking.prepared import kept_open
from sayso.pipeline.processes.pool import Pool
from sayso.pipeline.processes.worker import Died, Exceeded, Work

_KEPT = 2_000
"""So many reports are kept in memory: some 10 MB."""


@dataclass(frozen=True, slots=True)
class Near:
    """A report, and those whose texts may have something in common with its: their ids."""

    report: str
    others: Sequence[str]


class Texts:
    """Compares texts of `ledger`, in a process of its own if `apart`, until `close`."""

    def __init__(self, ledger: Ledger, *, apart: bool) -> None:
        self._report = lru_cache(_KEPT)(ledger.report)
        work = Work(partial(_found_apart, ledger.address))
        self._pool = Pool[Near, Sequence[Finding]](work, jobs=1) if apart else None

    def close(self) -> None:
        """End the process, if there is one."""
        if self._pool is not None:
            self._pool.end()

    @contextmanager
    def comparing(self, reports: Iterable[Near]) -> Iterator[Iterator[Finding]]:
        """What is found for `reports`, which are compared while the block does other things."""
        given = list(reports)
        if self._pool is None:
            yield chain.from_iterable(_found(one, self._report) for one in given)
            return
        with ahead(self._pool.answers(given), most=len(given) + 1) as answered:
            yield chain.from_iterable(
                # A process that died of a pair, or of something else: it is compared here.
                _found(one, self._report) if isinstance(answer, Died | Exceeded) else answer
                for one, answer in answered
            )


def _found_apart(ledger: Address, one: Near) -> Sequence[Finding]:
    return _found(one, partial(_report, ledger))


def _found(one: Near, report_of: Callable[[str], Report]) -> Sequence[Finding]:
    report = report_of(one.report)
    return tuple(found for other in one.others for found in held(report, report_of(other)))


@lru_cache(_KEPT)
def _report(ledger: Address, report: str) -> Report:
    return kept_open(ledger).report(report)
