"""How much the ledger holds, counted when Prometheus asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from sayso.model import LedgerError, Standing
from sayso.telemetry.registry import REGISTRY

Count = Callable[[], Mapping[str, int]]
"""Tells how many there are of each kind of record, and claims by their standing."""

_KINDS = ("reports", "statements", "events", "relations", "links", "judgements", "rejects")


@contextmanager
def told_of(count: Count | None) -> Iterator[None]:
    """Tell what `count` counts among the metrics until the block ends."""
    if count is None:
        yield
        return
    collector = _Holdings(count)
    REGISTRY.register(collector)
    try:
        yield
    finally:
        REGISTRY.unregister(collector)


class _Holdings(Collector):
    """Counts the ledger; where it cannot be read, `sayso_ledger_up` alone says so."""

    def __init__(self, count: Count) -> None:
        self._count = count

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """What there will be, without counting."""
        yield from _families()

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The ledger as it is now."""
        up, claims, *kinds = _families()
        try:
            counted = self._count()
        except LedgerError:
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        for standing in Standing:
            claims.add_metric([standing.value], counted[standing.value])
        for family, kind in zip(kinds, _KINDS, strict=True):
            family.add_metric([], counted[kind])
        yield from (up, claims, *kinds)


def _families() -> tuple[GaugeMetricFamily, ...]:
    return (
        GaugeMetricFamily("sayso_ledger_up", "1 when the ledger can be read, else 0.", labels=[]),
        GaugeMetricFamily(
            "sayso_ledger_claims", "Claims in the ledger, by standing.", labels=["standing"]
        ),
        *(
            GaugeMetricFamily(f"sayso_ledger_{kind}", f"The {kind} in the ledger.", labels=[])
            for kind in _KINDS
        ),
    )
