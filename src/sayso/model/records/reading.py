"""Everything that one report holds, and what was not recorded."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.records.actor import Actor
from sayso.model.records.happening import Event, Relation
from sayso.model.records.report import Report
from sayso.model.records.setting import Place, Time
from sayso.model.records.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report and everything that was read in it."""

    report: Report
    statements: tuple[Statement, ...]
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """What was not recorded, at which stage, and why."""

    id: str
    input: str
    stage: str
    reason: str
