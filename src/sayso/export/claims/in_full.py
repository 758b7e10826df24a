"""One claim with everything that bears on it: each word, its chain, and what contradicts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.export.claims.chains import Chains, Outlets, Voice
from sayso.export.claims.known_as import known_as
from sayso.export.claims.readings import Readings
from sayso.ledger import JudgementQuery, Ledger
from sayso.model import (
    Act,
    Claim,
    Clash,
    Judgement,
    Link,
    LinkKind,
    Member,
    Report,
    Stance,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A statement with its report, and the chain of who has it from whom."""

    statement: Statement
    report: Report
    chain: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnClaim(Spoken):
    """A member of a claim, spoken."""

    member: Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """That two statements cannot both be true; `one` replaces `other` where it is a correction."""

    link: Link
    one: Spoken
    other: Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimInFull:
    """A claim, and everybody's word on it, by day of publication.

    `contradictions` have a member at one end or both; `corrections` are those among them in which
    a later version replaces an earlier one. `declined` are those who declined to comment in the
    reports of the members: they are on no side. `judgements` are on the claim, or on a statement
    that somebody held against it.
    """

    claim: Claim
    members: tuple[OnClaim, ...]
    contradictions: tuple[Contradiction, ...]
    corrections: tuple[Contradiction, ...]
    declined: tuple[Spoken, ...]
    judgements: tuple[Judgement, ...]


def claim_in_full(ledger: Ledger, claim_id: str, outlets: Outlets) -> ClaimInFull:
    """The claim with this id, or whose id alone begins so, and everybody's word on it.

    Raises RecordNotFound.
    """
    claim = ledger.claim(claim_id)
    gather = _Gathering(ledger, outlets)
    gather.look_ahead(claim)
    told = gather.contradictions(claim)
    return ClaimInFull(
        claim=claim,
        members=gather.members(claim),
        contradictions=tuple(one for one in told if one.link.clash is not Clash.CORRECTION),
        corrections=tuple(one for one in told if one.link.clash is Clash.CORRECTION),
        declined=gather.declined(claim),
        judgements=gather.judgements(claim),
    )


class _Gathering:
    """What bears on claims, as it is gathered from a ledger."""

    def __init__(self, ledger: Ledger, outlets: Outlets) -> None:
        self._ledger = ledger
        self._readings = Readings(ledger)
        self._chains = Chains(self._readings, outlets)

    def look_ahead(self, claim: Claim) -> None:
        """Look up at once what will be told of the members of `claim`."""
        self._readings.look_ahead(one.statement for one in claim.members)

    def members(self, claim: Claim) -> tuple[OnClaim, ...]:
        """The members of `claim`, without those who declined to comment."""
        told = [(one, self._readings.statement(one.statement)) for one in claim.members]
        sides = {side: [said for one, said in told if one.stance is side] for side in Stance}
        spoken = (
            OnClaim(
                statement=said,
                report=self._readings.report(said.report),
                chain=self._chains.of(said, sides[one.stance]),
                member=one,
            )
            for one, said in told
            if said.act is not Act.DECLINE
        )
        return tuple(sorted(spoken, key=_by_day))

    def contradictions(self, claim: Claim) -> tuple[Contradiction, ...]:
        """What a member contradicts, or what contradicts a member."""
        links = self._ledger.links_of(*(one.statement for one in claim.members))
        found = (self._contradiction(one) for one in links if one.kind is LinkKind.CONTRADICTS)
        return tuple(sorted(found, key=lambda each: (_by_day(each.one), _by_day(each.other))))

    def declined(self, claim: Claim) -> tuple[Spoken, ...]:
        """Who declined to comment in the reports of the members of `claim`."""
        said = (self._readings.statement(one.statement).report for one in claim.members)
        first: dict[Voice, Spoken] = {}
        for spoken in sorted(self._declined_in(dict.fromkeys(said)), key=_by_day):
            # What was printed again ends where that ends which it was taken from: told once.
            first.setdefault(spoken.chain[-1], spoken)
        return tuple(first.values())

    def judgements(self, claim: Claim) -> tuple[Judgement, ...]:
        """What people decided about `claim`, in the order in which they did."""
        names = sorted(known_as(claim, self._ledger))
        asked = (JudgementQuery(target=names), JudgementQuery(claim=names))
        found = {one.id: one for query in asked for one in self._ledger.judgements(query)}
        return tuple(sorted(found.values(), key=lambda one: (one.at, one.id)))

    def _contradiction(self, link: Link) -> Contradiction:
        one, other = (self._readings.statement(end) for end in (link.from_, link.to))
        return Contradiction(link=link, one=self._spoken(one), other=self._spoken(other))

    def _declined_in(self, reports: Iterable[str]) -> Iterator[Spoken]:
        for statement in self._readings.said_in(reports, Act.DECLINE):
            yield self._spoken(statement)

    def _spoken(self, statement: Statement) -> Spoken:
        return Spoken(
            statement=statement,
            report=self._readings.report(statement.report),
            chain=self._chains.of(statement),
        )


def _by_day(spoken: Spoken) -> tuple[str, str, int, str]:
    report, statement = spoken.report, spoken.statement
    return report.published or "9999", report.id, statement.span.start, statement.id
