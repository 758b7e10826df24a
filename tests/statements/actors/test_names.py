"""Proper names by their surface, and the sorts of party that words stand for."""

import pytest

from sayso.model import ActorKind
from sayso.reader import load_reader
from sayso.statements.actors.kinds import kind_of_name, kind_of_noun
from sayso.statements.actors.names import acronyms, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met President Aurel Stann yesterday.", ["Aurel Stann"]),
        ("We met Secretary of State Aurel Stann yesterday.", ["Aurel Stann"]),
        ("We met the President yesterday.", []),
        ("It was told by the Ministry of the Interior on Monday.", ["Ministry of the Interior"]),
        ("We read Tassel's letter.", ["Tassel"]),
        ("Eva May left Istrel on Easter Monday in May 2014.", ["Eva May", "Istrel", "Easter"]),
        ("We met Martin King Jones.", ["Martin King Jones"]),
        ("We met Republican Mira Tassel.", ["Mira Tassel"]),
        ("The Ministry of Defence left.", ["Ministry of Defence"]),
        ("We met Mira Tassel. Tassel left.", ["Mira Tassel", "Tassel"]),
        ("Republicans met in the United States.", ["United States"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    doc = load_reader().annotate(text)
    assert [doc.span(name.run).text for name in names(doc)] == expected


BODY = "On Monday Davit Orlen met Mira Tassel on the pier in Velmora. Orlen left."


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Davit Orlen Blasts Mira Tassel", ["Davit Orlen", "Mira Tassel"]),
        ("Mira Tassel Slams Orlen Over Pier", ["Mira Tassel", "Orlen"]),
        ("Davit Orlen Buries Pier", ["Davit Orlen"]),
        ("Davit Orlen blasts Mira Tassel", ["Davit Orlen", "Mira Tassel"]),
        ("Aurel Stann Rests", ["Aurel Stann Rests"]),
    ],
)
def test_names_of_a_headline_are_those_of_the_text(headline: str, expected: list[str]) -> None:
    doc = load_reader().annotate(f"{headline}\n\n{BODY}")
    found = [doc.span(name.run).text for name in names(doc)]
    assert found == [*expected, "Davit Orlen", "Mira Tassel", "Velmora", "Orlen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Islamic State of Iraq and Syria [ISIS] grew.", "Islamic State of Iraq and Syria"),
        ("The Amber Coast Agency (ACA) reported it.", "Amber Coast Agency"),
        ("The Amber Coast Agency (CAA) reported it.", "Amber Coast Agency"),
        ("The Amber Coast Agency (XYZ) reported it.", None),
    ],
)
def test_acronyms(text: str, expected: str | None) -> None:
    doc = load_reader().annotate(text)
    found = [doc.span(run).text for run in acronyms(doc).values()]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("noun", "words", "plural", "kind"),
    [
        ("minister", "interior", False, ActorKind.PERSON),
        ("official", "port", True, ActorKind.GOVERNMENT),
        ("official", "security", True, ActorKind.SECURITY_FORCES),
        ("official", "hospital", True, ActorKind.ORGANISATION),
        ("group", "terrorist", False, ActorKind.ARMED_GROUP),
        ("group", "women", False, ActorKind.ORGANISATION),
        ("agency", "news", False, ActorKind.MEDIA),
        ("resident", "", True, ActorKind.PUBLIC),
        ("voter", "state", True, ActorKind.PUBLIC),
        ("worker", "hospital", True, ActorKind.ORGANISATION),
        ("crowd", "", False, ActorKind.PUBLIC),
        ("foreman", "", False, ActorKind.PERSON),
        ("crane", "", False, None),
    ],
)
def test_kind_of_noun(noun: str, words: str, plural: bool, kind: ActorKind | None) -> None:  # noqa: FBT001
    assert kind_of_noun(noun, frozenset(words.split()), plural=plural) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ministry of ports", ActorKind.GOVERNMENT),
        ("harbour courier", ActorKind.MEDIA),
        ("coastal guards", ActorKind.SECURITY_FORCES),
        ("davit orlen", None),
    ],
)
def test_kind_of_name(name: str, kind: ActorKind | None) -> None:
    assert kind_of_name(name.split()) is kind
