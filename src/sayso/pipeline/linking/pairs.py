"""Each new report against all others: shared passages, who cites whom, matches, numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain

from sayso.links.assertions import Assertion
from sayso.links.citing import Citing, carried_by
from sayso.links.claims import same_claim
from sayso.links.contradictions import event_contradiction, number_contradiction
from sayso.links.happenings import same_event
from sayso.links.records import carrier_link, contradiction_link, reprint_link
from sayso.links.reprints import compare
from sayso.links.tolls import Toll
from sayso.model import About, Report
from sayso.pipeline.linking.prepared import Keys, Prepared
from sayso.pipeline.linking.store import BAND, CITING, KEY, OUTLET, TOLL, Store


def look_up_all(batch: Collection[Prepared], store: Store) -> None:
    """Ask the ledger for everything that the reports of a batch may have to do with, at once."""
    store.look_up(BAND, chain.from_iterable(one.bands for one in batch))
    store.look_up(CITING, chain.from_iterable(one.outlet for one in batch))
    store.look_up(OUTLET, _keys_of(one.citings for one in batch))
    near = store.look_up(KEY, _keys_of(one.assertions for one in batch))
    near |= store.look_up(TOLL, _keys_of(one.tolls for one in batch))
    store.load(near)


def link_report(one: Prepared, store: Store) -> None:
    """Hold a report against all that is there, itself too, put what is found, and add it."""
    for citing, keys in one.citings:
        for other in store.near(OUTLET, keys):
            _put_citation(citing, store.report(other), store)
        store.put(CITING, citing, keys)
    for citing in store.get(store.near(CITING, one.outlet), Citing):
        _put_citation(citing, one.report, store)
    _put_reprints(one.report, one.bands, store)
    store.put_report(one.report, one.bands, one.outlet)
    for assertion, keys in one.assertions:
        _put_matches(assertion, keys, store)
    for toll, keys in one.tolls:
        _put_numbers(toll, keys, store)


def _keys_of(keyed: Iterable[Iterable[tuple[object, Keys]]]) -> Iterable[int]:
    return chain.from_iterable(keys for one in keyed for _, keys in one)


def _put_citation(citing: Citing, report: Report, store: Store) -> None:
    carried = carried_by(citing, report)
    if carried is not None:
        store.put_link(carrier_link(citing, *carried))


def _put_reprints(report: Report, bands: Keys, store: Store) -> None:
    for other in store.near(BAND, bands):
        against = store.report(other)
        found = compare(report.text, against.text)
        if found is not None:
            store.put_link(reprint_link(report, against, found))


def _put_matches(assertion: Assertion, keys: Keys, store: Store) -> None:
    for other in store.get(store.near(KEY, keys), Assertion):
        if same_claim(assertion, other) is not None:
            store.put_match(assertion.id, other.id)
        if assertion.about is About.EVENT and assertion.statement != other.statement:
            _put_event(assertion, other, store)
    store.put(KEY, assertion, keys)


def _put_event(a: Assertion, b: Assertion, store: Store) -> None:
    """Keep that two accounts may be of one event, and in what they contradict each other."""
    match = same_event(a, b)
    if match is not None:
        store.put_likeness(a.id, b.id, match.score)
        found = event_contradiction(a, b)
        if found is not None:
            store.put_link(contradiction_link(found))


def _put_numbers(toll: Toll, keys: Keys, store: Store) -> None:
    for other in store.get(store.near(TOLL, keys), Toll):
        found = number_contradiction(toll, other)
        if found is not None and toll.said.statement != other.said.statement:
            store.put_link(contradiction_link(found))
    store.put(TOLL, toll, keys)
