from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.entity import Entity, entities_of, listed, same_entity
from sayso.model import ActorKind
from tests.links.told import reading

PERSON, MEDIA, GOVERNMENT = ActorKind.PERSON, ActorKind.MEDIA, ActorKind.GOVERNMENT
GROUP, BODY = ActorKind.ARMED_GROUP, ActorKind.ORGANISATION


def entity(
    name: str, kind: ActorKind = BODY, country: str | None = None, *, named: bool = True
) -> Entity:
    return Entity(name=name, kind=kind, country=country, named=named)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (entity("Davit Orlen", PERSON), entity("Davit Orlen", PERSON), True),
        (entity("Davit Orlen", PERSON), entity("Orlen", PERSON), True),
        (entity("D. Orlen", PERSON), entity("Davit Orlen", PERSON), True),
        (entity("Minister Orlen", PERSON), entity("Davit Orlen", PERSON), True),
        (entity("Davit Orlen", PERSON), entity("Rosa Orlen", PERSON), False),
        (entity("Omar al-Sufi", PERSON), entity("Sufi", PERSON), True),
        (entity("Omar al-Sufi", PERSON), entity("Omar al-Dori", PERSON), False),
        (entity("Davit Orlen", PERSON), entity("Davit", PERSON), False),
        (entity("Orlen", PERSON), entity("Orlen", BODY), False),
        (entity("Ministry of Ports", GOVERNMENT), entity("Ports Ministry", GOVERNMENT), True),
        (entity("the Ministry of the Interior"), entity("Interior Ministry"), True),
        (entity("Ministry of Ports"), entity("Ministry of Defence"), False),
        (
            entity("Ministry of Ports", GOVERNMENT, "EGY"),
            entity("Ministry of Ports", GOVERNMENT, "LBY"),
            False,
        ),
        (entity("United Dockworkers' Union"), entity("UDU"), True),
        (entity("Islamic State of Iraq and Syria", GROUP), entity("ISIS", GROUP), True),
        (entity("Harbour Courier", MEDIA), entity("The Courier", MEDIA), True),
        (entity("Harbour Courier", MEDIA), entity("Harbour Herald", MEDIA), False),
        (entity("Northern Shore Front", GROUP), entity("Front", GROUP), False),
        (entity("Free Army", GROUP), entity("Army", GROUP), False),
        (entity("two officials", named=False), entity("two officials", named=False), False),
        (entity("Orlen", PERSON), entity("Orlen", PERSON, named=False), False),
    ],
)
def test_same_entity_by_name(one: Entity, other: Entity, *, same: bool) -> None:
    assert same_entity(one, other) is same
    assert same_entity(other, one) is same


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ISIS", "Islamic State"), ("the Islamic State", "Islamic State"), ("Davit Orlen", None)],
)
def test_lists_give_the_name(name: str, expected: str | None) -> None:
    found = listed(name)
    assert (found.name if found is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("Fighters of ISIS fled. ISIS denied it.", "Islamic State", True),
        ("The mayor, Petra Quillan, resigned.", "Petra Quillan", True),
        ("The aide, Omar al-Sufi, resigned.", "Omar al-Sufi", True),
        ("Officials denied it.", "Officials", False),
        ("Two officials denied it.", "Two officials", False),
        ("ISIS fighters fled, the mayor said.", "ISIS fighters", False),
    ],
)
def test_entities_of_a_report(text: str, name: str, *, named: bool) -> None:
    found = {one.name: one.named for one in entities_of(reading(text)).values()}
    assert found.get(name) is named


@given(
    st.builds(entity, st.text(max_size=12), st.sampled_from(ActorKind)),
    st.builds(entity, st.text(max_size=12), st.sampled_from(ActorKind)),
)
def test_any_names_compare_the_same_both_ways(one: Entity, other: Entity) -> None:
    assert same_entity(one, other) == same_entity(other, one)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("“It was open,” the crane operator, Jan Moravec, said.", {"crane operator"}),
        ("Jan Moravec, the crane operator, said it was open.", {"crane operator"}),
        (
            "The mayor met the crane operator, Jan Moravec and Ana Dressel, who said it was open.",
            set(),
        ),
    ],
)
def test_what_a_report_calls_a_person(text: str, called: set[str]) -> None:
    (person,) = (one for one in entities_of(reading(text)).values() if one.name == "Jan Moravec")
    assert person.called == called
