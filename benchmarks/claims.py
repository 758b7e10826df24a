"""Claims across the example reports against our own gold of them (examples/CLAIMS.md).

    python -m benchmarks.claims

The reports are read as they are, statement by statement, and all pairs are compared. A gold member
is the statement read at its words, with a source where the gold has one. Members that only imply a
claim are no members here.

Pairs are two statements of one claim. A pair found is right if a gold claim has both; one that the
gold does not speak of is wrong. Stance is asked of the members of each claim's best group, standing
(affirmed, denied or both) of each claim that has a group with two of its members or more.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rich.console import Console

from benchmarks import figures
from examples.claims import claim_gold
from examples.marked_claims import MarkedClaim
from examples.marked_claims import Member as MarkedMember
from examples.voices import Voice, report_path
from sayso.links.assertions import Assertion, assertions_of
from sayso.links.claims import Group, group, same_claim
from sayso.model import Reading, Span, Stance, Statement
from sayso.pipeline.reading import read_file

Pair = frozenset[str]
"""The ids of two statements."""
_SIDES = (Stance.AFFIRMS, Stance.DENIES)
_OPPOSITE = dict(zip(_SIDES, reversed(_SIDES), strict=True))


@dataclass(frozen=True, slots=True)
class Known:
    """A gold claim, with the stance of each statement that was read for one of its members.

    Members that no statement was read for are counted in `missing`.
    """

    key: str
    stances: Mapping[str, Stance]
    missing: int

    @property
    def pairs(self) -> set[Pair]:
        """Each two of its statements."""
        return {frozenset(pair) for pair in combinations(sorted(self.stances), 2)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Gold claims as far as they were read, and the groups that were made."""

    known: tuple[Known, ...]
    groups: tuple[Group, ...]

    def pairs(self) -> dict[Pair, Group]:
        """Each two statements that are in one group."""
        return {
            frozenset(pair): each
            for each in self.groups
            for pair in combinations(sorted({one.statement for one in each.members}), 2)
        }

    def figures(self) -> dict[str, float]:
        """The figures, by name."""
        found, gold = set(self.pairs()), {pair for one in self.known for pair in one.pairs}
        unread = sum(_pairs_lost(one) for one in self.known)
        best = [(one, each) for one in self.known if (each := self.best(one)) is not None]
        stances = [pair for one, each in best for pair in _stances(one, each)]
        right = len(found & gold)
        return {
            "pairs, precision": right / len(found),
            "pairs, recall": right / (len(gold) + unread),
            "pairs, recall of those read": right / len(gold),
            "stance right": sum(read is said for read, said in stances) / len(stances),
            "claims found": len(best) / sum(len(one.stances) > 1 for one in self.known),
            "sides right": sum(_sides(one, each) for one, each in best) / len(best),
        }

    def best(self, one: Known) -> Group | None:
        """The group with most of the claim's statements, if it has two."""
        ranked = sorted(self.groups, key=lambda each: (-len(_common(one, each)), each.gist.id))
        return ranked[0] if ranked and len(_common(one, ranked[0])) > 1 else None


def _common(one: Known, each: Group) -> set[str]:
    return {member.statement for member in each.members} & set(one.stances)


def _stances(one: Known, each: Group) -> Iterator[tuple[Stance, Stance]]:
    """What was read and what the gold says of each statement that both have.

    A group may have the negation of the claim for its gist: then its stances are turned round, but
    not where the gold has whoever gives the gist affirm the claim: it is told by a negation too.
    """
    affirmed = one.stances.get(each.gist.statement) is Stance.AFFIRMS
    other_way = _OPPOSITE if each.gist.negative and not affirmed else {}
    for member in each.members:
        if member.statement in one.stances:
            yield other_way.get(member.stance, member.stance), one.stances[member.statement]


def _sides(one: Known, each: Group) -> bool:
    """Whether the group is affirmed, denied or both as its statements are in the gold."""
    pairs = list(_stances(one, each))
    read, said = map(set, zip(*pairs, strict=True))
    return read & set(_SIDES) == said & set(_SIDES)


def _pairs_lost(one: Known) -> int:
    """How many pairs of members have one that was not read."""
    number = len(one.stances) + one.missing
    return number * (number - 1) // 2 - len(one.pairs)


def known_claim(claim: MarkedClaim, readings: Mapping[str, Reading]) -> Known:
    """The claim, with the statements that were read for its members."""
    stances: dict[str, Stance] = {}
    missing = 0
    for member in claim.members():
        if member.tells:
            statement = statement_at(member, readings[member.voice.report])
            if statement is None:
                missing += 1
            else:
                stances[statement.id] = member.stance
    return Known(claim.key, stances, missing)


def statement_at(member: MarkedMember, reading: Reading) -> Statement | None:
    """The innermost statement at the words of `member` whose source is the gold one's."""
    fitting = [one for one in reading.statements if _fits(one, member.voice)]
    return min(fitting, key=lambda one: (_size(one.content), one.id), default=None)


def _fits(statement: Statement, voice: Voice) -> bool:
    cue, gold = statement.cue, voice.statement.cue
    if not any(span.overlaps(voice.words) for span in statement.content):
        return False
    if cue is None or gold is None:
        return cue is gold
    by_source = _meet(statement.source.spans, voice.statement.source.spans)
    return by_source or _meet(cue.spans, gold.spans)


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _size(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def outcome(claims: Iterable[MarkedClaim]) -> Outcome:
    """What comes of reading the reports of `claims` and grouping what they assert."""
    given = tuple(claims)
    names = sorted({member.voice.report for claim in given for member in claim.members()})
    readings = {name: read_file(report_path(name)) for name in names}
    groups = grouped([one for name in names for one in assertions_of(readings[name])])
    return Outcome(tuple(known_claim(claim, readings) for claim in given), groups)


def grouped(assertions: Sequence[Assertion]) -> tuple[Group, ...]:
    """The groups that come of comparing every two of `assertions`."""
    ordered = sorted(assertions, key=lambda one: one.id)
    compared = ((a.id, b.id, same_claim(a, b)) for a, b in combinations(ordered, 2))
    return group(
        ordered, {(a, b): None if match is None else match.score for a, b, match in compared}
    )


def measure(result: Outcome) -> dict[str, float]:
    """The figures, by the names under which they are tracked."""
    return {f"claims: {name}": round(value, 3) for name, value in result.figures().items()}


def main() -> None:
    """Measure, print the table, write the figures; with --list, show the wrong pairs."""
    parser = argparse.ArgumentParser(description="Claims of the example reports.")
    parser.add_argument("--list", action="store_true", help="show pairs that are no gold pairs")
    result = outcome(claim_gold("reconciled").claims)
    if parser.parse_args().list:
        _list_wrong(result)
    figures.publish("Claims", measure(result))


def _list_wrong(result: Outcome) -> None:
    gold = {pair for one in result.known for pair in one.pairs}
    for pair, each in result.pairs().items():
        if pair not in gold:
            said = [
                " … ".join(s.text for s in m.spans) for m in each.members if m.statement in pair
            ]
            Console().print(each.about, said, markup=False)


if __name__ == "__main__":
    main()
