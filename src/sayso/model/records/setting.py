"""Where and when: every place name and time expression."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.spans import Span
from sayso.model.vocabulary import (
    PlacePrecision,
    TimePrecision,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that a report names, and which one of GeoNames it is.

    `name` is the name GeoNames gives it, or the report's own words when it was not resolved: then
    `geonameid`, `latitude`, `longitude` (degrees, WGS 84), `country` (ISO 3166-1 alpha-3) and
    `precision` are null. A region that no gazetteer lists by an id may have coordinates without
    one.
    """

    id: str
    report: str
    span: Span
    name: str
    geonameid: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: PlacePrecision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression, resolved against the day its report was published.

    `value` is EDTF (ISO 8601-2), for a length an ISO 8601 duration, for a set an ISO 8601
    repetition (`R/P1D`); null when it cannot be known.
    """

    id: str
    report: str
    span: Span
    value: str | None
    precision: TimePrecision
