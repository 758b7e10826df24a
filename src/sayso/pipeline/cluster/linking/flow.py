"""The steps of linking, one group-by after another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from sayso.links.claims import Bonds
from sayso.pipeline.cluster.linking.comparing import Found, asked, compared
from sayso.pipeline.cluster.linking.components import Components
from sayso.pipeline.cluster.linking.grouping import Rows, each, grouped, rows_of, things_in
from sayso.pipeline.cluster.linking.joining import (
    Label,
    Of,
    joined,
    links_found,
    settled,
    unified,
)
from sayso.pipeline.cluster.linking.meeting import keyed, met
from sayso.pipeline.cluster.linking.parts import Place, Sent, part_of
from sayso.pipeline.linking.findings import Alike, Matched

Merged = Iterable[tuple[Place, Place]]
"""Statements of claims that people merged, two by two."""


def linking_of(prepared: Rows, parts: int, bonds: Bonds, merged: Merged) -> tuple[Rows, Rows]:
    """What was found for reports two by two, and all claims and links that come of it."""
    keys = each(partial(keyed, parts=parts), prepared)
    pairs = grouped(partial(met, parts=parts), keys)
    requests = grouped(partial(asked, parts=parts), prepared, pairs)
    found = grouped(partial(compared, parts=parts), prepared, requests).materialize()
    labels = rows_of(_labels(found, merged, parts))
    units = grouped(partial(unified, parts=parts), prepared, found, labels)
    records = grouped(
        partial(settled, parts=parts),
        grouped(partial(joined, parts=parts, bonds=bonds), units),
        each(partial(links_found, parts=parts), found),
    )
    return found, records.materialize()


def _labels(found: Rows, merged: Merged, parts: int) -> Sent:
    """The unit of everything that hangs together with anything else, by parts."""
    units: dict[Of, Components] = {"claims": Components(), "events": Components()}
    for pair in merged:
        units["claims"].join(*pair)
    for of, one, other in things_in(each(_joins, found)):
        units[of].join(one, other)
    for of, components in units.items():
        for place, unit in components:
            yield part_of(place.report, parts), Label(of, place, unit.item)


def _joins(found: Iterable[Found]) -> Sent:
    """What was found to hang together, and nothing more about it."""
    for one in found:
        match one.finding:
            case Matched():
                yield 0, ("claims", one.one, one.other)
            case Alike():
                yield 0, ("events", one.one, one.other)
