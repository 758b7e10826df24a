"""Claims as a list shows them: who affirms, who denies, in how many reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.export.claims.chains import Chains, Outlets
from sayso.export.claims.readings import Readings
from sayso.ledger import ClaimQuery, Ledger
from sayso.model import Claim, Stance, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """A claim, the names of those who affirm and deny it, and the number of its reports.

    Each name stands once, in whatever case it is written.
    """

    claim: Claim
    affirming: tuple[str, ...]
    denying: tuple[str, ...]
    reports: int


def sides(ledger: Ledger, query: ClaimQuery, outlets: Outlets) -> Iterator[Sides]:
    """The claims that `query` asks for, the most contested first, with those on both sides."""
    readings = Readings(ledger)
    chains = Chains(readings, outlets)
    for claim in ledger.claims(query):
        said = {one.statement: readings.statement(one.statement) for one in claim.members}
        yield Sides(
            claim=claim,
            affirming=_names(chains, _on_side(claim, Stance.AFFIRMS, said.values())),
            denying=_names(chains, _on_side(claim, Stance.DENIES, said.values())),
            reports=len({one.report for one in said.values()}),
        )


def _on_side(claim: Claim, side: Stance, said: Iterable[Statement]) -> Iterator[Statement]:
    there = {member.statement for member in claim.members if member.stance is side}
    return (statement for statement in said if statement.id in there)


def _names(chains: Chains, said: Iterable[Statement]) -> tuple[str, ...]:
    by_key: dict[str, str] = {}
    for name in map(chains.who, said):
        by_key.setdefault(name.casefold(), name)
    return tuple(by_key.values())
