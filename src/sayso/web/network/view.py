"""What the page of the network shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.export.drawing.circle import Circle, circle
from sayso.export.signs import Sign, sign_of_kind
from sayso.ledger import Tie, TieNetwork

_MOST_TIES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What one party does to another that is for, against or neither: how often by kind, and when.

    `from_` and `to` are what the parties are called on the page, `ends` their ids.
    """

    from_: str
    to: str
    ends: tuple[str, str]
    sign: Sign
    kinds: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None

    @property
    def times(self) -> int:
        """How often it is told."""
        return sum(number for _, number in self.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """A network as it is drawn, its ties as a table, and how many more ties there are."""

    drawn: Circle[Edge]
    edges: tuple[Edge, ...]
    ids: Mapping[str, str]
    more: int


def view_of(network: TieNetwork) -> NetworkView | None:
    """The page of `network`; null where nobody is tied to anybody."""
    labels = _labels(network.parties)
    grouped: defaultdict[tuple[str, str, Sign], list[Tie]] = defaultdict(list)
    for tie in network.ties:
        grouped[tie.from_, tie.to, sign_of_kind(tie.kind)].append(tie)
    edges = [_edge(ends, ties, labels) for ends, ties in grouped.items()]
    edges.sort(key=lambda edge: (-edge.times, edge.from_, edge.to, edge.sign))
    shown = tuple(edges[:_MOST_TIES])
    tied = {name for edge in shown for name in (edge.from_, edge.to)}
    parties = [label for label in labels.values() if label in tied]
    if not shown:
        return None
    return NetworkView(
        drawn=circle(parties, shown),
        edges=shown,
        ids={label: party for party, label in labels.items()},
        more=len(edges) - len(shown),
    )


def _labels(parties: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """What each party is called: its name, with its kind where several have that, by id."""
    often = Counter(name for name, _ in parties.values())
    return {
        party: name if often[name] == 1 else f"{name} ({kind.replace('_', ' ')})"
        for party, (name, kind) in parties.items()
    }


def _edge(ends: tuple[str, str, Sign], ties: list[Tie], labels: Mapping[str, str]) -> Edge:
    from_, to, sign = ends
    days = [day for tie in ties for day in (tie.first, tie.last) if day]
    return Edge(
        from_=labels[from_],
        to=labels[to],
        ends=(from_, to),
        sign=sign,
        kinds=tuple((tie.kind.replace("_", " ").lower(), tie.times) for tie in ties),
        first=min(days, default=None),
        last=max(days, default=None),
    )
