"""What is made of several findings at once: claims, and the links of events told many times.

It depends on the assertions that hang together and on nothing else: neither on the order in which
they came, nor on what the ledger held before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sayso.links.assertions import Assertion
from sayso.links.claim_records import claim_of
from sayso.links.claims import Bonds, Group, Stand, bound, group, same_claim
from sayso.links.contradictions import denials_among, saying_groups
from sayso.links.happenings import event_groups, same_event
from sayso.links.origins import Copies, cited_outlet
from sayso.links.records import (
    citation_link,
    contradiction_link,
    same_claim_link,
    same_event_link,
    when_told,
)
from sayso.model import About, Claim, Link

Pair = tuple[str, str]
"""The ids of two assertions, the smaller first."""


@dataclass(frozen=True, slots=True)
class Woven:
    """Assertions by their ids, and how well each one matches others of them, either way.

    With a statement's assertion come all others of it, and with each all that match it.
    """

    assertions: Mapping[str, Assertion]
    matched: Mapping[str, Mapping[str, float]]

    def units(self) -> Iterator[list[str]]:
        """The ids of the assertions of each unit: those of statements that matches join."""
        told = defaultdict[str, list[str]](list)
        for name, assertion in sorted(self.assertions.items()):
            told[assertion.statement].append(name)
        near = self._near()
        left = set(told)
        while left:
            unit, new = set[str](), {left.pop()}
            while new:
                unit |= new
                new = {other for one in new for other in near[one]} - unit
            left -= unit
            yield sorted(chain.from_iterable(told[one] for one in unit))

    def _near(self) -> Mapping[str, set[str]]:
        """The statements that matches join to each."""
        near = defaultdict[str, set[str]](set)
        for one, others in self.matched.items():
            near[self.assertions[one].statement] |= {
                self.assertions[other].statement for other in others
            }
        return near


def claims_among(
    woven: Woven, copies: Copies, bonds: Bonds
) -> tuple[dict[str, Claim], dict[str, Link]]:
    """The claims that assertions make, and the links among their statements, each by its id.

    `copies` are the passages that their reports share, `bonds` what people decided about claims.
    """
    claims: dict[str, Claim] = {}
    links: dict[str, Link] = {}
    for each in _groups(woven, bonds):
        claim = claim_of(each, copies)
        # Two events in the same words have the same gist: the fuller claim stands for both.
        if claim is not None and _is_told(each) and claim.id not in claims:
            claims[claim.id] = claim
            links |= {link.id: link for link in _links_of(each)}
    return claims, links


def events_among(accounts: Mapping[str, Assertion], scores: Mapping[Pair, float]) -> Iterator[Link]:
    """The links between accounts of one event, given how well each two match.

    Each account is joined to the earliest one that it matches, so that a group hangs together by as
    few links as there are accounts, less one or more where its ends match only others.
    """
    for each in event_groups(scores):
        ordered = sorted((accounts[name] for name in each), key=when_told)
        for place, account in enumerate(ordered):
            yield from _to_the_earliest(account, ordered[:place], scores)


def _to_the_earliest(
    account: Assertion, before: Sequence[Assertion], scores: Mapping[Pair, float]
) -> Iterator[Link]:
    for other in before:
        pair = (min(account.id, other.id), max(account.id, other.id))
        match = same_event(account, other) if pair in scores else None
        if match is not None and _events_differ(account, other):
            yield same_event_link(account, other, match)
            return


def _events_differ(a: Assertion, b: Assertion) -> bool:
    """A denial of a report speaks of the very event that the report tells."""
    assert a.happening is not None
    assert b.happening is not None
    return a.happening.event != b.happening.event


def _groups(woven: Woven, bonds: Bonds) -> list[Group]:
    """The claims of all units, as people judged them, the fullest first."""
    groups = (each for unit in woven.units() for each in _groups_of(unit, woven))
    return sorted(bound(groups, bonds), key=_fullest_first)


def _groups_of(unit: Sequence[str], woven: Woven) -> Iterator[Group]:
    told = woven.assertions
    near = ((name, woven.matched.get(name, {})) for name in unit)
    scores = {(a, b): score for a, others in near for b, score in others.items() if a < b}
    for each in group([told[name] for name in unit], scores):
        yield each
        yield from saying_groups(each.stands)


def _fullest_first(each: Group) -> tuple[int, str]:
    return -len(each.members), each.gist.id


def _is_told(each: Group) -> bool:
    """Whether a group is worth a claim: several say it, or one whom the author credits."""
    told = {stand.assertion.statement for stand in each.stands}
    return len(told) > 1 or (each.gist.source is not None and each.about is About.WORDS)


def _links_of(each: Group) -> Iterator[Link]:
    """What joins the statements of a claim: to its gist, to what they cite, and what they deny."""
    for stand in each.stands:
        member = stand.assertion
        match = same_claim(member, each.gist)
        if match is not None and member.statement != each.gist.statement:
            yield same_claim_link(member, each.gist, match)
    yield from _citations(each.stands)
    yield from (contradiction_link(found) for found in denials_among(each.stands))


def _citations(stands: Sequence[Stand]) -> Iterator[Link]:
    """From each member that names where it has it from to the first report there that said so."""
    by_day = sorted(stands, key=lambda one: _by_day(one.assertion))
    for one in by_day:
        for other in by_day:
            outlet = cited_outlet(one.assertion, other.assertion)
            if outlet is not None and one.stance is other.stance:
                yield citation_link(one.assertion, other.assertion, outlet)
                break


def _by_day(assertion: Assertion) -> tuple[str, str, str]:
    return assertion.published or "9999", assertion.report, assertion.id
