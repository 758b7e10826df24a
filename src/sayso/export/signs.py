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

_SIGNS: Mapping[str, Sign] = {
    **{
        code: Sign.COOPERATIVE if quad <= _MATERIAL_COOPERATION else Sign.HOSTILE
        for code, quad in QUAD.items()
    },
    EventType.REQUEST: Sign.NEUTRAL,
    RelationKind.OPPOSES: Sign.HOSTILE,
    RelationKind.SUPPORTS: Sign.COOPERATIVE,
    RelationKind.ALLIED_WITH: Sign.COOPERATIVE,
}
"""The signs of events and relations; other relations are neither for nor against anybody."""


def sign_of_event(event: Event) -> Sign:
    """As PLOVER has it; but asking is not held against anybody, which PLOVER counts as conflict."""
    return _SIGNS[event.code]


def sign_of_relation(relation: Relation) -> Sign:
    """Whether who is tied so to another is for or against him."""
    return _SIGNS.get(relation.kind, Sign.NEUTRAL)


def sign_of_kind(kind: str) -> Sign:
    """The sign of what is told by a type of event, a kind of relation, or any other tie."""
    return _SIGNS.get(kind, Sign.NEUTRAL)
