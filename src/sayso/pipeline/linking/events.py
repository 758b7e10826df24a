"""One event told many times: the groups of what matches, made anew when a new account comes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from sayso.model import LinkKind
from sayso.model.hashing import key_of
from sayso.pipeline.linking.findings import EVENT
from sayso.pipeline.linking.joined import Pair, events_among
from sayso.pipeline.linking.store import Store


def renew_events(touched: Iterable[str], store: Store) -> set[str]:
    """Make the links between accounts of one event anew, for all that the `touched` may be of.

    Returns all these accounts.
    """
    known, scores = _near(touched, store)
    told = {one.id: one for one in store.assertions({name for pair in scores for name in pair})}
    links = {link.id: link for link in events_among(told, scores)}
    events = {one.happening.event for one in told.values() if one.happening is not None}
    store.drop_links(
        old
        for old in store.links_of(events)
        if old.kind is LinkKind.SAME_EVENT and old.id not in links and {old.from_, old.to} <= events
    )
    for link in links.values():
        store.put_link(link)
    return known


def _near(touched: Iterable[str], store: Store) -> tuple[set[str], dict[Pair, float]]:
    """The accounts that matches join to the `touched`, near or far, and how well each two match."""
    scores: dict[Pair, float] = {}
    known, new = set[str](), set(touched)
    while new:
        known |= new
        store.look_up(EVENT, map(key_of, new))
        near = {one: store.alike(EVENT, one) for one in new}
        for one, others in near.items():
            scores |= {(min(one, other), max(one, other)): others[other] for other in others}
        new = set(chain.from_iterable(near.values())) - known
    return known, scores
