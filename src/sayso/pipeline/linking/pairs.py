"""Each new report against all others: shared passages, who cites whom, matches, numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sayso.pipeline.linking.findings import held
from sayso.pipeline.linking.keyed import MEETS, OF_REPORTS, things_of
from sayso.pipeline.linking.prepared import Prepared
from sayso.pipeline.linking.store import Store


def look_up_all(batch: Collection[Prepared], store: Store) -> None:
    """Ask the ledger for everything that the reports of a batch may have to do with, at once."""
    wanted = defaultdict[str, set[int]](set)
    for one in batch:
        for kind, _, keys in things_of(one):
            wanted[MEETS[kind]] |= keys
    near = {kind: store.look_up(kind, keys) for kind, keys in wanted.items()}
    store.load({item for kind, items in near.items() if kind not in OF_REPORTS for item in items})


def link_report(one: Prepared, store: Store) -> None:
    """Hold a report against all that is there, itself too, put what is found, and add it."""
    for kind, thing, keys in things_of(one):
        for other in store.things(MEETS[kind], keys):
            for found in held(thing, other):
                store.put_found(found)
        store.put(kind, thing, keys)
    store.put_linked(one.report.id)
