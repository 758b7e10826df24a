"""The option of commands that Prometheus may ask, and what it is told of their ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Annotated

import typer

from sayso.ledger import Ledger
from sayso.model import ServingError
from sayso.telemetry.exposition import Endpoint, endpoint, metrics_told


def _endpoint(where: str) -> Endpoint:
    try:
        return endpoint(where)
    except ServingError as error:
        raise typer.BadParameter(str(error)) from error


MetricsOption = Annotated[
    Endpoint | None,
    typer.Option(
        metavar="[HOST:]PORT",
        parser=_endpoint,
        help="Tell Prometheus metrics there; at this machine alone unless HOST is given.",
    ),
]


@contextmanager
def measured(at: Endpoint | None, book: Ledger) -> Iterator[None]:
    """Tell metrics of this process and of `book` at `at`, if anywhere, until the block ends."""
    with metrics_told(at, lambda: asdict(book.counts())):
        yield
