"""How inputs are read: everything that a person may set."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from sayso.acquire.columns import Columns
from sayso.known import ActorList
from sayso.pipeline.processes.limits import Limits

_MOST_JOBS = 8
"""By default; each process holds some 500 MB."""


def default_jobs() -> int:
    """One process for each processor, at most 8."""
    return min(_MOST_JOBS, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How inputs are read.

    `jobs` processes read. `published` is the date of every report read, where the caller knows it,
    and `language` its language, where that is not to be detected; `known` are the caller's own
    known actors, `columns` the columns of tables. `keep_raw` puts the raw bytes beside the ledger.
    `again` reads reports that were deleted. `limits` are what one input may take. `contact` is an
    address that servers are told when pages are fetched, and `private` lets hosts of the local
    network be asked.
    """

    jobs: int = field(default_factory=default_jobs)
    published: str | None = None
    language: str | None = None
    known: ActorList | None = None
    columns: Columns = field(default_factory=Columns)
    keep_raw: bool = True
    again: bool = False
    limits: Limits = field(default_factory=Limits)
    contact: str | None = None
    private: bool = False
