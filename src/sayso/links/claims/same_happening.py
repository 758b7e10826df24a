"""Whether two accounts of one event say the same of it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.links.assertions.assertion import Assertion, Count, Happening
from sayso.links.claims.features import meet
from sayso.links.claims.terms import shared_weight, terms_of, trigger_terms, weight_of
from sayso.links.happenings import same_event
from sayso.links.happenings.parties import alike, clash, common
from sayso.links.happenings.where_and_when import same_place
from sayso.links.matching import Match
from sayso.model import Status

_SURE = 0.9
"""How likely it must be that two accounts are of one event before what they say of it is one."""
_LEAST_BESIDE = 4.0
"""What two clauses must share beside the words for the event: about one rare word."""
_LEAST_SHARED = 0.5
"""The share of the shorter one's words, or of how the parties are called, that must be common."""


def same_happening(a: Assertion, b: Assertion) -> Match | None:
    """The match of two EVENT assertions that are of one event and agree on it.

    Accounts of one event that differ on who, where, when or how many are different claims, and
    contradict each other.
    """
    match = same_event(a, b)
    if match is None or match.score < _SURE:
        return None
    one, other = _told(a), _told(b)
    if not (_agree(one, other) and (_same_parties(one, other) or _alike(a, b))):
        return None
    if Status.NEGATED in (one.status, other.status) and not _alike(a, b):
        return None
    return match


def _same_parties(one: Happening, other: Happening) -> bool:
    """Whether somebody takes part in both, by name or in like words."""
    some, others = (*one.actors, *one.recipients), (*other.actors, *other.recipients)
    if not (some and others):
        return False
    return common(some, others) is not None or alike(some, others) >= _LEAST_SHARED


def _alike(a: Assertion, b: Assertion) -> bool:
    """Whether the clauses are much alike, not only in the words that tell the event."""
    one, other = terms_of(a), terms_of(b)
    if one.words == other.words:
        return True
    beside = one.words & other.words - trigger_terms(a) - trigger_terms(b)
    enough = _LEAST_SHARED * min(one.weight, other.weight)
    return sum(map(weight_of, beside)) >= _LEAST_BESIDE and shared_weight(a, b) >= enough


def _agree(one: Happening, other: Happening) -> bool:
    """Whether two accounts agree on who, where, when and how many, as far as both tell."""
    if clash(one.actors, other.actors) or clash(one.recipients, other.recipients):
        return False
    if one.place and other.place and same_place(one.place, other.place) is False:
        return False
    if one.when and other.when and not meet(one.when, other.when):
        return False
    return _same_figures(one.counts, other.counts)


def _same_figures(some: Iterable[Count], others: Iterable[Count]) -> bool:
    """Whether there is one figure for each sort of people that both sides count."""
    ends = {one.of: (one.low, one.high) for one in some}
    return all(
        one.of not in ends or one.low == ends[one.of][0] or one.high == ends[one.of][1]
        for one in others
    )


def _told(one: Assertion) -> Happening:
    assert one.happening is not None
    return one.happening
