"""Claims as a list shows them: who affirms, who denies, in how many reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.export.claims.chains import Outlets
from sayso.ledger import ClaimEntry, ClaimQuery, Ledger, OnSide, claim_entries
from sayso.model import Stance

_KEPT = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """A claim, and the names of those who affirm and deny it.

    Each name stands once, in whatever case it is written.
    """

    claim: ClaimEntry
    affirming: tuple[str, ...]
    denying: tuple[str, ...]


def sides(ledger: Ledger, query: ClaimQuery, outlets: Outlets) -> Iterator[Sides]:
    """The claims that `query` asks for, the most contested first, with those on both sides."""
    by_name = _Names(ledger, outlets)
    for claim in claim_entries(ledger, query):
        yield Sides(
            claim=claim,
            affirming=by_name.of(claim, Stance.AFFIRMS),
            denying=by_name.of(claim, Stance.DENIES),
        )


class _Names:
    """The names of those who take sides; `outlets` names who publishes a report."""

    def __init__(self, ledger: Ledger, outlets: Outlets) -> None:
        self._published = lru_cache(_KEPT)(lambda report: outlets(ledger.report(report)))

    def of(self, claim: ClaimEntry, side: Stance) -> tuple[str, ...]:
        """Who has this stance to `claim`, each name once."""
        by_key: dict[str, str] = {}
        for name in (self._name(one) for one in claim.voices if one.stance is side):
            by_key.setdefault(name.casefold(), name)
        return tuple(by_key.values())

    def _name(self, one: OnSide) -> str:
        """His name; for an author's own word that of his outlet, where it is told."""
        if one.report is None:
            return one.name or "somebody"
        return one.publisher or next(iter(self._published(one.report)), "the author")
