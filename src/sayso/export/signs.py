"""Whether what is done, or how one stands to another, is for or against somebody."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sayso.model import Event, EventType, Relation, RelationKind, Status


class Sign(StrEnum):
    """How one party stands to another in what it does."""

    HOSTILE = "hostile"
    COOPERATIVE = "cooperative"
    NEUTRAL = "neutral"


_QUADS = (
    "AGREE CONSULT SUPPORT CONCEDE",
    "COOPERATE AID RETREAT",
    "REQUEST ACCUSE REJECT THREATEN",
    "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
)
QUAD: Mapping[EventType, int] = {
    EventType(code): number for number, codes in enumerate(_QUADS, 1) for code in codes.split()
}
"""PLOVER's quad category of each type: 1 verbal and 2 material cooperation, 3 and 4 conflict."""

_MATERIAL_COOPERATION = 2

HELD = frozenset({Status.REPORTED, Status.ONGOING, Status.HISTORICAL})
"""The statuses of what is told to be so, or to have been."""

_FOR_OR_AGAINST = {
    RelationKind.OPPOSES: Sign.HOSTILE,
    RelationKind.SUPPORTS: Sign.COOPERATIVE,
    RelationKind.ALLIED_WITH: Sign.COOPERATIVE,
}
"""The sign of relations; the rest are neither for nor against anybody."""


def sign_of_event(event: Event) -> Sign:
    """As PLOVER has it; but asking is not held against anybody, which PLOVER counts as conflict."""
    if event.code is EventType.REQUEST:
        return Sign.NEUTRAL
    return Sign.COOPERATIVE if QUAD[event.code] <= _MATERIAL_COOPERATION else Sign.HOSTILE


def sign_of_relation(relation: Relation) -> Sign:
    """Whether who is tied so to another is for or against him."""
    return _FOR_OR_AGAINST.get(relation.kind, Sign.NEUTRAL)
