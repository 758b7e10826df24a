"""Claims of the statements that hang together, made anew whenever a new report bears on them.

A unit is all statements that matches join, near or far. Within it claims are grouped from scratch,
so that they come out the same in whatever order the reports came. Then what people decided is done:
claims of one unit or of several are put together and taken apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.links.assertions import Assertion
from sayso.links.origins import Copies
from sayso.model import Clash, Link, LinkKind
from sayso.model.hashing import key_of
from sayso.pipeline.linking.findings import MATCH
from sayso.pipeline.linking.joined import Woven, claims_among
from sayso.pipeline.linking.store import Store

_OF_A_CLAIM = frozenset((LinkKind.SAME_CLAIM, LinkKind.CITES))


def renew_claims(touched: Iterable[str], store: Store) -> set[str]:
    """Make the claims of all units that the `touched` statements belong to, in place of the old.

    Returns the statements of these units.
    """
    near = _Near(touched, store)
    reports = {one.report for one in near.assertions.values()}
    copies = Copies.of(store.links_of(reports))
    claims, links = claims_among(Woven(near.assertions, near.matched), copies, store.bonds)
    store.put_claims(claims.values(), instead_of=store.claims_of(near.statements))
    store.drop_links(old for old in _old_links(near.statements, store) if old.id not in links)
    for link in links.values():
        store.put_link(link)
    return near.statements


class _Near:
    """The units of some statements: all that they assert, and what matches that, near or far."""

    def __init__(self, statements: Iterable[str], store: Store) -> None:
        self.assertions: dict[str, Assertion] = {}
        self.statements: set[str] = set()
        self.matched: dict[str, dict[str, float]] = {}
        new = set(statements)
        while new:
            self.statements |= new
            new = self._joined_to(new, store) - self.statements

    def _joined_to(self, statements: set[str], store: Store) -> set[str]:
        """The statements of what matches what these assert."""
        told = {one.id: one for one in store.assertions_of(statements)}
        self.assertions |= told
        store.look_up(MATCH, map(key_of, told))
        matched = {name: store.alike(MATCH, name) for name in told}
        self.matched |= matched
        others = store.assertions({other for near in matched.values() for other in near})
        return {other.statement for other in others} | store.bonds.partners(statements)


def _old_links(statements: set[str], store: Store) -> Iterator[Link]:
    """The links that claims of these statements had before."""
    for link in store.links_of(statements):
        denial = link.kind is LinkKind.CONTRADICTS and link.clash is Clash.DENIAL
        both_ends = link.from_ in statements and link.to in statements
        if both_ends and (denial or link.kind in _OF_A_CLAIM):
            yield link
