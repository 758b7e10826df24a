"""Two by two: each pair is brought to where both things are at hand, and held against each other.

A join over reports: the things of the first report of a pair are sent to where the second one is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sayso.links.assertions import Assertion
from sayso.model import Link
from sayso.pipeline.cluster.linking.meeting import Pair
from sayso.pipeline.cluster.linking.parts import Place, Sent, part_of
from sayso.pipeline.linking.findings import Alike, Finding, Matched, better, held
from sayso.pipeline.linking.keyed import Thing, things_of
from sayso.pipeline.linking.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Request:
    """Things of report `one`, by their ids, that are to be held against things of report `other`.

    `pairs` are the ids of both.
    """

    one: str
    other: str
    pairs: Sequence[tuple[str, str]]
    things: Mapping[str, Thing] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for things of two reports, and what it joins in each of them.

    A match joins the statements, a likeness the accounts, a link the reports.
    """

    finding: Finding
    one: Place
    other: Place


def asked(things: Iterable[Prepared | Pair], parts: int) -> Sent:
    """What is to be compared with each report, with the things of the other side of each pair."""
    prepared, pairs = dict[str, Prepared](), set[Pair]()
    for thing in things:
        if isinstance(thing, Prepared):
            prepared[thing.report.id] = thing
        else:
            pairs.add(thing)
    for report, own in groupby(sorted(pairs), key=lambda pair: pair[0].report):
        for request in _requests(prepared[report], own):
            yield part_of(request.other, parts), request


def compared(things: Iterable[Prepared | Request], parts: int) -> Sent:
    """What is found for the pairs asked for, where the second report is."""
    prepared, requests = dict[str, Prepared](), defaultdict[str, list[Request]](list)
    for thing in things:
        if isinstance(thing, Prepared):
            prepared[thing.report.id] = thing
        else:
            requests[thing.other].append(thing)
    for report, own in sorted(requests.items()):
        at_hand = _by_id(prepared[report])
        for request in own:
            yield from ((part_of(report, parts), found) for found in _found(request, at_hand))


def _requests(one: Prepared, pairs: Iterable[Pair]) -> Iterator[Request]:
    """What is asked about the things of one report, a request for each other report."""
    at_hand = _by_id(one)
    wanted = defaultdict[str, list[tuple[str, str]]](list)
    for own, other in pairs:
        wanted[other.report].append((own.item, other.item))
    for report, items in wanted.items():
        yield Request(one.report.id, report, items, {own: at_hand[own] for own, _ in items})


def _found(request: Request, at_hand: Mapping[str, Thing]) -> Iterator[Found]:
    """What comes of the pairs of a request; of links of one id the better, as in a ledger."""
    links: dict[str, Link] = {}
    for one, other in request.pairs:
        a, b = request.things[one], at_hand[other]
        for finding in held(a, b):
            if isinstance(finding, Link):
                links[finding.id] = better(links.get(finding.id, finding), finding)
            else:
                yield Found(finding, _joined_by(finding, a), _joined_by(finding, b))
    for link in links.values():
        yield Found(link, Place(request.one, request.one), Place(request.other, request.other))


def _joined_by(finding: Matched | Alike, told: Thing) -> Place:
    """What a finding joins to others, of the two that it is about."""
    assert isinstance(told, Assertion)
    return Place(told.report, told.statement if isinstance(finding, Matched) else told.id)


def _by_id(one: Prepared) -> Mapping[str, Thing]:
    return {thing.id: thing for _, thing, _ in things_of(one)}
