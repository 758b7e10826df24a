"""Claims of the statements that hang together, made anew whenever a new report bears on them.

A unit is all statements that matches join, near or far. Within it claims are grouped from scratch,
so that they come out the same in whatever order the reports came. Then what people decided is done:
claims of one unit or of several are put together and taken apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sayso.links.assertions import Assertion
from sayso.links.claim_records import claim_of
from sayso.links.claims import Group, Stand, bound, group, same_claim
from sayso.links.contradictions import denials_among
from sayso.links.origins import Copies, cited_outlet
from sayso.links.records import (
    citation_link,
    contradiction_link,
    same_claim_link,
)
from sayso.model import About, Claim, Clash, Link, LinkKind, Span
from sayso.model.hashing import key_of
from sayso.pipeline.linking.store import MATCH, Store

_OF_A_CLAIM = frozenset((LinkKind.SAME_CLAIM, LinkKind.CITES))


def renew_claims(touched: Iterable[str], store: Store) -> None:
    """Make the claims of all units that the `touched` statements belong to, in place of the old."""
    woven = _Woven(touched, store)
    copies = _copies({one.report for one in woven.assertions.values()}, store)
    claims: dict[str, Claim] = {}
    links: dict[str, Link] = {}
    for each in woven.groups():
        claim = claim_of(each, copies)
        # Two events in the same words have the same gist: the fuller claim stands for both.
        if claim is not None and _is_told(each) and claim.id not in claims:
            claims[claim.id] = claim
            links |= {link.id: link for link in _links_of(each)}
    store.put_claims(claims.values(), instead_of=store.claims_of(woven.statements))
    store.drop_links(old for old in _old_links(woven, store) if old.id not in links)
    for link in links.values():
        store.put_link(link)


class _Woven:
    """The units of some statements: all that they assert, and what matches that, near or far."""

    def __init__(self, statements: Iterable[str], store: Store) -> None:
        self._bonds = store.bonds
        self.assertions: dict[str, Assertion] = {}
        self.statements: set[str] = set()
        self._matched: dict[str, set[str]] = defaultdict(set)
        new = set(statements)
        while new:
            self.statements |= new
            new = self._joined_to(new, store) - self.statements

    def groups(self) -> list[Group]:
        """The claims of all units, the fullest first."""
        groups = (each for unit in self._units() for each in self._groups_of(unit))
        return sorted(bound(groups, self._bonds), key=_fullest_first)

    def _joined_to(self, statements: set[str], store: Store) -> set[str]:
        """The statements of what matches what these assert."""
        told = {one.id: one for one in store.assertions_of(statements)}
        self.assertions |= told
        keys = {name: (key_of(name),) for name in told}
        store.load(store.look_up(MATCH, chain.from_iterable(keys.values())))
        joined = set()
        for name in told:
            for other in store.get(store.near(MATCH, keys[name]), Assertion):
                self._matched[name].add(other.id)
                joined.add(other.statement)
        return joined | self._bonds.partners(statements)

    def _units(self) -> Iterator[list[str]]:
        """The ids of the assertions of each unit: those of statements that matches join."""
        near: dict[str, set[str]] = defaultdict(set)
        for one, others in self._matched.items():
            near[self.assertions[one].statement] |= {
                self.assertions[other].statement for other in others
            }
        told: dict[str, list[str]] = defaultdict(list)
        for name, assertion in sorted(self.assertions.items()):
            told[assertion.statement].append(name)
        left = set(self.statements)
        while left:
            unit, new = set[str](), {left.pop()}
            while new:
                unit |= new
                new = {other for one in new for other in near[one]} - unit
            left -= unit
            yield sorted(chain.from_iterable(told[one] for one in unit))

    def _groups_of(self, unit: Sequence[str]) -> tuple[Group, ...]:
        told = [self.assertions[name] for name in unit]
        pairs = ((name, other) for name in unit for other in self._matched[name])
        matches = {
            (a, b): same_claim(self.assertions[a], self.assertions[b]) for a, b in pairs if a < b
        }
        return group(told, matches)


def _copies(reports: set[str], store: Store) -> Copies:
    """The passages that these reports share with others."""
    passages: dict[tuple[str, str], tuple[tuple[Span, Span], ...]] = {}
    for link in store.links_of(reports):
        if link.kind is LinkKind.REPRINTS:
            a = [passage.span for passage in link.evidence[::2]]
            b = [passage.span for passage in link.evidence[1::2]]
            passages[link.from_, link.to] = tuple(zip(a, b, strict=True))
            passages[link.to, link.from_] = tuple(zip(b, a, strict=True))
    return Copies(passages)


def _old_links(woven: _Woven, store: Store) -> Iterator[Link]:
    """The links that claims of these statements had before."""
    for link in store.links_of(woven.statements):
        denial = link.kind is LinkKind.CONTRADICTS and link.clash is Clash.DENIAL
        both_ends = link.from_ in woven.statements and link.to in woven.statements
        if both_ends and (denial or link.kind in _OF_A_CLAIM):
            yield link


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
