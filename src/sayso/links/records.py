"""What linking finds, as records of the ledger: links with their reason and the words for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.links.assertions import Assertion
from sayso.links.citations import outlet_of, same_outlet
from sayso.links.citing import Citing
from sayso.links.contradictions import Contradiction
from sayso.links.matching import Match
from sayso.links.reprints import Reprint
from sayso.model import Link, LinkKind, Passage, Report, Span
from sayso.model.ids import link_id

_CITED = 0.9
"""How sure it is that an outlet that is named as the source, and said the same before, is it."""


def when_told(one: Assertion) -> tuple[str, str, str]:
    """By when it was published, those without a day last; then as ids go."""
    return one.published or "9999", one.report, one.id


def reprint_link(a: Report, b: Report, found: Reprint) -> Link:
    """That one report has words of the other: from the one that took them to where they were first.

    That is the agency that the other credits, else what was published earlier. The passages come as
    they stand in the one that took them.
    """
    later, earlier = _in_order(a, b)
    passages = sorted((x, y) if later is a else (y, x) for x, y in found.passages)
    evidence = _side_by_side(later.id, earlier.id, passages)
    return _link(LinkKind.REPRINTS, (later.id, earlier.id), evidence, found.score, found.reason)


def same_claim_link(member: Assertion, gist: Assertion, match: Match) -> Link:
    """That a statement is on the claim whose gist another statement gives."""
    ends = member.statement, gist.statement
    return _link(LinkKind.SAME_CLAIM, ends, _words(member, gist), match.score, match.reason)


def same_event_link(a: Assertion, b: Assertion, match: Match) -> Link:
    """That two events are one; from the later told to the earlier."""
    b, a = sorted((a, b), key=when_told)
    assert a.happening is not None
    assert b.happening is not None
    ends = a.happening.event, b.happening.event
    evidence = _side_by_side(a.report, b.report, [(a.happening.trigger, b.happening.trigger)])
    return _link(LinkKind.SAME_EVENT, ends, evidence, match.score, match.reason)


def citation_link(citing: Assertion, cited: Assertion, outlet: str) -> Link:
    """That a statement has it from what another report carried, which both put in like words."""
    reason = f"{citing.outlet or 'The report'} has it from {outlet}, whose report said so before."
    ends = citing.statement, cited.statement
    return _link(LinkKind.CITES, ends, _words(citing, cited), _CITED, reason)


def carrier_link(citing: Citing, share: float, carried: Passage) -> Link:
    """That a statement has it from an outlet whose report carried it.

    Where the outlet is only spoken of, it is the report as a whole that cites it.
    """
    reason = f"It names {citing.outlet}, whose report has {share:.0%} of these words, by weight."
    if citing.day is not None and share < 1:
        reason = f"{reason[:-1]}, and was of the day that is given."
    evidence = (Passage.of(citing.report, citing.mention), carried)
    ends = citing.statement if citing.speaks else citing.report, carried.report
    return _link(LinkKind.CITES, ends, evidence, share, reason)


def contradiction_link(found: Contradiction) -> Link:
    """That two statements cannot both be true; of a correction, from what replaces the other."""
    later, earlier = found.later, found.earlier
    evidence = _side_by_side(later.report, earlier.report, [found.words])
    ends = later.statement, earlier.statement
    link = _link(LinkKind.CONTRADICTS, ends, evidence, found.score, found.reason)
    return replace(link, id=link_id(link.kind, *ends, found.clash), clash=found.clash)


def _link(
    kind: LinkKind, ends: tuple[str, str], evidence: Iterable[Passage], score: float, reason: str
) -> Link:
    return Link(
        id=link_id(kind, *ends),
        kind=kind,
        from_=ends[0],
        to=ends[1],
        score=round(score, 3),
        reason=reason,
        evidence=tuple(evidence),
    )


def _words(a: Assertion, b: Assertion) -> Iterator[Passage]:
    for one in (a, b):
        yield from (Passage.of(one.report, span) for span in one.spans)


def _side_by_side(a: str, b: str, passages: Iterable[tuple[Span, Span]]) -> Iterator[Passage]:
    for one, other in passages:
        yield Passage.of(a, one)
        yield Passage.of(b, other)


def _in_order(a: Report, b: Report) -> tuple[Report, Report]:
    """The report that has words of the other, and the other: by credit, then by day."""
    first, second = sorted((a, b), key=lambda one: (one.published or "9999", one.id))
    return (first, second) if _is_taken(first) and not _is_taken(second) else (second, first)


def _is_taken(report: Report) -> bool:
    """Whether a report credits another outlet than its own."""
    outlet = outlet_of(report)
    if outlet is None or report.publisher is None:
        return False
    return not same_outlet(outlet.name, report.publisher)
