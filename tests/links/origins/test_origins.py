"""How many independent origins statements have, and why some count as one."""

from dataclasses import replace
from itertools import permutations

import pytest

from sayso.links.assertions import Assertion, Voice
from sayso.links.entity import Entity
from sayso.links.origins import Copies, origins_of
from sayso.model import About, Act, ActorKind, SourceKind, Span, Stance

NOTHING = Copies({})
WORDS = Span(10, 40, "nine barrels stood on the pier")


def body(name: str, kind: ActorKind = ActorKind.ORGANISATION, *, named: bool = True) -> Entity:
    return Entity(name=name, kind=kind, country=None, named=named)


QUILL = body("Mara Quill", ActorKind.PERSON)
RELL = body("Tomas Rell", ActorKind.PERSON)
MINISTRY = body("Ministry of Ports", ActorKind.GOVERNMENT)
HERALD = body("Pell Herald", ActorKind.MEDIA)
OFFICIALS = body("two officials", ActorKind.PERSON, named=False)


def said(report: str, source: Entity | None = None, **known: object) -> Assertion:
    kind = SourceKind.AUTHOR if source is None else SourceKind.NAMED
    blank = Assertion(
        id=f"n-{report}-{source.name if source else ''}",
        report=report,
        statement=f"s-{report}-{source.name if source else ''}",
        about=About.WORDS,
        spans=(WORDS,),
        stance=Stance.AFFIRMS,
        act=Act.SAY,
        negative=False,
        source=source,
        source_kind=kind,
        outlet=None,
        published="2031-02-03",
        stems=frozenset({"barrel", "pier"}),
    )
    return replace(blank, **known)  # type: ignore[arg-type]


COPIED = Copies(dict.fromkeys((("a", "b"), ("b", "a")), ((WORDS, WORDS),)))


@pytest.mark.parametrize(
    ("assertions", "copies", "fewest", "most", "why"),
    [
        ([said("a", QUILL)], NOTHING, 1, 1, "the word of Mara Quill"),
        ([said("a", outlet="Star")], NOTHING, 1, 1, "the own word of Star"),
        ([said("a", QUILL), said("b", RELL)], NOTHING, 2, 2, "the word of Mara Quill"),
        ([said("a", QUILL), said("b", QUILL)], NOTHING, 1, 1, "both are the word of Mara Quill"),
        (
            [said("a", QUILL, on_behalf=MINISTRY), said("b", MINISTRY)],
            NOTHING,
            1,
            1,
            "Mara Quill speaks for Ministry of Ports",
        ),
        ([said("a", QUILL), said("b", RELL)], COPIED, 1, 1, "their reports share these words"),
        ([said("a", OFFICIALS), said("b", OFFICIALS)], NOTHING, 1, 2, "the word of two officials"),
        ([said("a", OFFICIALS), said("b", QUILL)], NOTHING, 1, 2, "the word of two officials"),
        (
            [said("a", outlet="The Pell Herald"), said("b", HERALD, outlet="Star")],
            NOTHING,
            1,
            1,
            "Star has it from The Pell Herald",
        ),
        (
            [said("a", OFFICIALS, outlet="Herald"), said("b", RELL, told_to=HERALD, outlet="Star")],
            NOTHING,
            1,
            1,
            "Star has it from Herald",
        ),
        (
            [
                said("a", HERALD, outlet="Star", published="2031-02-02"),
                said("b", outlet="Pell Herald", published="2031-02-09"),
            ],
            NOTHING,
            1,
            2,
            "the word of Pell Herald",
        ),
        (
            [said("a", outlet="Star"), said("b", outlet="Star")],
            NOTHING,
            1,
            1,
            "both are the own word of Star",
        ),
        ([said("a"), said("b")], NOTHING, 1, 2, "the own word of the author"),
        (
            [
                said("a", HERALD),
                said(
                    "a",
                    OFFICIALS,
                    passed_by=(Voice(entity=HERALD, kind=SourceKind.NAMED, words="it"),),
                ),
            ],
            NOTHING,
            1,
            1,
            "Pell Herald has it from another source here",
        ),
    ],
)
def test_what_counts_as_one_origin(
    assertions: list[Assertion], copies: Copies, fewest: int, most: int, why: str
) -> None:
    found = origins_of(assertions, copies)
    assert (found.fewest, found.most) == (fewest, most)
    assert found.each[0].why.startswith(why)
    counted = [one.id for origin in found.each for one in origin.assertions]
    assert sorted(counted) == sorted(one.id for one in assertions)


def test_the_order_of_statements_makes_no_difference() -> None:
    told = [said("a", QUILL), said("b", QUILL), said("c", OFFICIALS), said("d", outlet="Star")]
    first, *others = (origins_of(list(each), NOTHING) for each in permutations(told))
    assert all(other == first for other in others)


def test_nobody_has_no_origin() -> None:
    found = origins_of([], NOTHING)
    assert (found.each, found.fewest, found.most) == ((), 0, 0)
