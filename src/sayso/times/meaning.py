"""What a time expression means, and what it is counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.model import TimePrecision
from sayso.times.stretches import STRICT, Stretch, around, nearest, number

SAYS_NO_DAY: Final = frozenset((TimePrecision.DURATION, TimePrecision.SET, TimePrecision.VAGUE))
PARTS: Final = {
    part.value: part
    for part in (
        TimePrecision.MORNING,
        TimePrecision.AFTERNOON,
        TimePrecision.EVENING,
        TimePrecision.NIGHT,
    )
}
"""The parts of the day that have a precision of their own."""
OF_DAY: Final = frozenset((TimePrecision.INSTANT, *PARTS.values()))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means: a stretch of the calendar, or what has another notation.

    Of a part of the day and of a clock time, `stretch` is the day. `notation` is what stands by
    itself: a length, a repetition, a year before the calendar. With neither it is not known.
    """

    precision: TimePrecision
    stretch: Stretch | None = None
    notation: str | None = None
    clock: str = ""
    approximate: bool = False
    passing: bool = False
    """Told only to compare: what follows is not counted from it."""

    @property
    def value(self) -> str | None:
        """EDTF, or ISO 8601 for a length or a repetition; None when it is not known."""
        if self.notation is not None or self.stretch is None:
            return self.notation
        edtf = self.stretch.edtf + self.clock
        qualified = self.approximate and not self.clock and "/" not in edtf
        return f"{edtf}~" if qualified else edtf

    def on(self, day: Stretch | None) -> Meaning:
        """This part of the day, or this clock time, of `day`."""
        return replace(self, stretch=day)


def means(stretch: Stretch | None, otherwise: TimePrecision) -> Meaning:
    """The meaning of a stretch; where none is known, only the precision `otherwise`."""
    return Meaning(stretch.precision, stretch) if stretch else Meaning(otherwise)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is counted from.

    `published` is what is known of the day of publication, `told` the date told last of each
    precision, in the order in which they were told; `lean` is below 0 where the words around are
    of the past, above 0 where they are of the future.
    """

    published: Stretch | None
    told: dict[TimePrecision, Stretch]
    lean: int = 0

    def now(self, precision: TimePrecision, steps: int = 0) -> Stretch | None:
        """The unit of the day of publication, or one `steps` from it, if it is known that well."""
        known = self.published
        if known is None or number(known.first, precision) != number(known.last, precision):
            return None
        return around(known.first, precision, steps)

    def then(self, precision: TimePrecision, steps: int = 0) -> Stretch | None:
        """The unit of the date told last, or one `steps` from it."""
        last = next(reversed(self.told.values()), None)
        if last is None or number(last.first, precision) != number(last.last, precision):
            return None
        return around(last.first, precision, steps)

    def nearest(
        self, candidates: Sequence[Stretch | None], *, against: float = 1
    ) -> Stretch | None:
        """The nearest of `candidates`; what the tense speaks against is so many times as far."""
        known = [each for each in candidates if each is not None]
        if self.published is None or not known:
            return None
        return nearest(known, self.published, self.lean, against)

    def stepped(self, candidates: Sequence[Stretch | None], step: int) -> Stretch | None:
        """The last of `candidates` that is over, the one of now, or the first that is to come."""
        now = self.published
        known = [each for each in candidates if each is not None]
        if now is None or step == 0:
            return self.nearest(known, against=STRICT)
        if step < 0:
            return max((each for each in known if each.last < now.first), default=None)
        return min((each for each in known if each.first > now.last), default=None)
