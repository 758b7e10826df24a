from __future__ import annotations

import pytest
from hypothesis import given, settings

from sayso.links.assertions import assertions_of
from sayso.model import About, Reading
from tests.links.told import assertions, reading, said
from tests.strategies import readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said soldiers unloaded crates at the pier.",
            [("mayor", "affirms", "soldiers unloaded crates at the pier")],
        ),
        (
            "The mayor denied that soldiers had unloaded crates.",
            [("mayor", "denies", "soldiers had unloaded crates")],
        ),
        (
            "“The silo was not in use,” said Davit Orlen.",
            [("Davit Orlen", "denies", "The silo was not in use")],
        ),
        # Own words only: who passes on what others say asserts nothing himself.
        (
            "The Herald reported that officials said the crates held flour.",
            [("officials", "affirms", "the crates held flour")],
        ),
        # Who declines, asks or demands says of nothing that it is so.
        ("The ministry declined to comment on the crates.", []),
        ("“Who counted the crates at the pier?” asked Rosa Minn.", []),
        # What a denial says was never said is nobody's word, and is not denied by it.
        (
            "Orlen denied that the ministry had said the silo was empty.",
            [("Orlen", "none", "the silo was empty")],
        ),
        # Whom somebody threatened is the word of whoever tells so.
        (
            "The union said sailors had been threatened by the owner.",
            [("union", "affirms", "sailors had been threatened by the owner")],
        ),
        # That there is none of a thing is told in a word.
        ("The clerk said nobody was killed.", [("clerk", "denies", "nobody was killed")]),
        ("The clerk said there was no gas.", [("clerk", "denies", "there was no gas")]),
        ("The clerk said there was gas.", []),
        # What is left open is told without the words that leave it open.
        (
            "It was not immediately clear whether the silo was in use.",
            [("author", "uncertain", "the silo was in use")],
        ),
        # Clauses of one statement are asserted each by itself.
        (
            "The clerk said that the bridge was closed and that nobody had crossed the river.",
            [
                ("clerk", "affirms", "the bridge was closed"),
                ("clerk", "denies", "nobody had crossed the river"),
            ],
        ),
    ],
)
def test_words_that_are_asserted(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(map(said, assertions(text, About.WORDS))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested 15 men in Cairo.", [("author", "affirms")]),
        ("“The arrest of the painter was legal,” Mara Quill said.", [("Mara Quill", "affirms")]),
        ("“The arrest is a complete hoax,” Mara Quill said.", [("Mara Quill", "denies")]),
        ("The mayor said that police had arrested 15 men.", [("mayor", "affirms")]),
        ("The mayor denied that police had arrested anyone.", [("mayor", "denies")]),
        ("The army will bomb the town, the mayor said.", [("mayor", "uncertain")]),
        ("The bomb may have been planted by rebels, the mayor said.", [("mayor", "affirms")]),
        ("The mayor urged the army to bomb the town.", [("mayor", "none")]),
        # What is kept from being done was to be done.
        ("The navy foiled an attack on the ferry.", [("author", "uncertain")]),
        ("The attack on the ferry was foiled by the navy.", [("author", "uncertain")]),
        # That somebody spoke is no event of his claims.
        ("The mayor accused the army of negligence.", []),
    ],
)
def test_events_that_are_asserted(text: str, expected: list[tuple[str, str]]) -> None:
    assert [said(one)[:2] for one in assertions(text, About.EVENT)] == expected


WENT_ON = "According to the report, a crane burned before the attack."


@pytest.mark.parametrize(
    ("text", "who", "denied"),
    [
        (
            "The Herald said that soldiers unloaded crates. The ministry denied the report.",
            "ministry",
            {"soldier", "unload", "crate"},
        ),
        (
            "Hanna Corrin said troops cut the cables. Dario Heske rejected her account.",
            "Dario Heske",
            {"troop", "cut", "cabl"},
        ),
        (
            "Police alleged that dockers had stolen ropes. Velk called the allegation “pathetic”.",
            "Velk",
            {"docker", "stolen", "rope"},
        ),
        # A report that goes on is still the one that was told first.
        (
            f"The Herald reported that divers sank a ferry. {WENT_ON} Velk denied the reports.",
            "Velk",
            {"diver", "sank", "ferri"},
        ),
    ],
)
def test_a_denial_points_back(text: str, who: str, denied: set[str]) -> None:
    words = assertions(text, About.WORDS)
    (one,) = (each for each in words if said(each)[:2] == (who, "denies"))
    assert one.stems == denied


def test_who_calls_a_report_a_lie_denies_it() -> None:
    text = "The Herald reported that soldiers unloaded crates. “The report is a lie,” Orlen said."
    found = {(who, stance) for who, stance, _ in map(said, assertions(text, About.WORDS))}
    assert ("Orlen", "denies") in found


@pytest.mark.parametrize(
    "text",
    [
        "Boats were late on Monday. The ministry denied the report.",
        "The Herald reported that ships were late. The editor refused to comment on the story.",
    ],
)
def test_a_denial_points_at_nothing_where_nothing_fits(text: str) -> None:
    assert all(said(one)[1] != "denies" for one in assertions(text, About.WORDS))


@pytest.mark.parametrize(
    ("text", "names", "numbers"),
    [
        ("The mayor said 12 people died in the fire on 6 May.", set(), {12}),
        ("The fire in Silo 4 was out after two days, the mayor said.", {"silo", "4"}, set()),
        ("Davit Orlen said he was drunk at the gate.", {"davit", "orlen"}, set()),
    ],
)
def test_what_words_name_and_count(text: str, names: set[str], numbers: set[int]) -> None:
    wording = assertions(text, About.WORDS)[-1].wording
    assert wording is not None
    assert wording.names == names
    assert wording.numbers == numbers


def test_what_words_date() -> None:
    (one,) = assertions("The mayor said the bridge fell on 4 March.", About.WORDS)
    assert one.wording is not None
    assert one.wording.when is not None
    assert (one.wording.when.first, one.wording.when.last) == ("2024-03-04", "2024-03-04")


@settings(max_examples=40, deadline=None)
@given(readings())
def test_any_reading_gives_well_formed_assertions(given_reading: Reading) -> None:
    found = assertions_of(given_reading)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.spans
        for span in one.spans:
            span.check(given_reading.report.text)
        given_of = (one.happening, one.presence, one.wording)
        assert [each is not None for each in given_of] == [one.about is about for about in ABOUT]


ABOUT = (About.EVENT, About.PRESENCE, About.WORDS)


def test_the_same_reading_gives_the_same_assertions() -> None:
    told = reading("The mayor said soldiers unloaded crates at the pier. Orlen denied it.")
    assert assertions_of(told) == assertions_of(told)
