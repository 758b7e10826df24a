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
POLICE = body("harbour police", ActorKind.SECURITY_FORCES, named=False)
WITNESSES = body("witnesses", ActorKind.PUBLIC, named=False)
INTERIOR = body("Ministry of the Interior", ActorKind.GOVERNMENT)


def person(name: str, *called: str, named: bool = True) -> Entity:
    return replace(body(name, ActorKind.PERSON, named=named), called=frozenset(called))


CRANE_MAN = person("crane operator", "crane operator", named=False)
OFFICIAL = person("port official", "port official", named=False)


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
        # Described in one report, and in the other the same is said of a name.
        (
            [said("a", CRANE_MAN), said("b", person("Tomas Rell", "crane operator"))],
            NOTHING,
            1,
            1,
            "the crane operator is Tomas Rell, by another report",
        ),
        (
            [said("a", OFFICIAL), said("b", person("Tomas Rell", "port official"))],
            NOTHING,
            1,
            2,
            "the word of port official",
        ),
        (
            [said("a", person("Mira Tass", "interior minister")), said("b", INTERIOR)],
            NOTHING,
            1,
            1,
            "Mira Tass heads Ministry of the Interior",
        ),
        # Sources without a name, of which the one cannot be the other.
        ([said("a", POLICE), said("b", WITNESSES)], NOTHING, 2, 2, "the word of harbour police"),
        ([said("a", POLICE), said("b", MINISTRY)], NOTHING, 2, 2, "the word of harbour police"),
        ([said("a", POLICE), said("b", POLICE)], NOTHING, 1, 2, "the word of harbour police"),
        ([said("a", POLICE), said("b", outlet="Star")], NOTHING, 1, 2, "the word of harbour po"),
        (
            [said("a", QUILL, on_behalf=POLICE), said("a", POLICE)],
            NOTHING,
            1,
            1,
            "Mara Quill speaks for harbour police",
        ),
        # Whoever only believes another, or was copied with him, is no origin of his own.
        (
            [
                said("a", QUILL, stems=frozenset({"nine", "barrel", "stood", "pier"})),
                said(
                    "a",
                    RELL,
                    act=Act.BELIEVE,
                    spans=(Span(50, 58, "her word"),),
                    stems=frozenset({"nine", "barrel", "stood", "pier"}),
                ),
            ],
            NOTHING,
            1,
            1,
            "one only believes what the other says",
        ),
        (
            [said("a", WITNESSES, spans=(Span(90, 99, "they left"),)), said("b", WITNESSES)],
            COPIED,
            1,
            1,
            "one report copies the other, and both have it from witnesses",
        ),
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
