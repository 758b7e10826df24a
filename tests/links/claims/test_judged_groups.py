"""Groups that people put together and took apart."""

from __future__ import annotations

from itertools import combinations

from sayso.links.assertions import Assertion, assertions_of
from sayso.links.claims import Anchor, Bonds, Group, bound, group, same_claim
from tests.links.told import reading

TEXTS = (
    "Petra Quillan said soldiers unloaded crates at the pier.",
    "Tomas Rehn said he saw soldiers unload crates at the pier.",
    "Hamas denied the existence of ISIS in the Gaza Strip.",
    "Twelve dockers died, the union said.",
)


def grouped() -> list[Group]:
    told = sorted((one for text in TEXTS for one in assertions_of(reading(text))), key=_id)
    matches = {(a.id, b.id): same_claim(a, b) for a, b in combinations(told, 2)}
    return list(
        group(
            told, {pair: None if match is None else match.score for pair, match in matches.items()}
        )
    )


def _id(one: Assertion) -> str:
    return one.id


def anchor(of: Group, member: int = 0) -> Anchor:
    told = of.stands[member].assertion
    return Anchor(told.statement, tuple((span.start, span.end) for span in told.spans))


def shape(groups: list[Group]) -> set[frozenset[str]]:
    return {frozenset(stand.assertion.id for stand in each.stands) for each in groups}


def test_without_bonds_groups_are_as_found() -> None:
    assert bound(grouped(), Bonds()) == grouped()


def test_merged_groups_are_one_however_they_were_merged() -> None:
    groups = grouped()
    one, other, third = (anchor(each) for each in groups[:3])
    chain = frozenset(((one, other), (other, third)))
    found = bound(groups, Bonds(merged=chain))
    assert shape(found) == shape(
        bound(groups, Bonds(merged=frozenset(((third, one), (one, other)))))
    )
    assert shape(found) == shape(bound(groups[::-1], Bonds(merged=chain)))
    together = frozenset().union(*shape(groups[:3]))
    assert together in shape(found)
    assert len(found) == len(groups) - 2


def test_a_split_statement_is_in_a_group_of_its_own() -> None:
    groups = grouped()
    fullest = max(groups, key=lambda each: len({one.assertion.statement for one in each.stands}))
    first, last = fullest.stands[0].assertion, fullest.stands[-1].assertion
    assert first.statement != last.statement
    for named in (0, len(fullest.stands) - 1):
        found = bound(groups, Bonds(split=frozenset(((anchor(fullest, named), last.statement),))))
        holding = {one: each for each in shape(found) for one in each}
        assert holding[first.id] != holding[last.id]
        assert set(holding) == {one for each in shape(groups) for one in each}


def test_a_split_goes_before_a_merge() -> None:
    groups = grouped()
    one, other = (anchor(each) for each in groups[:2])
    bonds = Bonds(merged=frozenset(((one, other),)), split=frozenset(((one, other.statement),)))
    found = shape(bound(groups, bonds))
    holding = {name: each for each in found for name in each}
    first, second = (each.stands[0].assertion for each in groups[:2])
    assert first.statement == second.statement or holding[first.id] != holding[second.id]


def test_words_that_are_gone_bind_nothing() -> None:
    gone = Anchor("s-0", ((0, 5),))
    found = Bonds(
        merged=frozenset(((gone, anchor(grouped()[0])),)), split=frozenset(((gone, "s-1"),))
    )
    assert bound(grouped(), found) == grouped()


def test_partners_are_known_both_ways() -> None:
    one, other = Anchor("s-1", ((0, 1),)), Anchor("s-2", ((0, 1),))
    bonds = Bonds(merged=frozenset(((one, other),)))
    assert bonds.partners({"s-1"}) == {"s-2"}
    assert bonds.partners({"s-2"}) == {"s-1"}
    assert bonds.partners({"s-3"}) == set()
