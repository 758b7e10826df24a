"""What the reports of a story tell in common, as claims and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.web_writing import Proposition
from sayso.model import (
    About,
    Claim,
    Clash,
    Link,
    LinkKind,
    Member,
    Origin,
    Passage,
    Stance,
    Statement,
)
from sayso.model.ids import claim_id, link_id, origin_id
from sayso.model.standing import standing_of

_CLASHES = 3
"""So many of those who deny a claim contradict one who affirms it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """That a statement tells a proposition."""

    proposition: Proposition
    statement: Statement

    @property
    def passage(self) -> Passage:
        """Its words."""
        return Passage.of(self.statement.report, self.statement.content[0])


def claims_of(told: Iterable[Telling]) -> Iterator[tuple[Claim, list[Telling]]]:
    """A claim of each proposition, with what tells it."""
    by_proposition: dict[Proposition, list[Telling]] = defaultdict(list)
    for each in told:
        by_proposition[each.proposition].append(each)
    for members in by_proposition.values():
        yield _claim(members), members


def contradictions(members: Sequence[Telling]) -> Iterator[Link]:
    """Who denies a claim contradicts the first who affirms it."""
    denying = [one for one in members if one.statement.stance is Stance.DENIES]
    affirming = [one for one in members if one.statement.stance is Stance.AFFIRMS]
    for one, other in zip(denying[:_CLASHES], affirming, strict=False):
        yield _link(LinkKind.CONTRADICTS, one, other, (one.statement.id, other.statement.id))


def reprint(one: Telling, other: Telling) -> Link:
    """That the report of `one` has words of that of `other`."""
    return _link(LinkKind.REPRINTS, one, other, (one.statement.report, other.statement.report))


def _link(kind: LinkKind, one: Telling, other: Telling, ends: tuple[str, str]) -> Link:
    clash = Clash.DENIAL if kind is LinkKind.CONTRADICTS else None
    return Link(
        id=link_id(kind, *ends, clash),
        kind=kind,
        from_=ends[0],
        to=ends[1],
        score=0.8,
        reason="the words are the same",
        evidence=(one.passage, other.passage),
        clash=clash,
    )


def _claim(told: Sequence[Telling]) -> Claim:
    first = told[0]
    name = claim_id(About.EVENT, first.statement.id, first.statement.content)
    stances = [one.statement.stance for one in told]
    side = Stance.AFFIRMS if Stance.AFFIRMS in stances else Stance.DENIES
    said = [one.statement for one in told if one.statement.stance is side]
    counted = [one.id for one in said]
    pairs = [tuple(counted[at : at + 2]) for at in range(0, len(counted), 2)]
    return Claim(
        id=name,
        gist=first.passage.text,
        gist_at=first.passage,
        about=About.EVENT,
        members=tuple(
            Member(
                statement=one.statement.id,
                stance=one.statement.stance,
                spans=one.statement.content,
            )
            for one in told
        ),
        origins=tuple(
            Origin(id=origin_id(name, pair), statements=pair, why="one took it from the other")
            for pair in pairs
        ),
        fewest_origins=len(pairs),
        most_origins=len(pairs),
        standing=standing_of(
            stances,
            fewest_origins=len(pairs),
            reports=len({one.report for one in said}),
        ),
    )
