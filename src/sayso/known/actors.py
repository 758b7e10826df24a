"""A known actor: what a list tells of it, and when that held."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import ActorKind

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """A public body, group or outlet, or somebody in a public office, as a list tells of it.

    `country` is an ISO 3166-1 alpha-3 code or null, `roles` are PLOVER sector codes. What is told
    holds from `valid_from` until `valid_until`, EDTF dates; null is open.
    """

    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None
    roles: tuple[str, ...]
    valid_from: str | None
    valid_until: str | None

    def holds_on(self, day: str | None) -> bool:
        """Whether what is told holds on `day`, an EDTF date, as far as both dates are given.

        When the day is not known, it does of bodies, and not of persons, whose offices end.
        """
        known = _DAY.match(day or "")
        if known is None:
            return self.kind is not ActorKind.PERSON
        return _in_order(self.valid_from, known[0]) and _in_order(known[0], self.valid_until)


def _in_order(first: str | None, second: str | None) -> bool:
    """Whether `first` is not after `second`, in the years, months and days that both tell."""
    if first is None or second is None:
        return True
    one, other = _DAY.match(first), _DAY.match(second)
    assert one is not None
    assert other is not None
    shared = min(len(one[0]), len(other[0]))
    return one[0][:shared] <= other[0][:shared]
