"""Whom of an event amounts count: killed, injured, arrested, present and so on."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.events.quantities.quantities import quantities_of
from sayso.model import Counted
from sayso.reader import Document, Run, load_reader

K, I, A, B, D, M, P = Counted  # noqa: E741 - short names keep the table readable
Told = tuple[Counted, int | None, int | None, str]
Row = tuple[str, str, list[Told]]
"""A text, its trigger, and whom the event counts: what of, from, to, in which words."""

EVENTS: list[Row] = [
    # the predicate's own
    ("At least 15 people were killed.", "killed", [(K, 15, None, "At least 15")]),
    ("Soldiers killed fifteen men on Monday.", "killed", [(K, 15, 15, "fifteen")]),
    ("Two men killed by the army were buried.", "killed", [(K, 2, 2, "Two")]),
    ("Police arrested more than 100 people.", "arrested", [(A, 101, None, "more than 100")]),
    ("Between 20 and 30 men were abducted.", "abducted", [(B, 20, 30, "Between 20 and 30")]),
    ("Gunmen took 12 villagers hostage.", "took", [(B, 12, 12, "12")]),
    ("Scores of people were injured.", "injured", [(I, 40, 99, "Scores")]),
    ("Up to 50 fighters died.", "died", [(K, None, 50, "Up to 50")]),
    ("Some 420 families were evacuated.", "evacuated", []),
    (
        "An estimated 1.2m people fled the city.",
        "fled",
        [(D, 1080000, 1320000, "An estimated 1.2m")],
    ),
    ("Fifteen or sixteen soldiers were missing.", "were", [(M, 15, 16, "Fifteen or sixteen")]),
    ("Dozens were reported missing.", "reported", [(M, 24, 99, "Dozens")]),
    ("12 of the 20 hostages were killed.", "killed", [(K, 12, 12, "12")]),
    ("Nearly 100 of them were detained.", "detained", [(A, 90, 100, "Nearly 100")]),
    ("Dozens of people who were killed were buried.", "killed", [(K, 24, 99, "Dozens")]),
    (
        "At least 12 people are believed to have been killed.",
        "killed",
        [(K, 12, None, "At least 12")],
    ),
    ("15% of the residents were displaced.", "displaced", []),
    ("Soldiers killed Mira Tassel.", "killed", []),
    ("The gas killed 30 cows.", "killed", []),
    # one, none, several sets
    ("A man was killed.", "killed", [(K, 1, 1, "A man")]),
    ("The officer was wounded.", "wounded", [(I, 1, 1, "The officer")]),
    ("She was arrested at home.", "arrested", [(A, 1, 1, "She")]),
    ("A 15-year-old boy was killed.", "killed", [(K, 1, 1, "A 15-year-old boy")]),
    ("No one was hurt.", "hurt", [(I, 0, 0, "No one")]),
    ("Nobody was arrested.", "arrested", [(A, 0, 0, "Nobody")]),
    ("None of the hostages was hurt.", "hurt", [(I, 0, 0, "None")]),
    ("The strike did not kill anyone.", "kill", [(K, 0, 0, "anyone")]),
    ("There were no casualties.", "casualties", [(K, 0, 0, "no"), (I, 0, 0, "no")]),
    ("The shell killed two men and a woman.", "killed", [(K, 2, 2, "two"), (K, 1, 1, "a woman")]),
    ("15 people, including three children, were killed.", "killed", [(K, 15, 15, "15")]),
    (
        "Police arrested more than 100, among them 12 women.",
        "arrested",
        [(A, 101, None, "more than 100")],
    ),
    # nouns
    ("Police made 15 arrests.", "arrests", [(A, 15, 15, "15")]),
    ("The arrest of 15 men angered the town.", "arrest", [(A, 15, 15, "15")]),
    ("Dozens of arrests were made.", "arrests", [(A, 24, 99, "Dozens")]),
    ("The raid caused 12 deaths.", "deaths", [(K, 12, 12, "12")]),
    ("The death of an officer angered them.", "death", [(K, 1, 1, "an officer")]),
    ("The arrest angered them.", "arrest", []),
    ("The attack caused 12 casualties.", "casualties", [(K, None, 12, "12"), (I, None, 12, "12")]),
    ("A death toll of 12 was reported.", "toll", [(K, 12, 12, "12")]),
    ("The toll rose to 20.", "toll", [(K, 20, 20, "20")]),
    ("The toll climbed from 12 to 20.", "toll", [(K, 20, 20, "20")]),
    ("The death toll reached 20.", "toll", [(K, 20, 20, "20")]),
    # those present
    ("A crowd of 5,000 gathered.", "gathered", [(P, 5000, 5000, "5,000")]),
    ("A 5,000-strong march filled the square.", "march", [(P, 5000, 5000, "5,000")]),
    ("The rally drew thousands.", "rally", [(P, 2000, 9999, "thousands")]),
    ("Thousands joined the rally.", "rally", [(P, 2000, 9999, "Thousands")]),
    ("The march was attended by 5,000 people.", "march", [(P, 5000, 5000, "5,000")]),
    ("Hundreds of workers marched.", "marched", [(P, 200, 999, "Hundreds")]),
    ("Tens of thousands took to the streets.", "took", [(P, 20000, 99999, "Tens of thousands")]),
    ("Some 40 to 50 men took part in the march.", "march", [(P, 36, 55, "Some 40 to 50")]),
    ("A group of about 130 people marched.", "marched", [(P, 117, 143, "about 130")]),
    ("Three marches were held.", "marches", []),
    ("A man protested.", "protested", []),
    # what an event led to
    ("Twelve people died in the attack.", "attack", [(K, 12, 12, "Twelve")]),
    ("The attack killed 12 and wounded 30.", "attack", [(K, 12, 12, "12"), (I, 30, 30, "30")]),
    (
        "A bomb exploded, killing 12 and wounding 30.",
        "exploded",
        [(K, 12, 12, "12"), (I, 30, 30, "30")],
    ),
    ("A bomb went off in a market, killing 12.", "went", [(K, 12, 12, "12")]),
    ("The blast left 12 dead and 30 wounded.", "blast", [(K, 12, 12, "12"), (I, 30, 30, "30")]),
    (
        "Gunmen stormed a hotel, leaving at least 12 dead.",
        "stormed",
        [(K, 12, None, "at least 12")],
    ),
    ("The attack, which killed 12 people, was condemned.", "attack", [(K, 12, 12, "12")]),
    (
        "The clash resulted in 12 dead and 30 wounded.",
        "clash",
        [(K, 12, 12, "12"), (I, 30, 30, "30")],
    ),
    ("The bombing claimed the lives of 12 people.", "bombing", [(K, 12, 12, "12")]),
    ("12 deaths were reported in the attack.", "attack", [(K, 12, 12, "12")]),
    ("The death toll from the attack rose to 20.", "attack", [(K, 20, 20, "20")]),
    (
        "12 people were killed and 30 wounded in the attack.",
        "killed",
        [(K, 12, 12, "12"), (I, 30, 30, "30")],
    ),
    ("Police detained dozens at the rally.", "rally", [(A, 24, 99, "dozens")]),
    ("Fifty fighters died when gunmen attacked the camp.", "attacked", [(K, 50, 50, "Fifty")]),
    ("The shelling forced 5,000 people to flee.", "shelling", [(D, 5000, 5000, "5,000")]),
    ("The shelling left thousands homeless.", "shelling", [(D, 2000, 9999, "thousands")]),
    ("No one was hurt in the blast.", "blast", [(I, 0, 0, "No one")]),
    ("The strike did not kill anyone.", "strike", [(K, 0, 0, "anyone")]),
    ("The raid ended with the arrest of 15 men.", "raid", [(A, 15, 15, "15")]),
    # what it did not
    ("The attack came after police arrested 15 men.", "attack", []),
    ("The attack could have killed hundreds.", "attack", []),
    ("The attack did not kill 12 people.", "attack", []),
    ("They threatened to kill 12 hostages.", "threatened", []),
    ("Police arrested 15 men over an attack that killed 12.", "arrested", [(A, 15, 15, "15")]),
    ("Police arrested 15 men over an attack that killed 12.", "attack", [(K, 12, 12, "12")]),
    ("Police stormed the camp after the death of 12 officers.", "stormed", []),
    ("Two men were arrested in the murder of an officer.", "murder", [(K, 1, 1, "an officer")]),
    ("Two men were arrested in the murder of an officer.", "arrested", [(A, 2, 2, "Two")]),
    ("At the funeral of two men, nobody spoke.", "funeral", []),
    ("The minister condemned the rally on Monday.", "condemned", []),
]


def told(doc: Document, trigger: int, *given_args: Any) -> list[Told]:
    found = quantities_of(doc, trigger, *given_args)
    return [(each.of, each.low, each.high, each.span.text) for each in found]


@pytest.mark.parametrize(("text", "trigger", "expected"), EVENTS)
def test_an_event_counts_people(text: str, trigger: str, expected: list[Told]) -> None:
    doc = load_reader().annotate(text)
    assert sorted(told(doc, doc.words.index(trigger))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "trigger", "counted", "phrase", "expected"),
    [
        ("Troops shot 12 men.", "shot", K, "12 men", [(K, 12, 12, "12")]),
        ("Troops shot 12 men, killing four.", "shot", I, "12 men",
         [(I, 12, 12, "12"), (K, 4, 4, "four")]),
        ("The seizure of 12 men angered them.", "seizure", B, "of 12 men", [(B, 12, 12, "12")]),
        ("Troops shot a man and two boys.", "shot", K, "a man and two boys",
         [(K, 1, 1, "a man"), (K, 2, 2, "two")]),
        ("Troops shot them.", "shot", K, "them", []),
        ("Hundreds blocked two roads.", "blocked", P, "Hundreds", [(P, 200, 999, "Hundreds")]),
        ("The beheading of 12 men went on.", "beheading", K, "men", [(K, 12, 12, "12")]),
        ("There were 12 beheadings there.", "beheadings", K, "there", [(K, 12, 12, "12")]),
        ("A strike of 5,000 began here.", "strike", P, "here", [(P, 5000, 5000, "5,000")]),
    ],
)  # fmt: skip
def test_the_predicate_says_what_is_counted(
    text: str, trigger: str, counted: Counted, phrase: str, expected: list[Told]
) -> None:
    doc = load_reader().annotate(text)
    start = text.index(phrase)
    run = Run(doc.starts.index(start), doc.ends.index(start + len(phrase)) + 1)
    assert told(doc, doc.words.index(trigger), counted, [run]) == expected


pieces = st.sampled_from(
    "at least more than no nearly between and or to of from a two dozen dozens thousand 15 1,500 "
    "1.2m 20-30 , . who that when people killed killing dead wounded attack toll left died in "
    "arrests man -strong fled missing rally not could anyone".split()
)
texts = st.lists(pieces | st.text(max_size=3), max_size=25).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(text=texts, counted=st.sampled_from(Counted))
def test_quantities_of_any_text_are_ranges_in_place(text: str, counted: Counted) -> None:
    doc = load_reader().annotate(text)
    for trigger in range(len(doc)):
        found = quantities_of(
            doc, trigger, counted, [Run(trigger, trigger + 1), doc.edges[trigger]]
        )
        assert len({(each.span.start, each.of) for each in found}) == len(found)
        for each in found:
            each.span.check(text)
            assert each.low is None or each.high is None or each.low <= each.high


@pytest.mark.parametrize(
    "piece", ["killed ", "15 ", "dead and ", "9", "attack of ", "killing 12, "]
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    doc = load_reader().annotate(piece * 1_000)
    start = time.process_time()
    for trigger in range(0, len(doc), 20):
        quantities_of(doc, trigger)
    assert time.process_time() - start < 5
