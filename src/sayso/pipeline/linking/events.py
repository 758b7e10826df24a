"""One event told many times: the groups of what matches, made anew when a new account comes.

Each account is joined to the earliest one that it matches, so that a group hangs together by as few
links as there are accounts, less one or more where its ends match only others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.links.assertions import Assertion
from sayso.links.happenings import event_groups, same_event
from sayso.links.matching import Match
from sayso.links.records import same_event_link, when_told
from sayso.model import Link, LinkKind
from sayso.model.hashing import key_of
from sayso.pipeline.linking.store import EVENT, Store

Pair = tuple[str, str]


def renew_events(touched: Iterable[str], store: Store) -> None:
    """Make the links between accounts of one event anew, for all that the `touched` may be of."""
    scores = _scores(touched, store)
    groups = event_groups({pair: Match(score, ()) for pair, score in scores.items()})
    links = {link.id: link for group in groups for link in _links(group, scores, store)}
    told = store.get({name for pair in scores for name in pair}, Assertion)
    events = {one.happening.event for one in told if one.happening is not None}
    store.drop_links(
        old
        for old in store.links_of(events)
        if old.kind is LinkKind.SAME_EVENT and old.id not in links and {old.from_, old.to} <= events
    )
    for link in links.values():
        store.put_link(link)


def _scores(touched: Iterable[str], store: Store) -> dict[Pair, float]:
    """How well each two accounts match, of those that matches join to the `touched`."""
    scores: dict[Pair, float] = {}
    known, new = set[str](), set(touched)
    while new:
        known |= new
        store.look_up(EVENT, map(key_of, new))
        found = {(one, other): score for one in new for other, score in store.alike(one).items()}
        scores |= {(min(pair), max(pair)): score for pair, score in found.items()}
        new = {other for _, other in found} - known
    return scores


def _links(group: frozenset[str], scores: Mapping[Pair, float], store: Store) -> Iterator[Link]:
    """From each account of one event to the earliest that it matches."""
    accounts = sorted(store.get(group, Assertion), key=when_told)
    for place, account in enumerate(accounts):
        for other in accounts[:place]:
            pair = (min(account.id, other.id), max(account.id, other.id))
            match = same_event(account, other) if pair in scores else None
            if match is not None and _events_differ(account, other):
                yield same_event_link(account, other, match)
                break


def _events_differ(a: Assertion, b: Assertion) -> bool:
    """A denial of a report speaks of the very event that the report tells."""
    assert a.happening is not None
    assert b.happening is not None
    return a.happening.event != b.happening.event
