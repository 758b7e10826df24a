"""A dossier: all that a ledger has on a topic, gathered for a page."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.export.claims import Outlets
from sayso.export.dossier.claims import Standings, standings
from sayso.export.dossier.clashes import Contradictions, contradictions
from sayso.export.dossier.network import Network, network
from sayso.export.dossier.sources import Source, sources
from sayso.export.dossier.spots import Spot, spots
from sayso.export.dossier.timeline import Timeline, timeline
from sayso.export.dossier.topic import Found, Topic, find
from sayso.export.numbers import Disagreement, disagreements
from sayso.export.quoting import Quoting
from sayso.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much a ledger has on a topic, and how many of the reports are not linked yet.

    `first` and `last` are the first and last date of publication, null where none is known.
    """

    reports: int
    statements: int
    claims: int
    events: int
    unlinked: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What is told on a topic, every line somebody's word; `sources` are the reports quoted."""

    topic: Topic
    size: Size
    standings: Standings
    contradictions: Contradictions
    numbers: tuple[Disagreement, ...]
    timeline: Timeline
    spots: tuple[Spot, ...]
    network: Network
    sources: tuple[Source, ...]


def gather(ledger: Ledger, topic: Topic, outlets: Outlets) -> Dossier:
    """The dossier of `ledger` on `topic`; `outlets` names who published a report.

    Raises LedgerError when a date makes no sense.
    """
    quoting = Quoting(ledger, outlets)
    found = find(ledger, quoting, topic)
    return Dossier(
        topic=topic,
        size=_size(ledger, quoting, found),
        standings=standings(quoting, found.claims),
        contradictions=contradictions(ledger, quoting, found.statements, found.claims),
        numbers=disagreements(ledger, quoting, found.statements),
        timeline=timeline(quoting, found),
        spots=spots(quoting, found.places),
        network=network(ledger, quoting, found),
        sources=sources(
            quoting.readings.report, quoting.quoted
        ),  # last: what all the others quoted
    )


def _size(ledger: Ledger, quoting: Quoting, found: Found) -> Size:
    published = sorted(filter(None, map(quoting.published, found.reports)))
    return Size(
        reports=len(found.reports),
        statements=len(found.statements),
        claims=len(found.claims),
        events=len(found.events),
        unlinked=len(set(found.reports).intersection(ledger.link_index.unlinked())),
        first=published[0] if published else None,
        last=published[-1] if published else None,
    )
