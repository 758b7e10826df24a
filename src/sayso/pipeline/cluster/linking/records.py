"""What the steps of linking found, as a ledger writes it: made on the machines, some at a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from sayso.ledger import IndexedKey, Linked
from sayso.model import Claim, Link, Report
from sayso.pipeline.cluster.linking.comparing import Found
from sayso.pipeline.linking.findings import keys_of_finding
from sayso.pipeline.linking.items import encoded
from sayso.pipeline.linking.keyed import things_of
from sayso.pipeline.linking.prepared import Prepared
from sayso.pipeline.linking.run import LINKING


def indexed(prepared: Iterable[Prepared]) -> Linked:
    """Reports as linked: what they tell, and the keys of it."""
    reports, rows, keys = list[str](), [], []
    for one in prepared:
        reports.append(one.report.id)
        for kind, thing, own in things_of(one):
            keys += [IndexedKey(kind=kind, key=key, item=thing.id) for key in own]
            if not isinstance(thing, Report):
                rows.append(encoded(thing))
    return Linked(version=LINKING, reports=tuple(reports), assertions=rows, keys=keys)


def keys_found(found: Iterable[Found]) -> Linked:
    """The keys by which what was found to go together leads to each other."""
    findings = (one.finding for one in found if not isinstance(one.finding, Link))
    return Linked(version=LINKING, keys=list(chain.from_iterable(map(keys_of_finding, findings))))


def records_found(records: Iterable[Claim | Link]) -> Linked:
    """Claims and links."""
    found = list(records)
    return Linked(
        version=LINKING,
        claims=[one for one in found if isinstance(one, Claim)],
        links=[one for one in found if isinstance(one, Link)],
    )
