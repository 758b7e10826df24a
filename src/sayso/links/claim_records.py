"""A group of assertions as a claim of the ledger, with its origins and standing."""

from __future__ import annotations

from dataclasses import replace

from sayso.links.assertions import Assertion
from sayso.links.claims import Group
from sayso.links.origins import Copies, OneOrigin, origins_of
from sayso.model import Claim, Member, Origin, Stance
from sayso.model.ids import claim_id, origin_id
from sayso.model.standing import standing_of


def claim_of(group: Group, copies: Copies) -> Claim | None:
    """The claim that `group` is; null where nobody affirms or denies it."""
    members = tuple(_with_gist(member, group) for member in group.members)
    side = _counted_side(members)
    if side is None:
        return None
    giving = next(one for one in members if one.statement == group.gist.statement)
    name = claim_id(group.about, giving.statement, giving.spans)
    origins = origins_of(_counted(group, members, side), copies)
    return Claim(
        id=name,
        gist=" ".join(group.gist_at.text.split()),
        gist_at=group.gist_at,
        about=group.about,
        members=members,
        origins=tuple(_origin(one, name) for one in origins.each),
        fewest_origins=origins.fewest,
        most_origins=origins.most,
        standing=standing_of(
            (member.stance for member in members),
            fewest_origins=origins.fewest,
            reports=len({stand.assertion.report for stand in group.stands if stand.stance is side}),
        ),
    )


def _with_gist(member: Member, group: Group) -> Member:
    """`member`, and where it gives the gist, with the words of that among its own."""
    if member.statement != group.gist.statement:
        return member
    return replace(member, spans=tuple(sorted({*member.spans, *group.gist.spans})))


def _counted_side(members: tuple[Member, ...]) -> Stance | None:
    """The stance of those whose origins count: who affirms, or where nobody does, who denies."""
    stances = {member.stance for member in members}
    return next((one for one in (Stance.AFFIRMS, Stance.DENIES) if one in stances), None)


def _counted(group: Group, members: tuple[Member, ...], side: Stance) -> list[Assertion]:
    """One assertion for each statement whose origin counts."""
    wanted = {member.statement for member in members if member.stance is side}
    found: dict[str, Assertion] = {}
    for stand in group.stands:
        if stand.assertion.statement in wanted and stand.stance is side:
            found.setdefault(stand.assertion.statement, stand.assertion)
    return list(found.values())


def _origin(one: OneOrigin, claim: str) -> Origin:
    statements = tuple(sorted(assertion.statement for assertion in one.assertions))
    return Origin(id=origin_id(claim, statements), statements=statements, why=one.why)
