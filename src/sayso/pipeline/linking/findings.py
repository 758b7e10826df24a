"""What is found for two things alone, whatever else there is: links, matches, likenesses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.ledger import IndexedKey
from sayso.links.assertions import Assertion
from sayso.links.citing import Citing, carried_by
from sayso.links.claims import same_claim
from sayso.links.contradictions import (
    cause_contradiction,
    event_contradiction,
    number_contradiction,
    things_contradiction,
)
from sayso.links.happenings import same_event
from sayso.links.records import carrier_link, contradiction_link, reprint_link
from sayso.links.reprints import compare
from sayso.links.tolls import Toll
from sayso.model import About, Link, Report
from sayso.model.hashing import key_of
from sayso.pipeline.linking.keyed import Thing

MATCH, EVENT = "match", "event"
"""The kinds of keys of what an assertion matches, and which accounts are like one of an event."""
_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Matched:
    """Two assertions, by their ids, that are one claim, and how likely that is."""

    one: str
    other: str
    score: float


@dataclass(frozen=True, slots=True)
class Alike:
    """Two accounts, by their ids, that may be of one event, and how likely that is."""

    one: str
    other: str
    score: float


Finding = Link | Matched | Alike


def held(a: Thing, b: Thing) -> Iterator[Finding]:
    """What comes of holding `a` against `b`, which share a key: the same in either order.

    Of what is told by ids `one` is of `a`.
    """
    match a, b:
        case Assertion(), Assertion():
            yield from _of_assertions(a, b)
        case Toll(), Toll():
            yield from _of_tolls(a, b)
        case Citing(), Report():
            yield from _of_citing(a, b)
        case Report(), Citing():
            yield from _of_citing(b, a)
        case Report(), Report():
            yield from _of_texts(a, b)


def keys_of_finding(found: Matched | Alike) -> Iterator[IndexedKey]:
    """The keys by which each of two items leads to the other."""
    for one, other in ((found.one, found.other), (found.other, found.one)):
        kind = MATCH if isinstance(found, Matched) else EVENT
        item = f"{other} {found.score:.{_DIGITS}f}"
        yield IndexedKey(kind=kind, key=key_of(one), item=item)


def better(one: Link, other: Link) -> Link:
    """Which of two links of the same id shows it best, whichever was found first.

    That is the surer one, and of those as sure the one whose words stand first.
    """
    return min(one, other, key=lambda link: (-link.score, link.evidence, link.reason))


def _of_assertions(a: Assertion, b: Assertion) -> Iterator[Finding]:
    match = same_claim(a, b)
    if match is not None:
        yield Matched(a.id, b.id, round(match.score, _DIGITS))
    if a.statement != b.statement and a.about is About.WORDS:
        found = cause_contradiction(a, b) or (things_contradiction(a, b) if not match else None)
        if found is not None:
            yield contradiction_link(found)
    if a.about is About.EVENT and a.statement != b.statement:
        yield from _of_accounts(a, b)


def _of_accounts(a: Assertion, b: Assertion) -> Iterator[Finding]:
    """That two accounts may be of one event, and in what they contradict each other."""
    match = same_event(a, b)
    if match is not None:
        yield Alike(a.id, b.id, round(match.score, _DIGITS))
        found = event_contradiction(a, b)
        if found is not None:
            yield contradiction_link(found)


def _of_tolls(a: Toll, b: Toll) -> Iterator[Finding]:
    found = number_contradiction(a, b)
    if found is not None and a.said.statement != b.said.statement:
        yield contradiction_link(found)


def _of_citing(citing: Citing, report: Report) -> Iterator[Finding]:
    carried = carried_by(citing, report)
    if carried is not None:
        yield carrier_link(citing, *carried)


def _of_texts(a: Report, b: Report) -> Iterator[Finding]:
    found = compare(a.text, b.text)
    if found is not None:
        yield reprint_link(a, b, found)
