"""What became of the parts of a partition."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.acquire.given import Skipped
from sayso.model import Acquisition, Reject
from sayso.pipeline.reading import Read
from sayso.pipeline.summary import Tally


@dataclass(frozen=True, slots=True)
class HeldRead:
    """A report that was read; `raw` are its bytes, if they are to be kept."""

    read: Read
    raw: bytes | None = field(repr=False)


Outcome = HeldRead | Acquisition | Reject | Skipped
"""A part was read, or is the same as one that was, in another place; or it was not read."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A partition that was read: what became of each of its parts, in their order."""

    partition: str
    outcomes: tuple[Outcome, ...]


def tally_of(settled: Settled) -> Tally:
    """What was done in a partition, counted."""
    tally = Tally()
    for outcome in settled.outcomes:
        match outcome:
            case HeldRead():
                tally.add(outcome.read.reading)
            case Acquisition():
                tally.known += 1
            case Reject():
                tally.rejects.append(outcome)
            case Skipped():
                tally.skipped[outcome.kind] += 1
    return tally
