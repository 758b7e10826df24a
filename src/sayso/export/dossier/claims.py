"""The claims on a topic, with everybody's word, sorted by how they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.export.quoting import Quoting, Word, told_once
from sayso.model import Act, Claim, Stance, Standing

_MOST = 24
"""Claims that are told of each sort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """A claim, and who affirms it, denies it, or does neither, each by day."""

    claim: Claim
    affirmed: tuple[Word, ...]
    denied: tuple[Word, ...]
    unsure: tuple[Word, ...]

    @property
    def reports(self) -> int:
        """How many reports tell it."""
        told = (*self.affirmed, *self.denied, *self.unsure)
        return len({one.report.id for word in told for one in (word, *word.again)})


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaims:
    """Some claims of one sort, and how many `more` there are."""

    told: tuple[ToldClaim, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """Claims by how they stand.

    `affirmed` come from several origins for all that the words allow, `one_origin` are told by
    several reports of one origin, `denied` are affirmed by nobody.
    """

    disputed: ToldClaims
    affirmed: ToldClaims
    denied: ToldClaims
    one_origin: ToldClaims


def standings(quoting: Quoting, claims: Iterable[Claim]) -> Standings:
    """The `claims` by how they stand, without those that one report tells and nobody denies."""
    found = tuple(claims)

    def of(is_sort: Callable[[Claim], bool]) -> ToldClaims:
        chosen = [claim for claim in found if is_sort(claim)]
        told = tuple(_told(quoting, claim) for claim in chosen[:_MOST])
        return ToldClaims(told=told, more=len(chosen) - len(told))

    return Standings(
        disputed=of(lambda claim: claim.standing is Standing.DISPUTED),
        affirmed=of(_from_several),
        denied=of(lambda claim: claim.standing is Standing.DENIED),
        one_origin=of(
            lambda claim: claim.standing is Standing.REPEATED and not _from_several(claim)
        ),
    )


def _from_several(claim: Claim) -> bool:
    if claim.standing is Standing.CORROBORATED:
        return True
    return claim.standing is Standing.REPEATED and claim.most_origins > 1


def _told(quoting: Quoting, claim: Claim) -> ToldClaim:
    words = [quoting.member(member) for member in claim.members]
    said = [word for word in words if word.statement.act is not Act.DECLINE]

    def on(*stances: Stance) -> tuple[Word, ...]:
        return told_once(word for word in said if word.stance in stances)

    return ToldClaim(
        claim=claim,
        affirmed=on(Stance.AFFIRMS),
        denied=on(Stance.DENIES),
        unsure=on(Stance.UNCERTAIN, Stance.NONE),
    )
