"""Texts held against each other: by another process, where there is one, while this one goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from sayso.model import Report
from sayso.pipeline.linking.ahead import ahead
from sayso.pipeline.linking.findings import Finding, held
from sayso.pipeline.processes.pool import Pool
from sayso.pipeline.processes.worker import Died, Exceeded, Work

Pair = tuple[Report, Report]


class Texts:
    """Compares texts, in a process of its own if `apart`, until `close`."""

    def __init__(self, *, apart: bool) -> None:
        self._pool = Pool[Pair, Sequence[Finding]](Work(_found_in), jobs=1) if apart else None

    def close(self) -> None:
        """End the process, if there is one."""
        if self._pool is not None:
            self._pool.end()

    @contextmanager
    def comparing(self, pairs: Iterable[Pair]) -> Iterator[Iterator[Finding]]:
        """What is found for `pairs`, which are compared while the block does other things."""
        given = list(pairs)
        if self._pool is None:
            yield chain.from_iterable(map(_found_in, given))
            return
        with ahead(self._pool.answers(given), most=len(given) + 1) as answered:
            yield chain.from_iterable(
                # A process that died of a pair, or of something else: it is compared here.
                _found_in(pair) if isinstance(answer, Died | Exceeded) else answer
                for pair, answer in answered
            )


def _found_in(pair: Pair) -> Sequence[Finding]:
    return tuple(held(*pair))
