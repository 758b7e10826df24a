"""The machines of a cluster that was joined: whether all of them would do the same work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sayso.model import ClusterError
from sayso.model.software import SOFTWARE
from sayso.pipeline.cluster.failures import reason_of

Asked = Callable[[], str]
"""What each machine is asked: with which software it works, that of sayso first."""
_ANSWERS = 300.0
"""Seconds in which a machine must tell: it starts a process, and loads what reads."""


def software() -> str:
    """The sayso of this machine, by its name and version."""
    return SOFTWARE


def require_alike(ray: Any, asked: Asked) -> None:  # noqa: ANN401 - Ray has no types
    """Raise ClusterError unless all machines answer the same when `asked`, and have this sayso."""
    nodes = [node for node in ray.nodes() if node["Alive"]]
    waiting = {_name(node): _ask(ray, node, asked) for node in nodes}
    require_same({machine: _answer(ray, machine, one) for machine, one in waiting.items()})


def require_same(told: Mapping[str, str]) -> None:
    """Raise ClusterError unless all machines told the same, and of sayso what is here."""
    if {one.split(", ")[0] for one in told.values()} - {SOFTWARE}:
        found = _listed({**told, "this process": SOFTWARE})
        raise ClusterError(f"versions of sayso differ: {found}: install the same on all machines")
    if len({*told.values()}) > 1:
        found = _listed(told)
        raise ClusterError(f"machines read with different software: {found}: install the same")


def _ask(ray: Any, node: Mapping[str, Any], asked: Asked) -> Any:  # noqa: ANN401 - see above
    """Have that machine answer, in a process that ends then; needs no free processor."""
    there = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(
        node["NodeID"], soft=False
    )
    return ray.remote(num_cpus=0, max_calls=1, scheduling_strategy=there)(asked).remote()


def _answer(ray: Any, machine: str, answer: Any) -> str:  # noqa: ANN401 - see above
    try:
        told: str = ray.get(answer, timeout=_ANSWERS)
    except ray.exceptions.GetTimeoutError as error:
        raise ClusterError(
            f"{machine} of the cluster does not answer in {_ANSWERS:.0f} s"
        ) from error
    except ray.exceptions.RayError as error:
        raise ClusterError(
            f"{machine} of the cluster cannot do the work: {reason_of(error)}: install there what"
            " this machine has"
        ) from error
    return told


def _name(node: Mapping[str, Any]) -> str:
    return f"machine {node['NodeManagerAddress']} ({node['NodeID'][:8]})"


def _listed(told: Mapping[str, str]) -> str:
    """One machine for each thing that was told."""
    first = {what: machine for machine, what in reversed([*told.items()])}
    return "; ".join(f"{machine} has {what}" for what, machine in sorted(first.items()))
