"""The places that what was said on a topic names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.quoting import Quotation, Quoting
from sayso.model import Passage, Place, PlacePrecision, Report

_MOST = 60
"""Places that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place, in degrees; how often it is named, by how many reports, and the first of these."""

    name: str
    country: str | None
    precision: PlacePrecision | None
    latitude: float
    longitude: float
    mentions: int
    reports: int
    first: Quotation
    report: Report

    @property
    def times(self) -> int:
        """How often it is named."""
        return self.mentions


def spots(quoting: Quoting, places: Iterable[Place]) -> tuple[Spot, ...]:
    """Those of `places` that have coordinates, by name and point; named most often first."""
    named: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in places:
        if place.latitude is not None:
            where = place.name, place.country, place.latitude, place.longitude
            named[tuple(map(str, where))].append(place)
    often = sorted(named, key=lambda where: (-len(named[where]), where))
    return tuple(_spot(quoting, named[where]) for where in often[:_MOST])


def _spot(quoting: Quoting, places: list[Place]) -> Spot:
    first = min(
        places, key=lambda one: (quoting.published(one.report) or "9999", one.report, one.span)
    )
    assert first.latitude is not None
    assert first.longitude is not None
    return Spot(
        name=first.name,
        country=first.country,
        precision=first.precision,
        latitude=first.latitude,
        longitude=first.longitude,
        mentions=len(places),
        reports=len({one.report for one in places}),
        first=quoting.mention(Passage.of(first.report, first.span)),
        report=quoting.readings.report(first.report),
    )
