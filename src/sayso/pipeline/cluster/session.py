"""A Ray cluster, joined or started on this machine: the only place that does."""

from __future__ import annotations

import logging
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sayso.model import ClusterError, ExtraMissing
from sayso.pipeline.cluster.failures import reason_of, told_in_full
from sayso.pipeline.cluster.machines import Asked, require_alike, software

_OBJECTS = 200_000_000
"""Bytes that a cluster on this machine alone may hold between its processes; more goes to disk."""
_HOST_AND_PORT = re.compile(r"(?P<host>[^:/]+):(?P<port>\d{1,5})")
_ANSWERS = 10.0
"""Seconds in which a cluster must answer."""
_STDERR = 2
_SETTINGS = {
    "RAY_USAGE_STATS_ENABLED": "0",  # sayso needs no network, and tells nobody of its use
    "RAY_BACKEND_LOG_LEVEL": "fatal",  # what fails is told by exceptions
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # else Ray warns of what it will do one day
    "RAY_worker_niceness": "0",  # a person's `nice` decides, as it does without Ray
}


@contextmanager
def session(
    address: str | None, jobs: int | None = None, *, asked: Asked = software
) -> Iterator[int]:
    """A cluster to work on; gives the number of processors that the work is to have.

    `address` is that of a cluster (`auto` for the one of this machine, or
    `HOST:PORT`); null starts one of this machine alone, of `jobs` processors or all, which
    ends with the block. One that this process has joined already is used and left as it is. The
    machines of one at an address are `asked` what they work with, and must answer the same.

    Raises ExtraMissing where Ray is not installed, ClusterError where there is no cluster at that
    address, where its machines differ, or where Ray fails in the block.
    """
    ray = ray_module()
    joined = ray.is_initialized()
    try:
        if not joined:
            _join(ray, address, jobs)
            if address is not None:
                require_alike(ray, asked)
        yield jobs or int(ray.cluster_resources().get("CPU", 1))
    except ray.exceptions.RayError as error:
        raise ClusterError(f"the cluster failed: {reason_of(error)}") from error
    finally:
        if not joined:
            ray.shutdown()


def ray_module() -> Any:  # noqa: ANN401 - a module that may not be there
    """Ray with Ray Data; raises ExtraMissing where it is not installed."""
    os.environ.update({name: os.environ.get(name, value) for name, value in _SETTINGS.items()})
    try:
        # It takes long to load, and few runs need it.
        import ray.data  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ExtraMissing("--engine ray", extra="scale") from error
    _configure(ray.data.DataContext.get_current())
    return ray


def _configure(context: Any) -> None:  # noqa: ANN401 - of a module that may not be there
    """Have Ray Data say nothing on a terminal: sayso tells how far a run is."""
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)


def _join(ray: Any, address: str | None, jobs: int | None) -> None:  # noqa: ANN401 - see above
    if address is not None:
        require_answer(address)
    quiet = {"log_to_driver": False, "logging_level": logging.CRITICAL}
    try:
        with _error_stream_shut():
            if address is None:
                ray.init(
                    address="local",
                    num_cpus=jobs,
                    object_store_memory=_OBJECTS,
                    include_dashboard=False,
                    **quiet,
                )
            else:
                ray.init(address=address, **quiet)
    except Exception as error:  # Ray raises no errors of its own here
        raise ClusterError(f"{_refused(address)}: {told_in_full(error)}") from error


def require_answer(address: str) -> None:
    """Raise ClusterError if nobody answers at `HOST:PORT`, for which Ray would wait for minutes."""
    if at := _HOST_AND_PORT.fullmatch(address):
        try:
            socket.create_connection((at["host"], int(at["port"])), _ANSWERS).close()
        except (OSError, OverflowError) as error:
            raise ClusterError(f"no cluster is at {address}: {error}") from error


@contextmanager
def _error_stream_shut() -> Iterator[None]:
    """Let Ray not tell on the error stream, when it starts, that it will tell nothing there."""
    theirs = os.dup(_STDERR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    try:
        yield
    finally:
        os.dup2(theirs, _STDERR)
        os.close(theirs)
        os.close(nowhere)


def _refused(address: str | None) -> str:
    if address is None:
        return "no cluster starts here"
    return (
        f"the cluster at {address} cannot be joined (this machine must belong to it, by"
        f" `ray start --address={address}`; if it asks for a token, set RAY_AUTH_MODE=token)"
    )
