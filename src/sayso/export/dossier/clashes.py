"""Accounts that contradict each other, other than in a number or on one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.quoting import Quoting, Word
from sayso.ledger import Ledger
from sayso.model import Claim, Clash, Link, Statement

_MOST = 24
"""Contradictions that are told."""
_IN_NUMBERS = frozenset({Clash.NUMBER, Clash.CORRECTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two statements that cannot both be true, the earlier first; in what, and why not."""

    clash: Clash
    reason: str
    words: tuple[Word, Word]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradictions:
    """Some contradictions, the surest first, and how many `more` there are."""

    told: tuple[Contradiction, ...]
    more: int


def contradictions(
    ledger: Ledger, quoting: Quoting, statements: Iterable[Statement], claims: Iterable[Claim]
) -> Contradictions:
    """What `statements` contradict; without what is told as numbers or with one of `claims`."""
    on = _claims_by_statement(claims)
    found = [
        link
        for link in ledger.links_of(*(one.id for one in statements))
        if link.clash and link.clash not in _IN_NUMBERS and not on[link.from_] & on[link.to]
    ]
    found.sort(key=lambda link: (-link.score, link.id))
    told = tuple(_told(quoting, link) for link in found[:_MOST])
    return Contradictions(told=told, more=len(found) - len(told))


def _claims_by_statement(claims: Iterable[Claim]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for member in claim.members:
            found[member.statement].add(claim.id)
    return found


def _told(quoting: Quoting, link: Link) -> Contradiction:
    ends = [quoting.readings.statement(end) for end in (link.from_, link.to)]
    first, second = (_word(quoting, link, end) for end in sorted(ends, key=quoting.order))
    assert link.clash is not None
    return Contradiction(clash=link.clash, reason=link.reason, words=(first, second))


def _word(quoting: Quoting, link: Link, end: Statement) -> Word:
    """The statement at one end of `link`, with the words that show the contradiction marked."""
    shown = [words.span for words in link.evidence if words.report == end.report]
    return quoting.word(end, *(span for span in shown if end.span.contains(span)))
