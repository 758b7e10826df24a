"""Which reports are copies of which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ledger import Ledger, LinkQuery
from sayso.model import LinkKind, Report

_SHOWN = 12
"""So many of the copies of a report; the story of an agency may have hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Another report with the same words: `is_earlier` when it is the one that was copied."""

    report: Report
    is_earlier: bool
    reason: str


def copies_of(ledger: Ledger, report: str) -> tuple[Copy, ...]:
    """The reports that the one with this id copies, and those that copy it; the surest first."""
    query = LinkQuery(kind=LinkKind.REPRINTS, record=report, limit=_SHOWN)
    with ledger.snapshot():
        return tuple(_found(ledger, report, query))


def _found(ledger: Ledger, report: str, query: LinkQuery) -> Iterator[Copy]:
    for link in ledger.links(query):
        other = link.to if link.from_ == report else link.from_
        yield Copy(report=ledger.report(other), is_earlier=other == link.to, reason=link.reason)
