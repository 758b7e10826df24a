"""The chains and origins of a claim, as they are drawn."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.claims import ClaimInFull, OnClaim
from sayso.export.drawing.chains import Group, Lineage, lineage
from sayso.model import Stance

_MOST_CHAINS = 40
_ELSE = {
    Stance.AFFIRMS: "affirmed",
    Stance.DENIES: "denied",
    Stance.UNCERTAIN: "left open",
    Stance.NONE: "spoken of",
}


def drawn(told: ClaimInFull) -> Lineage | None:
    """The chains of a claim's words by their origins, the first of very many; null for none."""
    groups, left = [], _MOST_CHAINS
    for title, members in _grouped(told):
        chains = tuple(dict.fromkeys(tuple(voice.name for voice in one.chain) for one in members))
        shown = tuple(filter(None, chains))[:left]
        left -= len(shown)
        if shown:
            groups.append(Group(title, shown))
    return lineage(groups) if groups else None


def _grouped(told: ClaimInFull) -> Iterator[tuple[str, list[OnClaim]]]:
    """The members of each origin, then those that count for none by what they say to the claim."""
    left = {one.statement.id: one for one in told.members}
    for number, origin in enumerate(told.claim.origins, start=1):
        yield f"origin {number}", [left.pop(one) for one in origin.statements if one in left]
    for stance, title in _ELSE.items():
        yield title, [one for one in left.values() if one.member.stance is stance]
