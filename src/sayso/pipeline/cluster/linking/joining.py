"""What hangs together is brought together: the group-by over units, and the claims of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.links.assertions import Assertion
from sayso.links.claims import Bonds
from sayso.links.origins import Copies
from sayso.model import Claim, Link, LinkKind
from sayso.pipeline.cluster.linking.comparing import Found
from sayso.pipeline.cluster.linking.parts import Place, Sent, part_of
from sayso.pipeline.linking.findings import Alike, Finding, Matched, better
from sayso.pipeline.linking.joined import Woven, claims_among, events_among
from sayso.pipeline.linking.prepared import Prepared

Of = Literal["claims", "events"]
"""What a unit is of: statements that make claims together, or accounts of perhaps one event."""


@dataclass(frozen=True, slots=True)
class Label:
    """The unit that a statement or an account belongs to, other than itself alone."""

    of: Of
    place: Place
    unit: str


@dataclass(frozen=True, slots=True)
class InUnit:
    """Something that a unit is made of."""

    of: Of
    unit: str
    thing: Assertion | Finding


def unified(things: Iterable[Prepared | Found | Label], parts: int) -> Sent:
    """What each unit is made of, in one part: assertions, their matches, and shared passages."""
    prepared, found, labels = list[Prepared](), list[Found](), list[Label]()
    for thing in things:
        match thing:
            case Prepared():
                prepared.append(thing)
            case Found():
                found.append(thing)
            case Label():
                labels.append(thing)
    for one in _in_units(prepared, found, _Units(labels)):
        yield part_of(one.unit, parts), one


def joined(things: Iterable[InUnit], parts: int, *, bonds: Bonds) -> Sent:
    """The claims and the links that units make, each unit by itself, as people judged them."""
    units = defaultdict[tuple[Of, str], list[Assertion | Finding]](list)
    for one in things:
        units[one.of, one.unit].append(one.thing)
    for (of, _), unit in sorted(units.items(), key=lambda one: one[0]):
        made = _claims_of(unit, bonds) if of == "claims" else _events_of(unit)
        yield from ((part_of(record.id, parts), record) for record in made)


class _Units:
    """The units of more than one statement or account that there are of what some reports say."""

    def __init__(self, labels: Sequence[Label]) -> None:
        self.events = {one.place.item: one.unit for one in labels if one.of == "events"}
        self.claims = {one.place.item: one.unit for one in labels if one.of == "claims"}


def _in_units(
    prepared: Iterable[Prepared], found: Iterable[Found], units: _Units
) -> Iterator[InUnit]:
    units_in = defaultdict[str, set[str]](set)
    for one in prepared:
        for assertion, _ in one.assertions:
            statement = assertion.statement
            yield InUnit("claims", units.claims.get(statement, statement), assertion)
            if statement in units.claims:
                units_in[one.report.id].add(units.claims[statement])
            if assertion.id in units.events:
                yield InUnit("events", units.events[assertion.id], assertion)
    for each in found:
        match each.finding:
            case Matched():
                yield InUnit("claims", units.claims[each.other.item], each.finding)
            case Alike():
                yield InUnit("events", units.events[each.other.item], each.finding)
            case Link(kind=LinkKind.REPRINTS):
                for unit in sorted(units_in[each.other.report]):
                    yield InUnit("claims", unit, each.finding)


def _claims_of(unit: Iterable[Assertion | Finding], bonds: Bonds) -> Iterator[Claim | Link]:
    told, links = dict[str, Assertion](), list[Link]()
    matched = defaultdict[str, dict[str, float]](dict)
    for thing in unit:
        match thing:
            case Assertion():
                told[thing.id] = thing
            case Matched(one, other, score):
                matched[one][other] = matched[other][one] = score
            case Link():
                links.append(thing)
    claims, joining = claims_among(Woven(told, matched), Copies.of(links), bonds)
    yield from claims.values()
    yield from joining.values()


def _events_of(unit: Iterable[Assertion | Finding]) -> Iterator[Link]:
    told, scores = dict[str, Assertion](), dict[tuple[str, str], float]()
    for thing in unit:
        match thing:
            case Assertion():
                told[thing.id] = thing
            case Alike(one, other, score):
                scores[min(one, other), max(one, other)] = score
    yield from {link.id: link for link in events_among(told, scores)}.values()


def links_found(found: Iterable[Found], parts: int) -> Sent:
    """The links among what was found for things two by two."""
    links = (one.finding for one in found if isinstance(one.finding, Link))
    return ((part_of(link.id, parts), link) for link in links)


def settled(records: Iterable[Claim | Link], parts: int) -> Sent:
    """Claims and links by id; of links of one id the better."""
    claims, links = dict[str, Claim](), dict[str, Link]()
    for one in records:
        if isinstance(one, Claim):
            claims[one.id] = one
        else:
            links[one.id] = better(links.get(one.id, one), one)
    for found in (claims, links):
        yield from ((part_of(name, parts), found[name]) for name in sorted(found))
