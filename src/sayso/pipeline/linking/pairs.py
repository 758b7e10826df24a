"""Each new report against all others: shared passages, who cites whom, matches, numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from sayso.pipeline.linking.findings import held
from sayso.pipeline.linking.keyed import BAND, MEETS, OF_REPORTS, Thing, things_of
from sayso.pipeline.linking.prepared import Prepared
from sayso.pipeline.linking.store import Store
from sayso.pipeline.linking.texts import Near, Texts


def look_up_all(batch: Collection[Prepared], store: Store) -> None:
    """Ask the ledger for everything that the reports of a batch may have to do with, at once."""
    wanted = defaultdict[str, set[int]](set)
    for one in batch:
        for kind, _, keys in things_of(one):
            wanted[MEETS[kind]] |= keys
    near = {kind: store.look_up(kind, keys) for kind, keys in wanted.items()}
    store.load({item for kind, items in near.items() if kind not in OF_REPORTS for item in items})


def link_all(batch: Collection[Prepared], store: Store, texts: Texts) -> Iterator[Prepared]:
    """Hold reports against all that is there, themselves too, put what is found, and add them.

    Each comes when it is held against all but the texts of others: they are compared meanwhile, and
    what is found by that is put at the end.
    """
    with texts.comparing(_alike_texts(batch, store)) as found_in_texts:
        for one in batch:
            for kind, thing, keys in things_of(one):
                if kind != BAND:
                    _link(thing, store.things(MEETS[kind], keys), store)
                    store.put(kind, thing, keys)
            yield one
        for found in found_in_texts:
            store.put_found(found)


def _alike_texts(batch: Collection[Prepared], store: Store) -> Iterator[Near]:
    """The reports whose texts may have something in common; the batch is put there."""
    for one in batch:
        if near := store.near(BAND, one.bands):
            yield Near(one.report.id, near)
        store.put(BAND, one.report, one.bands)


def _link(thing: Thing, others: Iterable[Thing], store: Store) -> None:
    for other in others:
        for found in held(thing, other):
            store.put_found(found)
