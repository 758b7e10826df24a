"""Two lanes of rows, day by day: what was said, and what happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.ledger import Told
from sayso.model import Event
from sayso.model.edtf import ends

_DAY = len("2024-03-05")


@dataclass(frozen=True, slots=True)
class Lane:
    """What was found of one lane, one more than `limit` where there is more."""

    found: tuple[Told, ...]
    limit: int

    @property
    def is_cut(self) -> bool:
        """Whether there is more than is shown."""
        return len(self.found) > self.limit

    def until(self, day: str | None) -> tuple[Told, ...]:
        """What is shown of it up to `day`, or in full where that is null."""
        return tuple(one for one in self.found[: self.limit] if day is None or day_of(one) <= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a timeline: both lanes up to the same day, and whether more follows."""

    said: tuple[Told, ...]
    happened: tuple[Told, ...]
    is_more: bool


def day_of(told: Told) -> str:
    """The day on which something was said or began, as the lists are ordered by it."""
    record = told.record
    if isinstance(record, Event):
        first, _ = ends(record.time.value if record.time else None) or ("", "")
        return first
    return told.report.published or ""


def stretch(said: Lane, happened: Lane) -> Stretch:
    """Both lanes up to the day that the one which is cut first reaches."""
    cut = [day_of(lane.found[lane.limit - 1]) for lane in (said, happened) if lane.is_cut]
    last = min(cut, default=None)
    return Stretch(said=said.until(last), happened=happened.until(last), is_more=bool(cut))


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day, with the numbers of the rows of either lane that belong to it."""

    day: str
    said: tuple[int, ...]
    happened: tuple[int, ...]


def days(shown: Stretch) -> tuple[Day, ...]:
    """The days of what is shown, in order."""
    said, happened = _by_day(shown.said, day_of), _by_day(shown.happened, day_of)
    return tuple(
        Day(day=day, said=tuple(said[day]), happened=tuple(happened[day]))
        for day in sorted({*said, *happened})
    )


def _by_day(rows: Sequence[Told], day: Callable[[Told], str]) -> defaultdict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(rows):
        found[day(one)[:_DAY]].append(number)
    return found
