"""How the places, the times and the days of publication of two happenings go together."""

from __future__ import annotations

from datetime import date
from math import asin, cos, radians, sin, sqrt

from sayso.links.assertions.assertion import Spot, Stretch

_EARTH = 12_742.0
"""The earth's diameter, in kilometres."""
_REACH = {"point": 10.0, "town": 30.0, "district": 80.0, "region": 400.0, "country": 2_000.0}
"""How far from its middle a place of each precision reaches, in kilometres, at a generous guess."""
_REACH_UNKNOWN = 50.0


def same_place(one: Spot, other: Spot) -> bool | None:
    """Whether two places are one, or one is inside the other; None where that is not known."""
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return True
    if None not in (one.country, other.country):
        if one.country != other.country:
            return False
        if "country" in (one.precision, other.precision):
            return True
    apart = kilometres(one, other)
    if apart is None:
        return True if one.name == other.name else None
    return apart <= max(_reach(one), _reach(other))


def kilometres(one: Spot, other: Spot) -> float | None:
    """The distance of two places along a great circle (haversine formula)."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    north, south = radians(one.latitude or 0), radians(other.latitude or 0)
    east = radians((one.longitude or 0) - (other.longitude or 0))
    chord = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return _EARTH * asin(sqrt(min(1.0, chord)))


def days_between(one: Stretch, other: Stretch) -> int:
    """How many days lie between two stretches; 0 where they meet."""
    return max(0, _day(one.first) - _day(other.last), _day(other.first) - _day(one.last))


def days_covered(one: Stretch, other: Stretch) -> int:
    """How many days the longer of two stretches covers."""
    return max(_day(each.last) - _day(each.first) + 1 for each in (one, other))


def days_apart(one: str, other: str) -> int:
    """How many days lie between two days, ISO 8601."""
    return abs(_day(one) - _day(other))


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _reach(place: Spot) -> float:
    return _REACH.get(place.precision or "", _REACH_UNKNOWN)
