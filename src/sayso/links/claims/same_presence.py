"""Whether two assertions are of one party's presence at one place."""

from __future__ import annotations

from sayso.links.assertions.assertion import Assertion, Spot
from sayso.links.claims.features import PRESENCE
from sayso.links.entity import same_entity
from sayso.links.matching import Match


def same_presence(a: Assertion, b: Assertion) -> Match | None:
    """The match of two PRESENCE assertions, None where who or where is another."""
    one, other = a.presence, b.presence
    assert one is not None
    assert other is not None
    if not (_is_one(one.where, other.where) and same_entity(one.who, other.who)):
        return None
    return PRESENCE.match(a, b)


def _is_one(one: Spot, other: Spot) -> bool:
    """Whether two places are one: by their ids, by name where one was not resolved."""
    if one.geonameid is not None and other.geonameid is not None:
        return one.geonameid == other.geonameid
    return one.name == other.name
