"""What linking knows: the ledger's link index, and over it the batch that is not written yet."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice

from sayso.ledger import IndexedAssertion, IndexedKey, Ledger, Linked
from sayso.links.assertions import Assertion
from sayso.model import Claim, Link, Report
from sayso.model.hashing import key_of
from sayso.pipeline.linking.bonds import bonds_of
from sayso.pipeline.linking.findings import Alike, Finding, Matched, better, keys_of_finding
from sayso.pipeline.linking.items import Item, decoded, encoded, is_assertion
from sayso.pipeline.linking.keyed import OF_REPORTS, Thing

_TEXTS_KEPT = 2_000
"""So many reports are kept in memory: some 10 MB."""
_ITEMS_KEPT = 8_000
"""So many items are kept in memory from batch to batch: some 50 MB."""


class Store:
    """Everything that linking looks up, and everything that it has found but not yet written.

    Keys are looked up many at once, and what has them is then known; what is put here is known
    too, as if the ledger had it.
    """

    def __init__(self, ledger: Ledger, version: str) -> None:
        self.ledger = ledger.address
        self.version = version
        """Of how reports are linked: what is written is told to come of it."""
        self._ledger = ledger
        self._index = ledger.link_index
        self.bonds = bonds_of(ledger)
        self.report = lru_cache(_TEXTS_KEPT)(ledger.report)
        self._items: dict[str, Item] = {}
        self._forget()

    # --- what is there ---

    def look_up(self, kind: str, keys: Iterable[int]) -> frozenset[str]:
        """Ask the ledger once for all that has one of `keys`; returns the items."""
        known = self._old[kind]
        asked = set(keys).difference(known)
        known.update(dict.fromkeys(asked, ()))
        known.update(self._index.blocks(kind, asked))
        return frozenset(chain.from_iterable(known[key] for key in asked))

    def near(self, kind: str, keys: Iterable[int]) -> list[str]:
        """The items that have one of `keys`, which were looked up, in order."""
        old, new = self._old[kind], self._new[kind]
        return sorted({item for key in keys for item in chain(old[key], new.get(key, ()))})

    def alike(self, kind: str, assertion: str) -> dict[str, float]:
        """What was found to be of one claim (MATCH) or event (EVENT) with `assertion`, how likely.

        It was looked up.
        """
        found = (item.split() for item in self.near(kind, (key_of(assertion),)))
        return {other: float(score) for other, score in found}

    def load(self, ids: Collection[str]) -> None:
        """Have the items with these ids at hand."""
        missing = [each for each in ids if each not in self._items]
        for row in self._index.assertions(missing).values() if missing else ():
            self._items[row.id] = decoded(row)

    def things(self, kind: str, keys: Iterable[int]) -> list[Thing]:
        """The reports or items that have one of `keys`, which were looked up, in order of ids."""
        found = self.near(kind, keys)
        if kind in OF_REPORTS:
            return [self.report(report) for report in found]
        return [*self._loaded(found)]

    def assertions(self, ids: Iterable[str]) -> list[Assertion]:
        """The assertions with these ids."""
        return [item for item in self._loaded(ids) if isinstance(item, Assertion)]

    def assertions_of(self, statements: Collection[str]) -> Iterator[Assertion]:
        """What these statements assert."""
        yield from chain.from_iterable(self._by_statement.get(one, ()) for one in statements)
        for row in self._index.assertions_of(*statements):
            item = self._items.get(row.id) or decoded(row)
            if isinstance(item, Assertion):
                self._items[row.id] = item
                yield item

    def asserted_in(self, reports: Collection[str]) -> list[IndexedAssertion]:
        """What the statements of these reports assert, as the ledger has it."""
        return [*filter(is_assertion, self._index.assertions_in(*reports))]

    def links_of(self, records: Collection[str]) -> list[Link]:
        """The links from or to one of these records."""
        new = (one for one in self._links.values() if one.from_ in records or one.to in records)
        old = self._ledger.links_of(*records)
        return [*new, *(one for one in old if one.id not in self._links)]

    def claims_of(self, statements: Iterable[str]) -> tuple[Claim, ...]:
        """The claims in the ledger that have one of these statements."""
        return self._ledger.claims_of(*statements)

    # --- what is found ---

    def put(self, kind: str, thing: Thing, keys: Iterable[int]) -> None:
        """Keep `thing`, with its keys of this kind."""
        self._put_keys(kind, keys, thing.id)
        if isinstance(thing, Report):
            return
        self._items[thing.id] = thing
        self._rows.append(encoded(thing))
        if isinstance(thing, Assertion):
            self._by_statement[thing.statement].append(thing)

    def put_found(self, found: Finding) -> None:
        """Keep what was found for two things; of links of one id the better."""
        match found:
            case Link():
                self._links[found.id] = better(self._links.get(found.id, found), found)
            case Matched() | Alike():
                for row in keys_of_finding(found):
                    self._put_keys(row.kind, (row.key,), row.item)

    def put_link(self, link: Link) -> None:
        """Keep a link, in place of any that has its id."""
        self._links[link.id] = link

    def put_claims(self, claims: Iterable[Claim], *, instead_of: Iterable[Claim]) -> None:
        """Keep claims, in place of others that hold no longer."""
        self._claims.extend(claims)
        self._gone.update(claim.id for claim in instead_of)

    def drop_links(self, links: Iterable[Link]) -> None:
        """Forget links that hold no longer."""
        for link in links:
            self._links.pop(link.id, None)
            self._gone_links.add(link.id)

    def write(self, linked: Iterable[str]) -> None:
        """Write all that was put to the ledger, in one transaction.

        By that the reports `linked` are. What the batch has made is let go of.
        """
        self._index.write(
            Linked(
                version=self.version,
                reports=tuple(linked),
                assertions=tuple(self._rows),
                keys=tuple(self._all_keys()),
                claims=tuple(self._claims),
                links=tuple(self._links.values()),
                removed_claims=frozenset(self._gone),
                removed_links=frozenset(self._gone_links.difference(self._links)),
            )
        )
        self._forget()
        gc.collect(0)  # what is kept from earlier batches is in use

    def _forget(self) -> None:
        self._old: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
        self._new: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._by_statement: dict[str, list[Assertion]] = defaultdict(list)
        self._rows: list[IndexedAssertion] = []
        self._links: dict[str, Link] = {}
        self._claims: list[Claim] = []
        self._gone: set[str] = set()
        self._gone_links: set[str] = set()
        for oldest in list(islice(self._items, max(0, len(self._items) - _ITEMS_KEPT))):
            del self._items[oldest]

    def _loaded(self, ids: Iterable[str]) -> list[Item]:
        wanted = list(ids)
        self.load(wanted)
        return [self._items[each] for each in wanted]

    def _put_keys(self, kind: str, keys: Iterable[int], item: str) -> None:
        for key in keys:
            self._new[kind][key].append(item)

    def _all_keys(self) -> Iterator[IndexedKey]:
        for kind, keys in self._new.items():
            for key, items in keys.items():
                yield from (IndexedKey(kind=kind, key=key, item=item) for item in items)
