"""Which of the ties that the grammar allows a text tells, by who stands at their ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.model import RelationKind
from sayso.relations.ends import Ends
from sayso.relations.standing import has_length
from sayso.relations.ties import Note
from sayso.relations.told import Told, Way
from sayso.statements import Account


def fits(account: Account, ends: Ends, told: Told) -> Iterator[Told]:
    """`told` with those of its ends that its tie can have; nothing if none are left."""
    if Note.LASTING in told.tie.notes and not has_length(account, told):
        return
    holders = tuple(one for one in told.holders if _can_have(ends, told, one))
    others = tuple(one for one in told.others if _can_be_other(ends, told, one))
    mutual = told.tie.direction == "=" and not told.others and len(holders) > 1
    if holders and (others or mutual):
        yield replace(told, holders=holders, others=others)


def _can_have(ends: Ends, told: Told, holder: int) -> bool:
    """Whether who is at `holder` can have the tie."""
    notes = told.tie.notes
    if told.way is Way.TITLE and ends.modifies(told.word) and not ends.is_person(holder):
        return False
    if Note.BY_PERSON in notes and not ends.is_person(holder):
        return False
    if Note.BY_PEOPLE in notes and not ends.is_people(holder):
        return False
    return ends.actor(holder) is not None


def _can_be_other(ends: Ends, told: Told, other: int) -> bool:
    """Whether who is at `other` can be the one with whom the tie is."""
    notes = told.tie.notes
    person = ends.is_person(other)
    if (Note.PERSON in notes and not person) or (Note.GROUP in notes and person):
        return False
    if told.way is Way.VERB and ends.is_kin(other):
        return False
    allowed = Note.PLACE in notes and not (told.way is Way.ITSELF and ends.modifies(other))
    if ends.is_place(other) and not allowed and _is_about_place(ends, told):
        return False
    return ends.actor(other) is not None


def _is_about_place(ends: Ends, told: Told) -> bool:
    """Whether a place at the other end is where somebody is, or what is held, and no actor."""
    if told.tie.kind is RelationKind.LINKED_TO:
        return all(ends.is_place(one) for one in told.holders)
    return told.tie.direction == ">" and told.tie.kind in (
        RelationKind.CONTROLS,
        RelationKind.MEMBER_OF,
        RelationKind.PART_OF,
        RelationKind.LEADS,
    )
