"""What the page of one claim shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.claims import ClaimInFull, OnClaim
from sayso.export.drawing.chains import Lineage
from sayso.export.drawing.ranges import RangePlot, range_plot
from sayso.export.numbers import Disagreement
from sayso.model import Stance
from sayso.web.claims.drawing import drawn

_SIDES = (
    (Stance.AFFIRMS, "Affirmed by"),
    (Stance.DENIES, "Denied by"),
    (Stance.UNCERTAIN, "Left open by"),
    (Stance.NONE, "Spoken of by"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Those who take one stance to a claim."""

    stance: Stance
    title: str
    members: tuple[OnClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FromOne:
    """Members that come from one origin, by their numbers on the page, and why they count once."""

    numbers: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with everybody's word on it, numbered in the order of the page."""

    told: ClaimInFull
    sides: tuple[Side, ...]
    numbers: dict[str, int]
    origins: tuple[FromOne, ...]
    reports: int
    drawn: Lineage | None
    disagreements: tuple[tuple[Disagreement, RangePlot], ...]


def view_of(told: ClaimInFull, disagreements: tuple[Disagreement, ...] = ()) -> ClaimView:
    """The page of `told`, with the numbers that its words give differently."""
    sides = tuple(_sides(told))
    ordered = (one for side in sides for one in side.members)
    numbers = {one.statement.id: number for number, one in enumerate(ordered, start=1)}
    return ClaimView(
        told=told,
        sides=sides,
        numbers=numbers,
        origins=tuple(
            FromOne(
                numbers=tuple(sorted(numbers[one] for one in origin.statements if one in numbers)),
                why=origin.why,
            )
            for origin in told.claim.origins
        ),
        reports=len({one.report.id for one in told.members}),
        drawn=drawn(told),
        disagreements=tuple((one, range_plot(one)) for one in disagreements),
    )


def _sides(told: ClaimInFull) -> Iterator[Side]:
    for stance, title in _SIDES:
        members = tuple(one for one in told.members if one.member.stance is stance)
        if members:
            yield Side(stance=stance, title=title, members=members)
