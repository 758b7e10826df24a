"""Where Prometheus asks for the metrics: a port of their own, of this machine unless told.

They are never among the pages of the reading room, where a proxy on the same machine would make
them public.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from prometheus_client import start_http_server

from sayso.model import ServingError
from sayso.telemetry.holdings import Count, told_of
from sayso.telemetry.registry import REGISTRY

_LOG = logging.getLogger("sayso.metrics")

_WHERE = re.compile(r"(?:(?P<host>\[[0-9a-fA-F:.]+\]|[^\s:\[\]]+):)?(?P<port>\d{1,5})", re.ASCII)
_MOST = 65_535


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The address and port at which metrics are told."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/metrics"


def endpoint(where: str) -> Endpoint:
    """The endpoint that a person names, as `9464` or `0.0.0.0:9464`; raises ServingError."""
    found = _WHERE.fullmatch(where)
    if found is None or int(found["port"]) > _MOST:
        raise ServingError(f"{where!r} is no place for metrics: give a port, as 9464, or HOST:PORT")
    return Endpoint((found["host"] or "127.0.0.1").strip("[]"), int(found["port"]))


@contextmanager
def metrics_told(at: Endpoint | None, count: Count | None = None) -> Iterator[Endpoint | None]:
    """Tell the metrics of this process at `at` until the block ends; nothing where it is null.

    `count` tells how much the ledger holds, each time that somebody asks. What is given back has
    the port that was taken for port 0. Raises ServingError when nothing can listen there.
    """
    if at is None:
        yield None
        return
    try:
        server, thread = start_http_server(at.port, at.host, REGISTRY)
    except OSError as error:
        reason = error.strerror or error
        raise ServingError(f"metrics cannot be told at {at.host}:{at.port}: {reason}") from error
    taken = Endpoint(at.host, server.server_port)
    _LOG.info("metrics_told", extra={"at": taken})
    try:
        with told_of(count):
            yield taken
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
