"""Relations from running text: who is tied to whom, and words that look like a tie and are none."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Relation, RelationKind, Status
from sayso.places import read_places
from sayso.reader import load_reader
from sayso.relations import read_relations
from sayso.statements import Account, read_statements
from sayso.times import read_times
from tests.samples import report
from tests.statements.rows import PUBLISHED, row

Tie = tuple[str, str, str]
"""The kind of a relation, and the names of its two actors."""


@lru_cache(maxsize=512)
def account(text: str) -> Account:
    told = report(text, published=PUBLISHED)
    doc = load_reader().annotate(text)
    return read_statements(told, doc, read_places(told, doc), read_times(told, doc))


def ties(text: str) -> set[Tie]:
    """The relations in `text`."""
    found = read_relations(account(text))
    names = {actor.id: actor.name for actor in account(text).roster.actors()}
    return {(one.kind.value, names[one.from_], names[one.to]) for one in found}


def the_one(text: str, kind: str) -> Relation:
    """The only relation of this kind in `text`."""
    (one,) = (each for each in read_relations(account(text)) if each.kind == kind)
    return one


def tells(text: str, *expected: Tie, weak: str | None = None) -> Any:
    return row(text, text, set(expected), weak=weak)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # leads
        tells(
            "Mira Tassel, the leader of the Harbour Front, was arrested.",
            ("leads", "Mira Tassel", "Harbour Front"),
        ),
        tells(
            "The union's president, Joan Pell, resigned.",
            ("leads", "Joan Pell", "union"),
        ),
        tells(
            "The army chief, General Otto Lenz, left the capital.",
            ("leads", "Otto Lenz", "army"),
        ),
        tells(
            "Joan Pell was elected president of the Dockers' Union.",
            ("leads", "Joan Pell", "Dockers' Union"),
        ),
        tells(
            "The brigade is commanded by Colonel Piet Vos.",
            ("leads", "Piet Vos", "brigade"),
        ),
        tells(
            "Joan Pell, who chairs the committee, was not there.",
            ("leads", "Joan Pell", "committee"),
        ),
        tells(
            "Piet Vos is at the head of the Free Coast Movement.",
            ("leads", "Piet Vos", "Free Coast Movement"),
        ),
        # speaks_for
        tells(
            "A spokesman for the militia denied the report.",
            ("speaks_for", "spokesman for the militia", "militia"),
        ),
        tells(
            "Hamas spokesman Sami Abu Zuhri denied the report.",
            ("speaks_for", "Sami Abu Zuhri", "Hamas"),
        ),
        tells(
            "The ambassador of Norway, Kari Dahl, was summoned.",
            ("speaks_for", "Kari Dahl", "Norway"),
        ),
        tells(
            "Joan Pell does not speak for the miners.",
            ("speaks_for", "Joan Pell", "miners"),
        ),
        # member_of
        tells(
            "Three fighters of the Harbour Front were killed.",
            ("member_of", "Three fighters of the Harbour Front", "Harbour Front"),
        ),
        tells(
            "Rita Odu, a nurse at the Northern Hospital, saw the soldiers.",
            ("member_of", "Rita Odu", "Northern Hospital"),
        ),
        tells(
            "Ann Ruiz of the Red Cross said the road was open.",
            ("member_of", "Ann Ruiz", "Red Cross"),
        ),
        tells(
            "The prisoner belongs to the Harbour Front.",
            ("member_of", "prisoner", "Harbour Front"),
            weak="prisoner is not in the lists of people",
        ),
        tells(
            "The soldier joined the Harbour Front in 2019.",
            ("member_of", "soldier", "Harbour Front"),
        ),
        tells(
            "The Coastal Alliance includes the Fishermen's League.",
            ("member_of", "Fishermen's League", "Coastal Alliance"),
        ),
        # part_of
        tells(
            "The Lantern Brigade, the armed wing of the Coast Party, denied it.",
            ("part_of", "Lantern Brigade", "Coast Party"),
        ),
        tells(
            "The cell belongs to the Harbour Front.",
            ("part_of", "cell", "Harbour Front"),
        ),
        # controls
        tells(
            "Officials at the Hamas-controlled Ministry of Interior refused.",
            ("controls", "Hamas", "Ministry of Interior"),
            (
                "member_of",
                "Officials at the Hamas-controlled Ministry of Interior",
                "Ministry of Interior",
            ),
        ),
        tells(
            "The station is owned by the Halvard Group.",
            ("controls", "Halvard Group", "station"),
        ),
        tells(
            "The militia takes its orders from the Harbour Front.",
            ("controls", "Harbour Front", "militia"),
        ),
        tells(
            "The unit is under the command of the Harbour Front.",
            ("controls", "Harbour Front", "unit"),
        ),
        tells(
            "The commission is independent of the army.",
            ("controls", "army", "commission"),
        ),
        # supports
        tells(
            "Masked militiamen declared their allegiance to the Harbour Front.",
            ("supports", "Masked militiamen", "Harbour Front"),
        ),
        tells(
            "Iran-backed militias shelled the base.",
            ("supports", "Iran", "Iran-backed militias"),
        ),
        tells(
            "The militia is financed by the Halvard Group.",
            ("supports", "Halvard Group", "militia"),
        ),
        tells(
            "Soldiers loyal to the general guarded the bridge.",
            ("supports", "Soldiers", "general"),
        ),
        tells(
            "The governor is in the pay of the Halvard Group.",
            ("supports", "Halvard Group", "governor"),
        ),
        # allied_with, opposes
        tells(
            "The Greens are allied with the Coast Party.",
            ("allied_with", "Greens", "Coast Party"),
        ),
        tells(
            "The Harbour Front and the Coast Party, allies since 2020, disagreed.",
            ("allied_with", "Harbour Front", "Coast Party"),
        ),
        tells(
            "Otto Lenz, a critic of the president, fled.",
            ("opposes", "Otto Lenz", "president"),
        ),
        tells(
            "Anti-government fighters entered the town.",
            ("opposes", "Anti-government fighters", "government"),
        ),
        tells(
            "The Harbour Front has fought the army for a decade.",
            ("opposes", "Harbour Front", "army"),
        ),
        # linked_to
        tells(
            "Police arrested a cell linked to Al-Qaeda and the Harbour Front.",
            ("linked_to", "cell", "Al-Qaeda"),
            ("linked_to", "cell", "Harbour Front"),
        ),
        tells(
            "It is a base for many groups, some linked to Al-Qaeda.",
            ("linked_to", "many groups", "Al-Qaeda"),
        ),
        tells(
            "A man with ties to the Harbour Front bought the ship.",
            ("linked_to", "man with ties to the Harbour Front", "Harbour Front"),
        ),
        tells(
            "Otto Lenz, an adviser to the president, was hurt.",
            ("linked_to", "Otto Lenz", "president"),
        ),
    ],
)
def test_ties_are_read(text: str, expected: set[Tie]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The convoy was led by two lorries.",
        "The delegation was headed by a minister.",
        "The mayor supports a tax on sugar.",
        "The opposition rejects the plan, and the party opposes the bill.",
        "The army took control of the road.",
        "The two bridges are linked by a road.",
        "A branch of the river flooded the camp.",
        "The plan is part of the budget.",
        "Joan Pell spoke for ten minutes.",
        "The army fought the rebels near the bridge on Monday.",
        "The police chief would not say.",
        "Union leaders met the management.",
        "She was a member of the audience.",
        "The general hit his head on the door.",
        "No member of the union was hurt.",
        "The general broke up with his wife.",
        "He reported to the newspaper that the road was closed.",
        "The secretary of state was in Norway.",
        "Officials in Norway said the road was open.",
        "The spokesman of nobody in particular left.",
    ],
)
def test_look_alikes_are_none(text: str) -> None:
    assert ties(text) == set()


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        row("holds", "Joan Pell leads the union.", "leads", Status.REPORTED),
        row("former", "The former head of the union, Joan Pell, left.", "leads", Status.HISTORICAL),
        row("past state", "Joan Pell led the union.", "leads", Status.HISTORICAL),
        row("until", "Joan Pell, head of the union until 2018, left.", "leads", Status.HISTORICAL),
        row("used to", "The driver used to work for the union.", "member_of", Status.HISTORICAL),
        row("left", "The soldier left the Harbour Front.", "member_of", Status.HISTORICAL),
        row("began", "The soldier joined the Harbour Front.", "member_of", Status.REPORTED),
        row("no longer", "The army no longer controls the militia.", "controls", Status.HISTORICAL),
        row("negated", "Joan Pell is not the leader of the union.", "leads", Status.NEGATED),
        row("not", "The commission is independent of the army.", "controls", Status.NEGATED),
        row("will", "Joan Pell will lead the union.", "leads", Status.FUTURE),
        row("may", "The militia may join the Harbour Front.", "member_of", Status.HYPOTHETICAL),
        row("since", "The party has been allied with the Greens since 1987.", "allied_with",
            Status.REPORTED),
        row("past after said", "Officials said that Joan Pell led the union.", "leads",
            Status.REPORTED),
        row("past in quotation marks", '"Joan Pell led the union," the minister said.', "leads",
            Status.HISTORICAL),
        row("denied", "The minister denied that the army controlled the militia.", "controls",
            Status.NEGATED),
        row("end that has not come", "The minister demanded that the union cut its ties with "
            "the Harbour Front.", "linked_to", Status.REPORTED),
        row("end", "The union cut its ties with the Harbour Front.", "linked_to",
            Status.HISTORICAL),
    ],
)  # fmt: skip
def test_status(text: str, kind: str, expected: Status) -> None:
    assert the_one(text, kind).status is expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The soldier joined the Harbour Front in 2019.", "member_of", "2019"),
        ("Joan Pell has led the union since January 2020.", "leads", "2020-01"),
        ("Joan Pell, head of the union until 2018, left.", "leads", "2018"),
        ("A spokesman for the army denied it on Sunday.", "speaks_for", None),
        ("Joan Pell, who leads the union, was arrested on Sunday.", "leads", None),
    ],
)
def test_time(text: str, kind: str, expected: str | None) -> None:
    time = the_one(text, kind).time
    assert (time and time.value) == expected


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("The minister said that the militia was funded by Norway.", "supports", "The minister"),
        ("The militia, which is funded by Norway, fled.", "supports", None),
        ("Joan Pell, leader of the union, said that the road was closed.", "leads", None),
    ],
)
def test_whose_word(text: str, kind: str, source: str | None) -> None:
    relation = the_one(text, kind)
    (statement,) = (one for one in account(text).statements if one.id == relation.statement)
    assert (statement.source.spans[0].text if statement.source.spans else None) == source


def test_said_twice_by_one_is_one_and_by_two_is_two() -> None:
    text = (
        "Joan Pell leads the union. Joan Pell leads the union, an official said. "
        "Joan Pell, who leads the union, smiled."
    )
    found = [one for one in read_relations(account(text)) if one.kind is RelationKind.LEADS]
    assert len(found) == 2  # the author's, and the official's


WORDS = (
    "the leader of army Front Joan Pell , and - Hamas-backed controls is not former linked to its "
    "in pay . who chairs party anti - allies at war with"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_words_give_relations_that_stand_in_the_text(text: str) -> None:
    told = account(text)
    actors = {actor.id for mention in range(len(told.doc)) if (actor := told.roster.at(mention))}
    for one in read_relations(told):
        assert one.from_ != one.to
        assert {one.from_, one.to} <= actors
        assert all(told.report.text[s.start : s.end] == s.text for s in one.spans)
        assert 0 < one.score < 1
