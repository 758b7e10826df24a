"""Claims as they are annotated: everybody's word on a proposition, its origins, its contraries.

CLAIMS.md says what the words mean; `claims.py` reads them from the annotation files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product

from examples.annotation_files import AnnotationError
from examples.claim_files import ContradictionKind, How, Standing
from examples.voices import Voice
from sayso.model import Stance

AFFIRMS, DENIES = Stance.AFFIRMS, Stance.DENIES
CORRECTION = "correction"

Pair = tuple["Member", "Member"]
StatementPair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Member:
    """A statement's word on a claim: its stance to it, and how its words speak on it."""

    voice: Voice
    how: How
    stance: Stance

    @property
    def tells(self) -> bool:
        """Whether the words tell the proposition or point at it: only then it counts."""
        return self.how != "implies"


@dataclass(frozen=True, slots=True)
class MarkedOrigin:
    """Members of a claim that trace to one source; `may_be` names others that it might be."""

    who: str
    why: str
    may_be: frozenset[str]
    members: tuple[Member, ...]

    def takes(self, stance: Stance) -> bool:
        """Whether a member that counts has this stance."""
        return any(member.tells and member.stance == stance for member in self.members)

    def may_be_one_with(self, other: MarkedOrigin) -> bool:
        """Whether the words leave open that the two are the same."""
        return other.who in self.may_be or self.who in other.may_be


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A proposition with everybody's word on it, by origin."""

    key: str
    gist: str
    follows_from: tuple[str, ...]
    origins: tuple[MarkedOrigin, ...]

    def members(self, stance: Stance | None = None) -> list[Member]:
        """The members, or those with this stance, in the order of the file."""
        members = [member for origin in self.origins for member in origin.members]
        return [member for member in members if stance in (None, member.stance)]

    def origin_range(self, stance: Stance) -> tuple[int, int]:
        """The lowest and the highest number of independent origins that have this stance."""
        origins = [origin for origin in self.origins if origin.takes(stance)]
        return fewest_apart(origins), len(origins)

    @property
    def standing(self) -> Standing:
        """Its standing in the record contract, by the lowest number of origins."""
        affirming, denying = (self.origin_range(stance)[0] for stance in (AFFIRMS, DENIES))
        if denying:
            return "disputed" if affirming else "denied"
        if affirming > 1:
            return "corroborated"
        reports = {member.voice.report for member in self.members(AFFIRMS) if member.tells}
        return "repeated" if len(reports) > 1 else "single_origin"


def fewest_apart(origins: Sequence[MarkedOrigin]) -> int:
    """How few origins these can be, if each that may be another one is."""
    return min(map(len, _groupings(origins, ())), default=0)


def _groupings(
    rest: Sequence[MarkedOrigin], groups: tuple[tuple[MarkedOrigin, ...], ...]
) -> Iterator[tuple[tuple[MarkedOrigin, ...], ...]]:
    """Every way to take origins that may be one for one."""
    if not rest:
        yield groups
        return
    first, *others = rest
    yield from _groupings(others, (*groups, (first,)))
    for place, group in enumerate(groups):
        if all(map(first.may_be_one_with, group)):
            joined = (*groups[:place], (*group, first), *groups[place + 1 :])
            yield from _groupings(others, joined)


@dataclass(frozen=True, slots=True)
class Sides:
    """The words of two voices, and why they are set side by side."""

    one: Voice
    other: Voice
    why: str

    @property
    def statements(self) -> StatementPair:
        """The ids of the two statements."""
        return frozenset((self.one.statement.id, self.other.statement.id))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims, or sides of one, that cannot both be so; of a correction, the former first."""

    kind: ContradictionKind
    claims: tuple[str, ...]
    sides: Sides


@dataclass(frozen=True, slots=True)
class Open:
    """Words, and with them two claims, of which it is open whether they contradict each other."""

    claims: tuple[str, ...]
    sides: Sides


@dataclass(frozen=True, slots=True)
class ClaimGold:
    """One pass over the claims of the reports and what contradicts what."""

    claims: tuple[MarkedClaim, ...]
    contradictions: tuple[Contradiction, ...]
    near_misses: tuple[Sides, ...]
    open: tuple[Open, ...]

    def claim(self, key: str) -> MarkedClaim:
        """The claim of this key; AnnotationError if there is none."""
        for claim in self.claims:
            if claim.key == key:
                return claim
        raise AnnotationError(f"there is no claim {key!r}")

    def affirming(self, key: str) -> list[Member]:
        """Who affirms a claim, or one that it names as one from which it follows."""
        claims = map(self.claim, (key, *self.claim(key).follows_from))
        return [member for claim in claims for member in claim.members(AFFIRMS)]

    def against(self, *keys: str) -> Iterator[Pair]:
        """All pairs of members on the two sides of one claim, or of two that contradict."""
        if len(keys) == 1:
            yield from product(self.affirming(keys[0]), self.claim(keys[0]).members(DENIES))
        else:
            yield from product(*map(self.affirming, keys))

    def contradicting(self) -> frozenset[StatementPair]:
        """Statements, two by two, that a link `contradicts` rightly joins."""
        told = {_statements(pair) for pair in self._pairs() if all(one.tells for one in pair)}
        return frozenset(told | {found.sides.statements for found in self.contradictions})

    def undecided(self) -> frozenset[StatementPair]:
        """Statements, two by two, that a link `contradicts` may join or not."""
        between = (self.against(*found.claims) for found in self.open if found.claims)
        pairs = {_statements(pair) for pair in chain(self._pairs(), *between)}
        return frozenset(pairs | {found.sides.statements for found in self.open}) - (
            self.contradicting()
        )

    def _pairs(self) -> Iterator[Pair]:
        """All pairs of members that contradict each other, corrections left out."""
        for claim in self.claims:
            yield from self.against(claim.key)
        for found in self.contradictions:
            if len(found.claims) > 1 and found.kind != CORRECTION:
                yield from self.against(*found.claims)


def _statements(pair: Pair) -> StatementPair:
    return frozenset(member.voice.statement.id for member in pair)
