"""What became of the parts of a partition."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

from sayso.acquire.given import Skipped
from sayso.model import Acquisition, Reject
from sayso.pipeline.reading import Read
from sayso.pipeline.summary import Tally


class HeldRead:
    """A report that was read; `raw` are its bytes, if they are to be kept.

    From process to process it goes packed, and is unpacked where somebody looks into it.
    """

    __slots__ = ("_read", "raw")
    __match_args__ = ("read", "raw")

    def __init__(self, read: Read | bytes, raw: bytes | None) -> None:
        self._read = read
        self.raw = raw

    @property
    def read(self) -> Read:
        """What was read."""
        if isinstance(self._read, bytes):
            read: Read = pickle.loads(self._read)  # noqa: S301 - packed by this run alone
            self._read = read
            return read
        return self._read

    def __reduce__(self) -> tuple[type[HeldRead], tuple[bytes, bytes | None]]:
        if isinstance(self._read, bytes):
            return HeldRead, (self._read, self.raw)
        return HeldRead, (pickle.dumps(self._read, pickle.HIGHEST_PROTOCOL), self.raw)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, HeldRead):
            return NotImplemented
        return (self.read, self.raw) == (other.read, other.raw)

    __hash__ = None  # type: ignore[assignment] # two that are equal may differ in how they are held


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
