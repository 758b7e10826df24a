"""A contradiction between two statements."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.links.assertions.assertion import Assertion
from sayso.model import Clash, SourceKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two statements that cannot both be true, in what, and the words on both sides.

    Of a correction, `later` is the one that replaces `earlier`; else they are in the order of
    publication. `score` is a probability between 0 and 1.
    """

    clash: Clash
    later: Assertion
    earlier: Assertion
    score: float
    reason: str
    words: tuple[Span, Span]


def between(
    a: Assertion, b: Assertion, *, clash: Clash, score: float, reason: str
) -> Contradiction:
    """What `a` and `b` contradict each other in, shown by the longest words of each."""
    earlier, later = in_order(a, b)
    return Contradiction(
        clash=clash,
        later=later,
        earlier=earlier,
        score=score,
        reason=reason,
        words=(_longest(later), _longest(earlier)),
    )


def _longest(one: Assertion) -> Span:
    return max(one.spans, key=lambda span: (len(span.text), -span.start))


def in_order(a: Assertion, b: Assertion) -> tuple[Assertion, Assertion]:
    """The earlier published and the later of the two; the same whatever their order."""
    first, second = sorted((a, b), key=_by_day_and_place)
    return first, second


def _by_day_and_place(one: Assertion) -> tuple[str, str, tuple[Span, ...], str]:
    return one.published or "", one.report, one.spans, one.id


def speaker(assertion: Assertion) -> str:
    """Who says it, for people: the source, for the author's own word the outlet."""
    if assertion.source is not None:
        return assertion.source.name
    if assertion.source_kind is SourceKind.AUTHOR:
        return assertion.outlet or "the author"
    return "somebody who is not named"
