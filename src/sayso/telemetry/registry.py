"""The metrics of this process.

Named as Prometheus asks for it (https://prometheus.io/docs/practices/naming/): `sayso_` first, base
units (seconds, bytes), `_total` for what only grows. Labels take few values: never an id, an
address or a word.
"""

from __future__ import annotations

import platform
from importlib.metadata import version

from prometheus_client import CollectorRegistry, Info, ProcessCollector, disable_created_metrics

REGISTRY = CollectorRegistry(auto_describe=True)
"""All that is told; the files beside this one add theirs when they are loaded."""

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)
"""Bounds of histograms, from a page to the most that one report may take."""

# When a series began is told by none but this library, and doubles their number.
disable_created_metrics()  # type: ignore[no-untyped-call]

ProcessCollector(registry=REGISTRY)
Info("sayso_build", "The version of sayso and of Python that run here.", registry=REGISTRY).info(
    {"version": version("sayso"), "python_version": platform.python_version()}
)
