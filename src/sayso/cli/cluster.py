"""The cluster that a person means by the options of a command."""

from __future__ import annotations

import typer

from sayso.cli.options import Engine
from sayso.pipeline.cluster.run import Cluster


def cluster_meant(
    engine: Engine, address: str | None, out: str | None, *, jobs: int | None = None
) -> Cluster | None:
    """The cluster to work on, null where this machine does the work.

    Raises BadParameter for what only a cluster takes.
    """
    if engine is Engine.RAY:
        return Cluster(address=address, jobs=jobs, out=out)
    for name, value in (("--address", address), ("--out", out)):
        if value is not None:
            raise typer.BadParameter("it needs --engine ray", param_hint=name)
    return None
